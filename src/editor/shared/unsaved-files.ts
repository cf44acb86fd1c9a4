/** Whether a file has changed on disk since somebody began to change its document: VS Code does not tell extensions. */
import * as vscode from 'vscode';
import type { Disposable } from '../../core/ports.js';

export class UnsavedFiles implements Disposable {
  /** How the file was when its document's first change was made. */
  readonly #began = new Map<string, Promise<string>>();
  readonly #subscriptions: readonly Disposable[];

  constructor() {
    const note = (document: vscode.TextDocument) => {
      const id = document.uri.toString();
      if (!document.isDirty) this.#began.delete(id);
      else if (mayBeBibliography(document.uri) && !this.#began.has(id)) this.#began.set(id, stateOf(document.uri));
    };
    for (const document of vscode.workspace.textDocuments) note(document);
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document }) => note(document)),
      vscode.workspace.onDidSaveTextDocument(note),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#began.delete(uri.toString())),
    ];
  }

  /** The document has unsaved changes and its file is another by now, or gone. */
  async isConflict(document: vscode.TextDocument): Promise<boolean> {
    const began = document.isDirty ? await this.#began.get(document.uri.toString()) : undefined;
    return began !== undefined && began !== (await stateOf(document.uri));
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
    this.#began.clear();
  }
}

function mayBeBibliography({ scheme, path }: vscode.Uri): boolean {
  return scheme !== 'untitled' && /\.(?:bib|json|ya?ml)$/iu.test(path);
}

async function stateOf(uri: vscode.Uri): Promise<string> {
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(uri);
    return `${mtime} ${size}`;
  } catch {
    return 'missing';
  }
}
