/** Texts that are shown as documents which nobody can change; kept for as long as they are open. */
import * as vscode from 'vscode';
import type { Disposable } from '../../core/ports.js';

export class ReadOnlyTexts implements vscode.TextDocumentContentProvider, Disposable {
  readonly #scheme: string;
  readonly #texts = new Map<string, string>();
  readonly #registered: readonly vscode.Disposable[];
  #count = 0;

  /** @param scheme of their addresses, one for each feature */
  constructor(scheme: string) {
    this.#scheme = scheme;
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

  /** The address of a text; another one each time, so that nothing that is open changes. */
  add(name: string, text: string): vscode.Uri {
    return this.put(vscode.Uri.from({ scheme: this.#scheme, path: `/${++this.#count}/${name}` }), text);
  }

  /** Puts a text under an address of the caller's. */
  put(uri: vscode.Uri, text: string): vscode.Uri {
    this.#texts.set(uri.toString(), text);
    return uri;
  }

  async show(name: string, text: string): Promise<void> {
    await vscode.window.showTextDocument(this.add(name, text), { preview: true });
  }

  /** Shows two texts side by side, without taking the keyboard from what is open above the editors; resolves with what closes them again. */
  async showDiff(title: string, name: string, before: string, after: string): Promise<() => Promise<void>> {
    const [left, right] = [this.add(`before/${name}`, before), this.add(`after/${name}`, after)];
    await vscode.commands.executeCommand('vscode.diff', left, right, title, { preserveFocus: true, preview: true } satisfies vscode.TextDocumentShowOptions);
    return async () => {
      const tabs = vscode.window.tabGroups.all.flatMap(({ tabs: all }) => all).filter(({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === right.toString());
      await vscode.window.tabGroups.close(tabs, true);
    };
  }
}
