/** Asks for one category of the tree. */
import * as vscode from 'vscode';
import type { Category } from '../../core/model/schema.js';
import type { House } from './house.js';
import { UserError } from './messages.js';

/** @param among ids to choose from; all when left out @throws CancellationError when dismissed; UserError when there is none */
export async function pickCategory(house: House, title: string, among?: ReadonlySet<string>): Promise<string> {
  const items: (vscode.QuickPickItem & { id: string })[] = [];
  const visit = (categories: readonly Category[], above: string) => {
    for (const { id, title: label, description, children } of categories) {
      const path = above === '' ? label : `${above} › ${label}`;
      if (!among || among.has(id)) items.push({ id, label: path, ...(description === undefined ? {} : { detail: description }) });
      visit(children ?? [], path);
    }
  };
  visit((await house.catalogue()).categories, '');
  if (items.length === 0) throw new UserError(vscode.l10n.t('There is no category to choose from. "Litshelf: Add Category…" makes one.'));
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('A category'), matchOnDetail: true });
  if (!picked) throw new vscode.CancellationError();
  return picked.id;
}
