/**
 * What a .bib file holds, as written. Every offset counts UTF-16 units from the start of the text; `end` is exclusive.
 * The blocks of a file lie one behind the other without gaps: put together they are the file, byte for byte.
 */
import type { Severity } from '../model/problem.js';
import type { Signs } from './signs.js';

/** One part of a value. Offsets include the delimiters. */
export interface BibPiece {
  /** `{…}`, `"…"`, digits, the name of an @string, or text without the delimiters it needs (reported). */
  readonly kind: 'braces' | 'quotes' | 'number' | 'macro' | 'bare';
  readonly start: number;
  readonly end: number;
  /** False when the closing delimiter is missing. */
  readonly closed: boolean;
}

/** `name = piece # piece`. */
export interface BibField {
  /** In lower case, as BibTeX compares names. */
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** Empty when the value is missing (reported). */
  readonly pieces: readonly BibPiece[];
}

interface Block {
  readonly start: number;
  readonly end: number;
}
interface Command extends Block {
  /** In lower case. */
  readonly type: string;
  readonly typeStart: number;
  readonly typeEnd: number;
  /** Offset of the opening delimiter, `{` or `(`. */
  readonly open: number;
  /** Offset of the closing delimiter; undefined when it is missing. */
  readonly close: number | undefined;
}

export interface BibEntry extends Command {
  readonly kind: 'entry';
  /** As written; empty when there is none. */
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** In the order of the file, repeated names included. Other objects at each look: see packed-fields.ts. */
  readonly fields: readonly BibField[];
  /** The first field of a name, in lower case. */
  field(name: string): BibField | undefined;
  /** The entry has a fault that costs BibTeX the entry or a part of it. What could be read is here. */
  readonly broken: boolean;
}

/** `@string{name = value}`; more than one definition is read, as biber does. */
export interface BibString extends Command {
  readonly kind: 'string';
  readonly fields: readonly BibField[];
}

export interface BibPreamble extends Command {
  readonly kind: 'preamble';
  readonly pieces: readonly BibPiece[];
}

/** `@comment{…}`, or `@comment` and the rest of its line. */
export interface BibComment extends Block {
  readonly kind: 'comment';
}

/** Everything between: blank lines, remarks, `%` lines. */
export interface BibJunk extends Block {
  readonly kind: 'junk';
}

export type BibBlock = BibEntry | BibString | BibPreamble | BibComment | BibJunk;

/** What is wrong at a place of a .bib file, with the remedy in the sentence. */
export interface BibProblem {
  readonly start: number;
  readonly end: number;
  /** Stable code; all begin with `bibtex-`. */
  readonly rule: string;
  readonly message: string;
  readonly severity: Severity;
}

export interface BibFile {
  readonly text: string;
  readonly blocks: readonly BibBlock[];
  readonly entries: readonly BibEntry[];
  readonly strings: readonly BibString[];
  /** In the order of the file; the first {@link problemLimit} only. */
  readonly problems: readonly BibProblem[];
}

/** Nobody reads more problems of one file, and a megabyte of `@a{` has a quarter of a million. */
export const problemLimit = 10_000;

/** Where a reader stands in a text, and what it found wrong so far. */
export interface Cursor {
  readonly text: string;
  readonly signs: Signs;
  at: number;
  readonly problems: BibProblem[];
}

/** Notes a problem. */
export function report(cursor: Cursor, severity: Severity, rule: string, start: number, end: number, message: string): void {
  if (cursor.problems.length < problemLimit) cursor.problems.push({ start, end: Math.max(start, Math.min(end, cursor.text.length)), rule: `bibtex-${rule}`, message, severity });
}
