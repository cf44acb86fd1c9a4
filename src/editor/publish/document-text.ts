/** What a file says now: an open document's text goes before what is on disk. */
import * as vscode from 'vscode';

/** @throws the file system's fault when it cannot be read */
export async function documentText(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
