/** Lines of what is imported: in its file or document, else in a document that holds what was fetched. */
import * as vscode from 'vscode';
import type { Disposable } from '../../core/ports.js';
import { ReadOnlyTexts } from '../shared/read-only-texts.js';
import type { Input } from './input.js';

const scheme = 'litshelf-import';

export class FetchedTexts implements Disposable {
  readonly #texts = new ReadOnlyTexts(scheme);

  dispose(): void {
    this.#texts.dispose();
  }

  /** Shows a line, counted from 1; the keyboard stays in the tree. */
  async show({ uri, address, name, text }: Input, line: number): Promise<void> {
    const place = uri ?? vscode.Uri.from({ scheme, path: `/${name}`, query: address ?? '' });
    if (uri === undefined) this.#texts.put(place, text);
    const document = await vscode.workspace.openTextDocument(place);
    const { range } = document.lineAt(Math.min(line, document.lineCount) - 1);
    const editor = await vscode.window.showTextDocument(document, { selection: new vscode.Range(range.start, range.start), preview: true, preserveFocus: true });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}
