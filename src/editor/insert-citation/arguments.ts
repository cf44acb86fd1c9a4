/** What a keybinding or another extension says: `{ "keys": ["wang2023selfinstruct"], "command": "citep" }`. Checked on arrival. */
import * as vscode from 'vscode';
import type { CiteOptions, ToCite } from '../shared/cite.js';
import type { House } from '../shared/house.js';
import { UserError } from '../shared/messages.js';

export interface CitationArguments extends CiteOptions {
  /** Undefined when the person is to pick. */
  readonly keys: readonly string[] | undefined;
}

const texts = ['command', 'prefix', 'locator', 'suffix'] as const;
/** Nobody cites more at once. */
const most = 1000;

/** @throws UserError that names what is wrong */
export function readArguments(given: unknown): CitationArguments {
  if (given === undefined || given === null) return { keys: undefined };
  if (typeof given === 'string') return readArguments({ keys: [given] });
  if (typeof given !== 'object' || Array.isArray(given)) throw wrong();
  const { key, keys = key === undefined ? undefined : [key] } = given as { key?: unknown; keys?: unknown };
  if (keys !== undefined && !(Array.isArray(keys) && keys.length > 0 && keys.length <= most && keys.every((one): one is string => typeof one === 'string' && one.trim() !== ''))) throw wrong('keys');
  const options: Record<string, string> = {};
  for (const name of texts) {
    const value = (given as Record<string, unknown>)[name];
    if (value === undefined || value === '') continue;
    if (typeof value !== 'string' || value.length > 500 || /[\r\n]/u.test(value)) throw wrong(name);
    options[name] = value;
  }
  return { keys: keys === undefined ? undefined : [...new Set(keys.map((one) => one.trim()))], ...options };
}

function wrong(name?: string): UserError {
  const example = '{"keys": ["wang2023selfinstruct"], "command": "citep", "prefix": "see", "locator": "p. 3", "suffix": "for details"}';
  if (name === undefined) return new UserError(vscode.l10n.t('Insert Citation takes an argument such as {0}; everything in it can be left out.', example));
  if (name === 'keys') return new UserError(vscode.l10n.t('"keys" of Insert Citation is a list of at least one citation key, as in {0}.', example));
  return new UserError(vscode.l10n.t('"{0}" of Insert Citation is a text on one line, as in {1}.', name, example));
}

/** The papers of the keys: the document's bibliography goes before the catalogue. @throws UserError for keys that neither has */
export async function papersOfKeys(house: House, document: vscode.TextDocument | undefined, keys: readonly string[]): Promise<ToCite[]> {
  const [bibliography, catalogue] = await Promise.all([document && house.bibliographies.of(document), house.catalogue()]);
  const unknown: string[] = [];
  const found = keys.flatMap((key): ToCite[] => {
    const entry = bibliography?.find(key)?.entry;
    if (entry) return [{ paper: entry.paper, key: entry.key }];
    const shelved = catalogue.get(key);
    if (shelved) return [{ paper: shelved.paper }];
    unknown.push(key);
    return [];
  });
  if (unknown.length > 0) throw new UserError(vscode.l10n.t('Neither the bibliography of this document nor a catalogue has {0}. Nothing was cited.', unknown.map((key) => `"${key}"`).join(', ')));
  return found;
}
