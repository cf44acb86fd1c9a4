/** A change of an open document that is saved with it, or taken back as if it had not been. */
import * as vscode from 'vscode';
import { invertSplices, type Splice } from '../../core/yaml/splice.js';
import { readFileText, restoreUnsaved, type FileText } from './bibliography-file.js';
import { UserError } from './messages.js';

/** One step to undo. @throws UserError with the reason; then file and document are as they were */
export async function saveEdited(file: FileText, document: vscode.TextDocument, { splices, text }: { readonly splices: readonly Splice[]; readonly text: string }): Promise<void> {
  const name = vscode.workspace.asRelativePath(document.uri);
  const before = document.getText();
  if (!(await apply(document, splices))) throw new UserError(vscode.l10n.t('{0} could not be changed; it may be read-only. Nothing was changed.', name));
  if (await saved(document)) return;
  const why = await restoreUnsaved(file, text);
  await apply(document, invertSplices(before, splices));
  await leaveClean(document, before);
  throw new UserError(vscode.l10n.t('{0} cannot be written: {1}. Nothing was changed.', name, why));
}

/** VS Code also says no when a file was saved by somebody else at that moment, or was only busy: a second look costs nothing. */
async function saved(document: vscode.TextDocument): Promise<boolean> {
  if (await document.save()) return true;
  if (document.isDirty) return document.save();
  return (await readFileText(document.uri)).text === document.getText();
}

async function apply(document: vscode.TextDocument, splices: readonly Splice[]): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, text } of splices) edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  return vscode.workspace.applyEdit(edit);
}

/** A document with the text of its file still counts as unsaved; only the editor in front can be reverted. */
async function leaveClean(document: vscode.TextDocument, text: string): Promise<void> {
  if (!document.isDirty || document.getText() !== text) return;
  const front = vscode.window.activeTextEditor;
  const hadTab = vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === document.uri.toString()));
  const shown = vscode.window.visibleTextEditors.find((one) => one.document === document);
  await vscode.window.showTextDocument(document, { preview: false, ...(shown?.viewColumn ? { viewColumn: shown.viewColumn } : {}) });
  await vscode.commands.executeCommand('workbench.action.files.revert');
  if (!hadTab) await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  if (front && front.document !== document) await vscode.window.showTextDocument(front.document, front.viewColumn);
}
