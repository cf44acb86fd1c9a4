/** The keys by which a document cites papers, once they are in its bibliography. */
import type * as vscode from 'vscode';
import type { ToCite } from './cite.js';
import type { Writing } from './cite-writing.js';
import { enterPapers } from './document-bibliography.js';
import type { House } from './house.js';

interface Keys {
  /** In the order of the papers. */
  readonly keys: readonly string[];
  readonly added: readonly string[];
  readonly file: string | undefined;
  /** The file has unsaved changes, of which these are some now. */
  readonly unsaved?: boolean | undefined;
}

/** @throws UserError when an entry cannot be written, CancellationError when the person gives up; then nothing was changed */
export async function enterAll(house: House, document: vscode.TextDocument, { keyed }: Pick<Writing, 'keyed'> & Partial<Writing>, what: readonly ToCite[]): Promise<Keys> {
  const missing = what.filter(({ key }) => key === undefined).map(({ paper }) => paper);
  const own: Keys = { keys: what.map(({ paper, key }) => key ?? paper.id), added: [], file: undefined };
  if (!keyed || missing.length === 0 || document.isUntitled) return own;
  const entered = await enterPapers(house, document, missing);
  const keys = [...entered.keys];
  return { ...entered, file: entered.file, keys: what.map(({ paper, key }) => key ?? keys.shift() ?? paper.id) };
}
