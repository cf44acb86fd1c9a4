/** Which document the view is about: the active one that cites, and then the same until another that cites is active. */
import * as vscode from 'vscode';
import { hasPlace, type CitedDocuments } from '../shared/cited-documents.js';
import type { Shown } from './content.js';

export function documentToShow(documents: CitedDocuments, shown: Shown | undefined): vscode.TextDocument | undefined {
  const active = vscode.window.activeTextEditor?.document;
  const current = shown?.found;
  const open = current && !current.document.isClosed && isShown(current.document) ? current.document : undefined;
  if (!active || !hasPlace(active) || !documents.mayCite(active)) return open ?? visible(documents);
  // a chapter that one has gone to from here is no reason to show something else
  const belongs = current && open && active.uri.scheme === open.uri.scheme && current.texts.has(active.uri.path);
  return belongs ? open : active;
}

function visible(documents: CitedDocuments): vscode.TextDocument | undefined {
  return vscode.window.visibleTextEditors.map(({ document }) => document).find((document) => hasPlace(document) && documents.mayCite(document));
}

function isShown(document: vscode.TextDocument): boolean {
  const id = document.uri.toString();
  if (vscode.window.visibleTextEditors.some((editor) => editor.document === document)) return true;
  return vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) && input.uri.toString() === id));
}
