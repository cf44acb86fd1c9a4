import * as vscode from 'vscode';
import type { Catalogue } from '../../core/catalogue/catalogue.js';
import type { Category } from '../../core/model/schema.js';

/** Asks for categories of the tree; none is an answer too. @throws CancellationError when dismissed. */
export async function pickCategories(catalogue: Catalogue, title: string): Promise<string[]> {
  const items: (vscode.QuickPickItem & { id: string })[] = [];
  const visit = (categories: readonly Category[], above: string) => {
    for (const { id, title: label, description, children } of categories) {
      items.push({ id, label: above === '' ? label : `${above} › ${label}`, ...(description === undefined ? {} : { detail: description }) });
      visit(children ?? [], above === '' ? label : `${above} › ${label}`);
    }
  };
  visit(catalogue.categories, '');
  if (items.length === 0) return [];
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Categories to file it in; none is fine'), canPickMany: true, matchOnDetail: true });
  if (!picked) throw new vscode.CancellationError();
  return picked.map(({ id }) => id);
}
