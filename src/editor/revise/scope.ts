/** Which papers are to be asked for: those that are named or selected, else the person says so. */
import * as vscode from 'vscode';
import type { Shelved } from '../../core/catalogue/catalogue.js';
import { parseQuery, searchContext, searchPapers } from '../../core/search/index.js';
import type { House } from '../shared/house.js';
import { papersFor } from '../shared/paper-arguments.js';
import { pickPaper } from '../shared/pick-paper.js';
import { isRow } from '../shared/selection.js';

/**
 * Papers of rows, of groups, of `{ keys }` or `{ all: true }`; without an argument a choice is offered.
 * @param concerned whether a paper can have an answer at all @throws CancellationError when dismissed
 */
export async function papersInScope(house: House, title: string, first: unknown, rest: unknown, concerned: (shelved: Shelved) => boolean): Promise<readonly Shelved[]> {
  const catalogue = await house.catalogue();
  const { view } = house.selection;
  if (isRow(first)) {
    const query = view?.queryOf(first);
    if (query === undefined) return papersFor(house, title, first, rest);
    const byPaper = new Map(catalogue.papers.map((shelved) => [shelved.paper, shelved]));
    return searchPapers([...byPaper.keys()], parseQuery(query), searchContext(catalogue)).flatMap(({ paper }) => byPaper.get(paper) ?? []).filter(concerned);
  }
  const all = () => catalogue.papers.filter(concerned);
  if (typeof first === 'object' && first !== null && (first as { all?: unknown }).all === true) return all();
  if (first !== undefined) return papersFor(house, title, first, rest);

  const selected = view?.selectedKeys() ?? [];
  const unchecked = catalogue.papers.filter(({ paper }) => paper.fields.unchecked === true && concerned({ paper, places: [] }));
  const items: (vscode.QuickPickItem & { papers(): readonly Shelved[] | Promise<readonly Shelved[]> })[] = [
    ...(selected.length === 0 ? [] : [{ label: selected.length === 1 ? vscode.l10n.t('The selected paper') : vscode.l10n.t('The {0} selected papers', selected.length), description: selected.length === 1 ? (selected[0] ?? '') : '', papers: () => papersFor(house, title, { keys: selected }, undefined) }]),
    ...(unchecked.length === 0 ? [] : [{ label: vscode.l10n.t('Papers that were not checked'), description: String(unchecked.length), papers: () => unchecked }]),
    { label: vscode.l10n.t('A paper…'), papers: async () => [await pickPaper(catalogue, title)] },
    { label: vscode.l10n.t('All papers'), description: String(all().length), papers: all },
  ];
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Which papers?') });
  if (!picked) throw new vscode.CancellationError();
  return picked.papers();
}
