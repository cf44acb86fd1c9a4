/** Grouping, sorting and filtering the Papers view. */
import * as vscode from 'vscode';
import { commandIds, viewIds } from '../contributions.js';
import { filterPapers } from '../core/outline/arrange.js';
import { groupings } from '../core/outline/groupings.js';
import { sortOrders } from '../core/outline/sort.js';
import type { Disposable } from '../core/ports.js';
import { Disposables } from './shared/disposables.js';
import type { House } from './shared/house.js';
import { UserError } from './shared/messages.js';
import { askFilter } from './shared/filter-input.js';
import { isRow } from './shared/selection.js';

export function registerArrangeCommands(house: House): Disposable {
  const disposables = new Disposables();
  const { arrangement, messages } = house;
  const command = (id: string, title: string, run: (argument: unknown) => Promise<unknown>) => {
    disposables.add(vscode.commands.registerCommand(id, (argument: unknown) => messages.run(title, () => run(argument))));
  };
  const focusView = () => vscode.commands.executeCommand(`${viewIds.papers}.focus`);

  command(commandIds.groupPapers, vscode.l10n.t('Group Papers'), async (argument) => {
    const groupBy = chosen(argument, 'by', groupings) ?? (await choose(vscode.l10n.t('Group papers by'), groupings, arrangement.current.groupBy));
    if (groupBy) await arrangement.set({ groupBy });
  });
  command(commandIds.sortPapers, vscode.l10n.t('Sort Papers'), async (argument) => {
    const sortBy = chosen(argument, 'by', sortOrders) ?? (await choose(vscode.l10n.t('Sort papers by'), sortOrders, arrangement.current.sortBy));
    if (sortBy) await arrangement.set({ sortBy });
  });
  command(commandIds.filterPapers, vscode.l10n.t('Filter Papers'), async (argument) => {
    const given = typeof argument === 'object' && argument !== null ? (argument as { query?: unknown }).query : undefined;
    const filter = typeof given === 'string' ? given : await ask(arrangement.current.filter);
    await arrangement.rememberFilter(filter);
    await arrangement.set({ filter });
  });
  command(commandIds.clearFilter, vscode.l10n.t('Clear Filter'), () => arrangement.set({ filter: '' }));
  command(commandIds.searchCategory, vscode.l10n.t('Search in Group'), async (argument) => {
    const query = isRow(argument) ? house.selection.view?.queryOf(argument) : undefined;
    if (query === undefined) throw new UserError(vscode.l10n.t('Choose a category (or another group) in the Papers view, then "Search in This Group" from its context menu.'));
    const filter = await ask(`${query} `);
    await arrangement.rememberFilter(filter);
    await arrangement.set({ filter });
  });

  async function ask(value: string): Promise<string> {
    const catalogue = await house.catalogue();
    await focusView();
    return askFilter({
      value,
      recent: arrangement.recentFilters,
      preview: (filter) => arrangement.set({ filter }, { preview: true }),
      restore: arrangement.current.filter,
      count: (filter) => {
        const { papers, problems } = filterPapers(catalogue, filter);
        return { shown: papers.length, total: catalogue.papers.length, problems: problems.map(({ message }) => message) };
      },
    });
  }
  return disposables;
}

/** `{ by: "year" }` from a keybinding; undefined when nothing (valid) was given. */
function chosen<T extends string>(argument: unknown, field: string, words: Readonly<Record<T, string>>): T | undefined {
  if (typeof argument !== 'object' || argument === null || isRow(argument)) return undefined;
  const value = (argument as Record<string, unknown>)[field];
  if (value === undefined) return undefined;
  const found = (Object.keys(words) as T[]).find((one) => one === value);
  if (found === undefined) throw new UserError(vscode.l10n.t('"{0}" is not one of: {1}.', typeof value === 'string' ? value : JSON.stringify(value), Object.keys(words).join(', ')));
  return found;
}

async function choose<T extends string>(title: string, words: Readonly<Record<T, string>>, current: T): Promise<T | undefined> {
  const items = (Object.keys(words) as T[]).map((value) => ({ value, label: vscode.l10n.t(words[value]), description: value === current ? vscode.l10n.t('current') : '' }));
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Now: {0}', words[current]) });
  return picked?.value;
}
