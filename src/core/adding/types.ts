/** What one box of input holds, as plain data. This file is light: it may be imported at start-up. */
import type { Identifier, IdKind } from '../ids/index.js';
import type { TextRange } from '../model/problem.js';
import type { PaperFields } from '../model/schema.js';

/** What is known of a paper before it has a key. */
export type KnownFields = Partial<PaperFields>;

interface Item extends TextRange {
  /** Line of its first character, counted from 1. */
  readonly line: number;
  /** Lines on which the same work stands again. */
  readonly again: readonly number[];
}

/** An identifier or link. */
export interface IdentifierItem extends Item {
  readonly kind: 'identifier';
  readonly identifier: Identifier;
  /** What a Markdown link calls it: a hint, for works that no service can be asked about. */
  readonly title?: string;
}

export type EntryKind = 'bibtex' | 'ris' | 'csl';

/** A whole record of a bibliography. */
export interface EntryItem extends Item {
  readonly kind: EntryKind;
  /** `id` is the key that the record has; left out when it has none that a catalogue could carry. */
  readonly fields: KnownFields;
  /** The best identifier of the record, by which it can be completed. */
  readonly identifier?: Identifier;
}

/** A title, or a whole reference in words, to be searched for. */
export interface TitleItem extends Item {
  readonly kind: 'title';
  readonly title: string;
}

export type InputItem = IdentifierItem | EntryItem | TitleItem;

/** `link`: a web address in which no paper was recognised; `text`: neither identifier nor title; `long`: more than a title; `broken`: a record with a fault. */
export type NotUnderstoodReason = 'link' | 'text' | 'long' | 'broken';

export interface NotUnderstood extends TextRange {
  readonly line: number;
  readonly reason: NotUnderstoodReason;
  /** The text itself, at most 120 characters of one line. */
  readonly text: string;
}

export interface InputReading {
  /** In the order of the text; each work once. */
  readonly items: readonly InputItem[];
  readonly notUnderstood: readonly NotUnderstood[];
}

/** What the sentence while typing counts: identifiers by their kind, records by their format, titles. */
export type SummaryKind = IdKind | EntryKind | 'title';

export interface InputSummary {
  /** Only what there is, in the order of first appearance. */
  readonly counts: readonly { readonly kind: SummaryKind; readonly count: number }[];
  readonly notUnderstood: number;
  /** All items together. */
  readonly total: number;
}

/** Counts a reading: "3 arXiv ids, 1 DOI, 1 line not understood" without the words. */
export function summary({ items, notUnderstood }: InputReading): InputSummary {
  const counts = new Map<SummaryKind, number>();
  for (const item of items) {
    const kind = item.kind === 'identifier' ? item.identifier.kind : item.kind;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return { counts: Array.from(counts, ([kind, count]) => ({ kind, count })), notUnderstood: notUnderstood.length, total: items.length };
}
