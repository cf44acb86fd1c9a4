/** What a recogniser finds, and what makes one. Patterns, not code, carry most of each recogniser, so that a test can read them. */

/** The registries whose identifiers and links Litshelf knows. */
export const idKinds = ['arxiv', 'doi', 'acl', 'openreview', 'semantic-scholar', 'pubmed', 'neurips', 'iclr', 'pmlr', 'github'] as const;
export type IdKind = (typeof idKinds)[number];

/** An identifier apart from any text. */
export interface Identifier {
  readonly kind: IdKind;
  /** Normal form, without version and without anything that a text needed to carry it (escapes, resolver, prefix). */
  readonly id: string;
  /** The arXiv version (`v2` is 2), when one was written. */
  readonly version?: number;
}

/** An identifier in a text. */
export interface Mention extends Identifier {
  /** UTF-16 offsets of exactly the link or identifier: no trailing punctuation, closing bracket, anchor or query string. */
  readonly start: number;
  readonly end: number;
  /** `link`: a web address; `bare`: the identifier itself, with its prefix (`arXiv:`, `doi:`) if it has one; `field`: a value that only its field's name makes certain. */
  readonly form: 'link' | 'bare' | 'field';
}

/** What the text of an identifier alone says. */
export type Reading = Omit<Identifier, 'kind'>;

/** What a pattern's match turned out to be. Left out: the recogniser's kind, the pattern's form, the whole match as place. */
export interface Found extends Reading {
  readonly kind?: IdKind;
  readonly start?: number;
  readonly end?: number;
  readonly form?: Mention['form'];
}

export interface Pattern {
  readonly form: Mention['form'];
  /**
   * Global. It starts with something literal and every quantifier has an upper bound: then one place in the text costs at
   * most a constant, and a text costs no more than its length (a test reads the sources of all patterns for this).
   */
  readonly pattern: RegExp;
  /** The identifier of a match, or undefined when it only looked like one. Looks at the text a bounded way around the match. */
  readonly read: (match: RegExpExecArray, text: string) => Found | undefined;
}

export interface Recogniser {
  readonly kind: IdKind;
  readonly patterns: readonly Pattern[];
  /** Whether an identifier alone, without link, prefix or field, is unmistakable to a person who types it into a box. */
  readonly plain: boolean;
  /** The normal form of a text that is nothing but an identifier of this kind; undefined when it is none. */
  bare(text: string): Reading | undefined;
  /** The canonical https address of an identifier in normal form. */
  link(id: string): string;
}
