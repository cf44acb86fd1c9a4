import * as vscode from 'vscode';
import type { TextRange } from '../../core/model/problem.js';

/** Opens a file as text with the cursor at an offset, shown in the middle. */
export async function showPlace(uri: vscode.Uri, range: TextRange): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const start = document.positionAt(range.start);
  const editor = await vscode.window.showTextDocument(document, { selection: new vscode.Range(start, start), preview: true });
  editor.revealRange(new vscode.Range(start, document.positionAt(range.end)), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
