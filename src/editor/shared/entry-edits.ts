/** Changes of open bibliographies and of what cites from them, as edits that can be undone. */
import * as vscode from 'vscode';
import type { Entry } from '../../core/bibliography/types.js';
import type { Splice } from '../../core/yaml/splice.js';
import type { BibliographyFile } from './bibliographies.js';
import { loadBibliography } from './load-bibliography.js';
import { UserError } from './messages.js';

/** Adds to an edit what takes entries out of a bibliography; all of them or, when the file is another by now, an error. */
export async function removeEntries(edit: vscode.WorkspaceEdit, file: BibliographyFile, entries: readonly Entry[]): Promise<void> {
  const { formats } = await loadBibliography();
  const format = formats[file.bibliography.format];
  const document = await openUnchanged(file);
  const splices: Splice[] = [];
  for (const entry of entries) splices.push(...(format.remove(file.bibliography, entry)));
  let last = 0;
  for (const { start, end, text } of splices.sort((a, b) => a.start - b.start)) {
    // blank lines between two entries that both go belong to both
    const from = Math.max(start, last);
    if (end > from || text !== '') edit.replace(file.uri, rangeIn(document, { start: from, end: Math.max(from, end) }), text);
    last = Math.max(last, end);
  }
}

/** The bibliography as a document, as long as it is the text that was read. @throws UserError when it is not */
export async function openUnchanged({ uri, bibliography }: BibliographyFile): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.getText() !== bibliography.text) throw new UserError(vscode.l10n.t('{0} has changed in the meantime. Try again.', vscode.workspace.asRelativePath(uri)));
  return document;
}

export function rangeIn(document: vscode.TextDocument, { start, end }: { readonly start: number; readonly end: number }): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** Applies an edit, or says that it could not be. */
export async function applyOrTell(edit: vscode.WorkspaceEdit): Promise<void> {
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new UserError(vscode.l10n.t('{0} could not be changed; it may be read-only.', edit.entries().map(([uri]) => vscode.workspace.asRelativePath(uri)).join(', ')));
  }
}

/** The same, and saves what had no other unsaved changes: nobody may have these files open. */
export async function applyAndSave(edit: vscode.WorkspaceEdit): Promise<void> {
  const documents = await Promise.all(edit.entries().map(([uri]) => vscode.workspace.openTextDocument(uri)));
  const clean = documents.filter(({ isDirty }) => !isDirty);
  await applyOrTell(edit);
  for (const document of clean) {
    if (!(await document.save())) throw new UserError(vscode.l10n.t('{0} could not be saved.', vscode.workspace.asRelativePath(document.uri)));
  }
}
