/** A file as it will be, beside what it is; nobody can change what is shown. */
import * as vscode from 'vscode';
import type { Disposable } from '../../core/ports.js';

const scheme = 'litshelf-publish';

export class PublishPreviews implements vscode.TextDocumentContentProvider, Disposable {
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

  /** Shows the difference without taking the keyboard from what is open above the editors; resolves with what closes it again. */
  async show(title: string, name: string, before: string, after: string): Promise<() => Promise<void>> {
    const [left, right] = [this.#add(`before/${name}`, before), this.#add(`after/${name}`, after)];
    await vscode.commands.executeCommand('vscode.diff', left, right, title, { preserveFocus: true, preview: true } satisfies vscode.TextDocumentShowOptions);
    return async () => {
      const tabs = vscode.window.tabGroups.all.flatMap(({ tabs: all }) => all).filter(({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === right.toString());
      await vscode.window.tabGroups.close(tabs, true);
    };
  }

  #add(name: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme, path: `/${++this.#count}/${name}` });
    this.#texts.set(uri.toString(), text);
    return uri;
  }
}
