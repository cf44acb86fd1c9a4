/** Which papers a command means. Arguments come from rows, keybindings and other extensions, so everything is checked on arrival. */
import * as vscode from 'vscode';
import type { Shelved } from '../../core/catalogue/catalogue.js';
import type { House } from './house.js';
import { UserError } from './messages.js';
import { pickPaper } from './pick-paper.js';
import { isRow } from './selection.js';

/**
 * The papers that a command was called for: the given rows, a citation key, `{ key }` or `{ keys }`; with no argument
 * what the view has selected, and failing that what the person picks.
 * @param options.selected whether papers that the view has selected are meant when there is no argument
 * @throws UserError for a key that no catalogue has; CancellationError when the picker is dismissed.
 */
export async function papersFor(house: House, action: string, first: unknown, rest: unknown, { selected = true } = {}): Promise<Shelved[]> {
  const catalogue = await house.catalogue();
  const keys = keysFrom(house, first, rest) ?? (selected ? house.selection.view?.selectedKeys() : undefined) ?? [];
  if (keys.length === 0) return [await pickPaper(catalogue, action)];
  return keys.map((key) => {
    const shelved = catalogue.get(key);
    if (!shelved) throw new UserError(vscode.l10n.t('No catalogue has a paper with the citation key "{0}". Use "Litshelf: Show Paper in Tree…" to look for it.', key));
    return shelved;
  });
}

/** Citation keys named by a command's arguments; undefined when they name none. */
function keysFrom(house: House, first: unknown, rest: unknown): readonly string[] | undefined {
  const rows = (Array.isArray(rest) && rest.length > 0 ? (rest as unknown[]) : [first]).filter((one) => isRow(one));
  if (rows.length > 0) {
    const keys = rows.map((row) => house.selection.view?.keyOf(row)).filter((key) => key !== undefined);
    if (keys.length === 0) throw new UserError(vscode.l10n.t('This row is a group. Select papers in it, then try again.'));
    return [...new Set(keys)];
  }
  if (typeof first === 'string' && first !== '') return [first];
  if (typeof first === 'object' && first !== null) {
    const { key, keys } = first as { key?: unknown; keys?: unknown };
    if (typeof key === 'string') return [key];
    if (Array.isArray(keys) && keys.length > 0 && keys.every((one): one is string => typeof one === 'string')) return keys;
    throw new UserError(vscode.l10n.t('A Litshelf command takes a citation key, {"key": "…"} or {"keys": ["…"]} as its argument.'));
  }
  return undefined;
}
