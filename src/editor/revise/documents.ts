/** What is shown to be read before anything is written, as documents that nobody can change. */
import * as vscode from 'vscode';
import type { Disposable } from '../../core/ports.js';

const scheme = 'litshelf-review';

export class ReviewDocuments implements vscode.TextDocumentContentProvider, Disposable {
  readonly #texts = new Map<string, string>();
  readonly #registered: readonly vscode.Disposable[];
  #count = 0;

  constructor() {
    this.#registered = [
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === scheme) this.#texts.delete(uri.toString());
      }),
    ];
  }

  dispose(): void {
    for (const one of this.#registered) one.dispose();
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  /** Shows two texts side by side, without taking the keyboard from what is open above the editors. */
  async showDiff(title: string, name: string, before: string, after: string): Promise<void> {
    const [left, right] = [this.#add(`before/${name}`, before), this.#add(`after/${name}`, after)];
    const options: vscode.TextDocumentShowOptions = { preserveFocus: true, preview: true };
    await vscode.commands.executeCommand('vscode.diff', left, right, title, options);
  }

  async show(name: string, text: string): Promise<void> {
    await vscode.window.showTextDocument(this.#add(name, text), { preview: true });
  }

  #add(name: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme, path: `/${++this.#count}/${name}` });
    this.#texts.set(uri.toString(), text);
    return uri;
  }
}
