/** Writes the line by which a document names a bibliography: into the document, or the main file that it is a part of. */
import * as vscode from 'vscode';
import type { NamingSplice } from '../../core/cite/name-bibliography.js';
import type { MarkupId } from '../../core/cite/types.js';
import type { CiteHouse } from './cite-house.js';
import { loadBibliography } from './load-bibliography.js';
import { UserError } from './messages.js';

export interface Naming {
  /** The file that gets the line. */
  readonly document: vscode.TextDocument;
  /** Does it, as one step to undo; carets stay where they are in the text. @throws UserError, and then nothing was changed */
  write(): Promise<void>;
}

/** How a document would name a bibliography; undefined when it has no way to, or does so already. */
export async function namingOf(house: CiteHouse, document: vscode.TextDocument, bibliography: vscode.Uri): Promise<Naming | undefined> {
  if (document.uri.scheme === 'vscode-notebook-cell' || document.isUntitled || document.uri.scheme !== bibliography.scheme) return undefined;
  const markup = house.cites.markup(document).id;
  const main = await mainOf(document, markup);
  const { nameBibliography, relativePath } = await loadBibliography();
  const plan = () => nameBibliography(main.getText(), markup, relativePath(vscode.Uri.joinPath(main.uri, '..').path, bibliography.path));
  if (plan().length === 0) return undefined;
  return {
    document: main,
    write: async () => {
      const saved = main !== document && !main.isDirty;
      await edit(main, plan());
      // a file that nobody looks at is not left with unsaved changes
      if (saved && !(await main.save())) throw new UserError(vscode.l10n.t('{0} names the bibliography now, but could not be saved. Save it by hand.', vscode.workspace.asRelativePath(main.uri)));
    },
  };
}

async function edit(document: vscode.TextDocument, splices: readonly NamingSplice[]): Promise<void> {
  const { moveOffset } = await loadBibliography();
  const editors = vscode.window.visibleTextEditors.filter((editor) => editor.document === document);
  const carets = editors.map(({ selections }) => selections.map(({ anchor, active }) => [document.offsetAt(anchor), document.offsetAt(active)] as const));
  const change = new vscode.WorkspaceEdit();
  for (const { start, end, text } of splices) change.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  if (!(await vscode.workspace.applyEdit(change))) throw new UserError(vscode.l10n.t('{0} could not be changed; it may be read-only.', vscode.workspace.asRelativePath(document.uri)));
  const at = (offset: number) => document.positionAt(moveOffset(splices, offset));
  for (const [index, editor] of editors.entries()) editor.selections = (carets[index] ?? []).map(([anchor, active]) => new vscode.Selection(at(anchor), at(active)));
}

/** `% !TeX root`, or the class of a subfile; else the document itself. */
async function mainOf(document: vscode.TextDocument, markup: MarkupId): Promise<vscode.TextDocument> {
  if (markup !== 'latex') return document;
  const { candidates, namedFiles } = await loadBibliography();
  const root = namedFiles(document.getText(), markup).find(({ role }) => role === 'root');
  if (!root) return document;
  for (const { path } of candidates(root, { folder: vscode.Uri.joinPath(document.uri, '..').path, root: vscode.workspace.getWorkspaceFolder(document.uri)?.uri.path })) {
    try {
      return await vscode.workspace.openTextDocument(document.uri.with({ path }));
    } catch {
      // the next place
    }
  }
  return document;
}
