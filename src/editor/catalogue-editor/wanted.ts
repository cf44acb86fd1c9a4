/** Papers that an editor is to show when its page is there. */
import type * as vscode from 'vscode';

export class Wanted {
  readonly #keys = new Map<string, string>();
  /** Set by the editors once they are loaded: tells pages that are open already. */
  onWant: ((uri: vscode.Uri) => void) | undefined;

  /** The next page of this file selects the paper with that citation key; one that is in front selects it now. */
  want(uri: vscode.Uri, key: string): void {
    this.#keys.set(uri.toString(), key);
    this.onWant?.(uri);
  }

  /** What is wanted of a file, once. */
  take(uri: vscode.Uri): string | undefined {
    const key = this.#keys.get(uri.toString());
    this.#keys.delete(uri.toString());
    return key;
  }
}
