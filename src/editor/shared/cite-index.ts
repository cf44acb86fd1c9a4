/** Citations of open documents, found once per text. */
import type * as vscode from 'vscode';
// not through the index: what finds bibliographies brings a YAML parser along, which nothing here needs
import { CitationCache, keyAt, type KeyAt } from '../../core/cite/key-at.js';
import { markupFor } from '../../core/cite/markups.js';
import { withTemplate } from '../../core/cite/template.js';
import type { Markup } from '../../core/cite/types.js';
import { readCiteSettings } from './settings.js';

/** Larger documents have no cards on keys: finding citations reads the whole text, in characters. */
const largest = 5_000_000;

export class CiteIndex {
  readonly #cache = new CitationCache();
  readonly #templates = new Map<string, Markup>();

  /** The citation key at an offset, with exactly its place. */
  keyAt(document: vscode.TextDocument, offset: number): KeyAt | undefined {
    const text = document.getText();
    return text.length > largest ? undefined : keyAt(text, offset, this.markup(document), this.#cache);
  }

  /** How the document cites. A Markdown file that names no bibliography may have one in its project, so `@key` counts there too. */
  markup(document: vscode.TextDocument): Markup {
    return this.#templated(markupFor(document.languageId, document.uri.path, document.getText(), { bibliography: true }), document);
  }

  /** How a Markdown document cites when no bibliography is found for it; undefined for one that shows by itself that it has keys. */
  plainMarkdown(document: vscode.TextDocument): Markup | undefined {
    if (document.languageId !== 'markdown') return undefined;
    const markup = markupFor(document.languageId, document.uri.path, document.getText());
    return markup.id === 'markdown' ? this.#templated(markup, document) : undefined;
  }

  /** A person's template goes before the markup's own way, and what it wrote is found again. One object for each: the cache knows markups by it. */
  #templated(markup: Markup, document: vscode.TextDocument): Markup {
    const { template } = readCiteSettings(document);
    if (template === '') return markup;
    const id = `${markup.id} ${template}`;
    let known = this.#templates.get(id);
    if (!known) this.#templates.set(id, (known = withTemplate(markup, template)));
    return known;
  }
}
