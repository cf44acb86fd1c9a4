/** The text editor that a person was last in: where a citation goes, now that an editor without a cursor is in front. */
import * as vscode from 'vscode';
import type { Disposable } from '../../core/ports.js';

export class LastTextEditor implements Disposable {
  #last: { readonly uri: vscode.Uri; readonly column: vscode.ViewColumn | undefined } | undefined;
  readonly #listener: Disposable;

  constructor() {
    this.#note(vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0]);
    this.#listener = vscode.window.onDidChangeActiveTextEditor((editor) => this.#note(editor));
  }

  /** Shows it, where it was; undefined when it is closed by now. */
  async show(): Promise<vscode.TextEditor | undefined> {
    const last = this.#last;
    const document = last && vscode.workspace.textDocuments.find(({ uri, isClosed }) => !isClosed && uri.toString() === last.uri.toString());
    if (!document) return undefined;
    const seen = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    return seen ?? vscode.window.showTextDocument(document, { viewColumn: last.column, preview: false });
  }

  dispose(): void {
    this.#listener.dispose();
  }

  #note(editor: vscode.TextEditor | undefined): void {
    const scheme = editor?.document.uri.scheme;
    if (editor && (scheme === 'untitled' || (scheme !== undefined && vscode.workspace.fs.isWritableFileSystem(scheme) === true))) this.#last = { uri: editor.document.uri, column: editor.viewColumn };
  }
}
