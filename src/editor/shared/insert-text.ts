/** Text put into a document as one step that one undo takes back. */
import * as vscode from 'vscode';
import { UserError } from './messages.js';

/** @throws UserError when the document cannot be changed, or is another by now; then nothing was changed */
export async function replaceIn(editor: vscode.TextEditor, version: number, edits: readonly { readonly start: number; readonly end: number; readonly text: string }[]): Promise<void> {
  const { document } = editor;
  const name = vscode.workspace.asRelativePath(document.uri);
  if (document.version !== version) throw new UserError(vscode.l10n.t('{0} was changed meanwhile. Nothing was inserted; try again.', name));
  const done = await editor.edit((builder) => {
    for (const { start, end, text } of edits) builder.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  });
  if (!done) throw new UserError(vscode.l10n.t('{0} could not be changed; it may be read-only.', name));
  await vscode.window.showTextDocument(document, editor.viewColumn);
}

export function eolOf(document: vscode.TextDocument): string {
  return document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
}
