/** Citations of open documents, found once per text. */
import type * as vscode from 'vscode';
// not through the index: what finds bibliographies brings a YAML parser along, which nothing here needs
import { CitationCache, keyAt, type KeyAt } from '../../core/cite/key-at.js';
import { markupFor } from '../../core/cite/markups.js';
import type { Markup } from '../../core/cite/types.js';

/** Larger documents have no cards on keys: finding citations reads the whole text, in characters. */
const largest = 5_000_000;

export class CiteIndex {
  readonly #cache = new CitationCache();

  /** The citation key at an offset, with exactly its place. */
  keyAt(document: vscode.TextDocument, offset: number): KeyAt | undefined {
    const text = document.getText();
    return text.length > largest ? undefined : keyAt(text, offset, this.markup(document), this.#cache);
  }

  /** How the document cites. A Markdown file that names no bibliography may have one in its project, so `@key` counts there too. */
  markup(document: vscode.TextDocument): Markup {
    return markupFor(document.languageId, document.uri.path, document.getText(), { bibliography: true });
  }
}
