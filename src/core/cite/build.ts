/** Makes a markup out of what only its own file knows: how to read, how to write a citation, how to add to one. */
import { sortSplices, type Splice } from '../yaml/splice.js';
import { leaveList } from './list.js';
import { isMasked } from './mask.js';
import type { Citation, CitedKey, CiteEdit, CompletionPlace, FindOptions, InsertOptions, Markup, MarkupId, Work } from './types.js';

/** A text that has been read. */
export interface Reading {
  readonly text: string;
  /** The text with everything blank that holds no citation. */
  readonly masked: string;
  /** In order, none inside another. */
  readonly citations: readonly Citation[];
}

export interface Grammar {
  readonly id: MarkupId;
  readonly languages: readonly string[];
  readonly commands: readonly string[];
  /** What stands between two keys of a list; nothing where they merely follow one another. */
  readonly separator: string;
  read(text: string, options: FindOptions): Reading;
  isLegalKey(key: string): boolean;
  /** A new citation of at least one work. */
  write(reading: Reading, offset: number, works: readonly Work[], command: string): CiteEdit[];
  /** Adds works, none of which it holds, to the citation at the caret. */
  join(reading: Reading, citation: Citation, works: readonly Work[], offset: number): CiteEdit[];
  /** Takes a key out of a citation that keeps another; left out where the keys make one plain list. */
  leave?(reading: Reading, citation: Citation, gone: (item: CitedKey) => boolean): Splice[];
  complete(reading: Reading, offset: number): CompletionPlace | undefined;
}

/** The markup of a grammar. */
export function makeMarkup(grammar: Grammar): Markup {
  const { id, languages, commands } = grammar;
  return {
    id,
    languages,
    commands,
    findCitations: (text, options = {}) => [...grammar.read(text, options).citations],
    isLegalKey: (key) => grammar.isLegalKey(key),
    insert: (text, offset, works, options = {}) => insertAll(grammar, text, typeof offset === 'number' ? [offset] : offset, works, options),
    remove: (text, citation, key) => removeKey(grammar, text, citation, key),
    completionAt: (text, offset, options = {}) => {
      const reading = grammar.read(text, options);
      return isMasked(text, reading.masked, offset) ? undefined : grammar.complete(reading, offset);
    },
  };
}

/** The citation that an offset is in or at; between two that touch, the one before it. */
export function citationAt(citations: readonly Citation[], offset: number): Citation | undefined {
  let low = 0;
  let high = citations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((citations[middle] as Citation).end < offset) low = middle + 1;
    else high = middle;
  }
  const found = citations[low];
  return found && found.start <= offset ? found : undefined;
}

function insertAll(grammar: Grammar, text: string, offsets: readonly number[], cited: readonly (Work | string)[], options: InsertOptions): CiteEdit[] {
  const works = withoutRepeats(cited.map((work) => (typeof work === 'string' ? { key: work } : work)), new Set());
  const command = options.command ?? grammar.commands[0] ?? '';
  if (works.length === 0) return [];
  const reading = grammar.read(text, options);
  const joined = new Set<Citation>();
  const edits: CiteEdit[] = [];
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    const citation = citationAt(reading.citations, offset);
    if (citation === undefined) edits.push(...grammar.write(reading, offset, works, command));
    else if (!joined.has(citation)) {
      joined.add(citation);
      const missing = withoutRepeats(works, new Set(citation.keys.map(({ key }) => key)));
      if (missing.length > 0) edits.push(...grammar.join(reading, citation, missing, offset));
    }
  }
  // Two carets may both ask for the same thing at a third place, such as the text of a footnote.
  const seen = new Set<string>();
  return (sortSplices(edits) as CiteEdit[]).filter(({ start, end, text: added }) => {
    const name = `${start} ${end} ${added}`;
    return !seen.has(name) && seen.add(name);
  });
}

function withoutRepeats(works: readonly Work[], seen: Set<string>): Work[] {
  return works.filter(({ key }) => !seen.has(key) && seen.add(key));
}

function removeKey(grammar: Grammar, text: string, citation: Citation, key: string): Splice[] {
  const gone = (item: CitedKey) => item.key === key;
  if (!citation.keys.some(gone)) return [];
  if (citation.keys.every(gone)) return [whole(text, citation)];
  const reading = grammar.read(text, {});
  if (grammar.leave) return grammar.leave(reading, citation, gone);
  return leaveList(reading, citation.keys, gone, grammar.separator);
}

/** A whole citation, with the space before it when that would be left over. */
function whole(text: string, { start, end }: Citation): Splice {
  const spare = text.charAt(start - 1) === ' ' && /^[\s.,;:!?)\]]?$/u.test(text.charAt(end));
  return { start: spare ? start - 1 : start, end, text: '' };
}

/**
 * The place of a key in a list that begins at `listStart`. `stop` is a character that ends a key; `close` finds the end of a list
 * that makes no citation yet.
 */
export function placeInList({ text, masked, citations }: Reading, listStart: number, offset: number, stop: RegExp, close: RegExp): CompletionPlace | undefined {
  let start = offset;
  while (start > listStart && !stop.test(masked.charAt(start - 1))) start -= 1;
  let end = offset;
  while (end < masked.length && !stop.test(masked.charAt(end))) end += 1;
  const typed = text.slice(start, offset);
  const citation = citationAt(citations, offset);
  if (citation?.lists.some((list) => list.start === listStart || citation.lists.length > 1)) return { start, end, typed, present: citation.keys.filter((key) => key.start !== start).map(({ key }) => key) };
  const tail = masked.slice(end, end + 4000);
  const listEnd = end + Math.max(0, tail.search(close));
  const words = [masked.slice(listStart, start), masked.slice(end, listEnd)].flatMap((part) => part.split(/[,\s]+/u));
  return { start, end, typed, present: words.map((word) => word.replace(/^\{[^}]*\}|[({].*$/gu, '')).filter((word) => word !== '') };
}

/** A note as most markups put it: locator, then suffix. */
export function noteOf({ locator, suffix }: Work): string {
  return [locator, suffix].filter((part) => part !== undefined && part !== '').join(', ');
}

/** One insertion. */
export function insertion(at: number, text: string, cursor = text.length): CiteEdit[] {
  return [cursor === text.length ? { start: at, end: at, text } : { start: at, end: at, text, cursor }];
}
