/** What a markup of citations is: what is found in a text, and what is asked of a markup. */
import type { Splice } from '../yaml/splice.js';

/** The markups that Litshelf writes. `markdown`, `html` and `text` have no citation keys: they take links, footnotes and formatted references. */
export const markupIds = ['latex', 'pandoc', 'myst', 'jupyter', 'rst', 'typst', 'asciidoc', 'org', 'bibtex', 'markdown', 'html', 'text'] as const;
export type MarkupId = (typeof markupIds)[number];

/** A place of a text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A key in a citation. `start` and `end` hold exactly the key's characters: no sign, brace or quote around it. */
export interface CitedKey extends Span {
  readonly key: string;
  /** What belongs to this key alone, from its prefix to its locator: it goes when the key goes. */
  readonly from: number;
  readonly to: number;
}

/** A list of keys inside a citation, without its delimiters; `from` and `to` include them and the list's own notes. */
export interface KeyList extends Span {
  readonly from: number;
  readonly to: number;
}

/** A citation as it stands in a text. */
export interface Citation extends Span {
  readonly markup: MarkupId;
  /** As the markup calls it: `citep`, `cite:t`, `text`, `cite/t`, `crossref` … */
  readonly command: string;
  /** In the order of the text. Empty while the citation is being typed (`\cite{}`). */
  readonly keys: readonly CitedKey[];
  /** Where the markup keeps its keys in lists, these lists. */
  readonly lists: readonly KeyList[];
}

/** A paper to cite, with what a person may add to it. Notes are text in the markup of the document. */
export interface Work {
  readonly key: string;
  /** Before it: `see`. */
  readonly prefix?: string | undefined;
  /** Where in it, with its label: `p. 3`. */
  readonly locator?: string | undefined;
  /** Behind it. */
  readonly suffix?: string | undefined;
  readonly suppressAuthor?: boolean | undefined;
  /** For links and footnotes. */
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  /** The formatted reference, already in the document's markup; for a .bib file, the entry. */
  readonly reference?: string | undefined;
}

export interface FindOptions {
  /** What the caller knows of the bibliography. Decides where the markup alone cannot: AsciiDoc's `<<key>>`, Quarto's `@fig-…`. */
  isKey?(key: string): boolean;
}

export interface InsertOptions extends FindOptions {
  /** A name of {@link Markup.commands} or one of the user's own; the first of them when left out. */
  readonly command?: string | undefined;
}

/** A change of the text; `cursor` is where in `text` the caret belongs when that is not behind it. */
export interface CiteEdit extends Splice {
  readonly cursor?: number;
}

/** The place of a key that is being typed. */
export interface CompletionPlace extends Span {
  /** What stands before the caret; `start` to `end` is the whole key, also behind it. */
  readonly typed: string;
  /** The other keys of the same citation. */
  readonly present: readonly string[];
}

/** A way to cite in text. Everything is a function of the text, and takes time in proportion to it. */
export interface Markup {
  readonly id: MarkupId;
  /** VS Code's language ids. */
  readonly languages: readonly string[];
  /** What a person can choose between for a new citation; the default first. */
  readonly commands: readonly string[];
  /** Every citation, in order, none inside another; comments, code and verbatim left out. */
  findCitations(text: string, options?: FindOptions): Citation[];
  /** Whether a citation in this markup can hold the key. What is not legal must not be inserted. */
  isLegalKey(key: string): boolean;
  /**
   * Cites at an offset, or at each of several. In or at a citation the works join it, and what it holds already is left out;
   * elsewhere a citation is made.
   * @returns sorted edits; none when everything is cited there already
   */
  insert(text: string, offset: number | readonly number[], works: readonly (Work | string)[], options?: InsertOptions): CiteEdit[];
  /** Takes a key out of a citation of this text; the citation goes with its last key. */
  remove(text: string, citation: Citation, key: string): Splice[];
  /** The key at a caret, also in a citation that is not finished; undefined where no key belongs. */
  completionAt(text: string, offset: number, options?: FindOptions): CompletionPlace | undefined;
}
