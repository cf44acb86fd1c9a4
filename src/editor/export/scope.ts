/** Which papers are taken out: those that are named or selected, a group's, what the view is filtered by, or all. */
import * as vscode from 'vscode';
import type { Shelved } from '../../core/catalogue/catalogue.js';
import { filterPapers } from '../../core/outline/arrange.js';
import type { House } from '../shared/house.js';
import { papersFor } from '../shared/paper-arguments.js';
import { pickCategory } from '../shared/pick-category.js';
import { isRow } from '../shared/selection.js';

/** @throws CancellationError when dismissed; UserError for an argument that is none */
export async function papersToExport(house: House, title: string, first: unknown, rest: unknown): Promise<readonly Shelved[]> {
  const catalogue = await house.catalogue();
  const { view } = house.selection;
  const found = (query: string) => filterPapers(catalogue, query).papers;
  if (isRow(first)) {
    const query = view?.queryOf(first);
    return query === undefined ? papersFor(house, title, first, rest) : found(query);
  }
  if (typeof first === 'object' && first !== null) {
    const { filter, category, all } = first as { filter?: unknown; category?: unknown; all?: unknown };
    if (typeof filter === 'string') return found(filter);
    if (typeof category === 'string') return found(`cat:${category}`);
    if (all === true) return catalogue.papers;
  }
  if (first !== undefined) return papersFor(house, title, first, rest);

  const selected = view?.selectedKeys() ?? [];
  const { filter } = house.arrangement.current;
  const filtered = filter === '' ? [] : found(filter);
  const items: (vscode.QuickPickItem & { papers(): readonly Shelved[] | Promise<readonly Shelved[]> })[] = [
    ...(selected.length === 0 ? [] : [{ label: selected.length === 1 ? vscode.l10n.t('The selected paper') : vscode.l10n.t('The {0} selected papers', selected.length), description: selected.length === 1 ? (selected[0] ?? '') : '', papers: () => papersFor(house, title, { keys: selected }, undefined) }]),
    ...(filtered.length === 0 ? [] : [{ label: vscode.l10n.t('What the view is filtered by'), description: `${filter} · ${filtered.length}`, papers: () => filtered }]),
    { label: vscode.l10n.t('A category…'), papers: async () => found(`cat:${await pickCategory(house, title)}`) },
    { label: vscode.l10n.t('All papers'), description: String(catalogue.papers.length), papers: () => catalogue.papers },
  ];
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Which papers?') });
  if (!picked) throw new vscode.CancellationError();
  return picked.papers();
}
