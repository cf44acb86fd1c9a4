/** Entries that were written for a citation that could not be made. */
import * as vscode from 'vscode';
import { applyAndSave, removeEntries } from './entry-edits.js';
import type { House } from './house.js';

/** Takes entries out of the document's bibliographies again. */
export async function takeBack(house: House, document: vscode.TextDocument, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const { files } = await house.bibliographies.of(document);
  const edit = new vscode.WorkspaceEdit();
  for (const file of files) {
    const entries = keys.map((key) => file.bibliography.find(key)).filter((entry) => entry !== undefined);
    if (entries.length > 0) await removeEntries(edit, file, entries);
  }
  await applyAndSave(edit);
}
