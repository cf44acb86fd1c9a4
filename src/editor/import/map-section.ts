/** Asks which category a section of the list goes to. */
import * as vscode from 'vscode';
import type { PreviewSection } from '../../core/importing/index.js';
import type { Category } from '../../core/model/schema.js';
import { escapeIcons } from '../shared/escape-icons.js';
import type { House } from '../shared/house.js';
import type { ImportJob } from './job.js';

/** @throws CancellationError when dismissed */
export async function mapSection(house: House, job: ImportJob, section: PreviewSection): Promise<void> {
  const items: (vscode.QuickPickItem & { choose?(): void })[] = [
    { label: vscode.l10n.t('By its name: {0}', escapeIcons(section.title)), detail: vscode.l10n.t('The category of that title, or a new one'), choose: () => void job.mapped.delete(section.key) },
    { label: vscode.l10n.t('No category'), detail: vscode.l10n.t('The papers are added, filed nowhere'), choose: () => void job.mapped.set(section.key, undefined) },
  ];
  const { categories } = await house.catalogue();
  if (categories.length > 0) items.push({ label: vscode.l10n.t('Categories'), kind: vscode.QuickPickItemKind.Separator });
  const visit = (some: readonly Category[], above: string) => {
    for (const { id, title, children } of some) {
      const path = above === '' ? title : `${above} › ${title}`;
      items.push({ label: escapeIcons(path), description: id, choose: () => void job.mapped.set(section.key, id) });
      visit(children ?? [], path);
    }
  };
  visit(categories, '');
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Map {0} to a Category', section.title), placeHolder: vscode.l10n.t('Where do the papers of this section go?'), matchOnDescription: true });
  if (!picked) throw new vscode.CancellationError();
  picked.choose?.();
}
