/** The documents that a person has open: in a tab or on the screen. Others are open to extensions only. */
import * as vscode from 'vscode';
import { hasPlace } from '../shared/cited-documents.js';

export function shownDocuments(): vscode.TextDocument[] {
  const shown = new Set([...vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(uriOf)), ...vscode.window.visibleTextEditors.map(({ document }) => document.uri)].map((uri) => uri?.toString()));
  return vscode.workspace.textDocuments.filter((document) => !document.isClosed && shown.has(document.uri.toString()) && hasPlace(document));
}

function uriOf({ input }: vscode.Tab): vscode.Uri | undefined {
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return input.uri;
  return input instanceof vscode.TabInputTextDiff ? input.modified : undefined;
}

/** Calls back when a document may have come or gone. */
export function onDidChangeShown(listener: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
      if (opened.length > 0 || closed.length > 0) listener();
    }),
    vscode.window.onDidChangeVisibleTextEditors(listener),
    vscode.workspace.onDidOpenTextDocument(listener),
    vscode.workspace.onDidCloseTextDocument(listener),
  );
}
