/** Keys in a .bib file, looked up around a place: a file of ten thousand entries is not read anew for one of them. */
import { scanBibtex } from '../bibtex/scan.js';
import { bibtex } from './bibtex.js';
import type { Citation, CitedKey, Span } from './types.js';

/** A key in a .bib file. `defines`: it is the key of an entry (or one of its `ids`), and no reference to one. */
export interface BibKey extends CitedKey {
  readonly defines: boolean;
  /** `entry`, or the field: `crossref`. */
  readonly field: string;
}

/** An entry with its key's place. */
export interface Definition extends Span {
  readonly key: CitedKey;
}

/**
 * The key at an offset, or one that ends there.
 * @param entries of this very text, sorted; what lies between two of them is read as well
 */
export function bibKeyAt(text: string, entries: readonly Span[], offset: number): BibKey | undefined {
  const keys = keysAround(text, entries, offset);
  return keys.find(({ start, end }) => start <= offset && offset < end) ?? keys.find(({ end }) => end === offset);
}

/** Every place of a key, as the key of an entry and in fields that name entries, in order. Keys are compared as biber and BibTeX do: in any case. */
export function bibKeysOf(text: string, entries: readonly Span[], key: string): BibKey[] {
  const found = new Map<number, BibKey>();
  const wanted = key.toLowerCase();
  const searched = text.toLowerCase();
  // a character whose lower case is longer moves what is behind it; then each place is looked at as written
  const haystack = searched.length === text.length ? searched : text;
  for (let at = haystack.indexOf(wanted); at >= 0; at = haystack.indexOf(wanted, at + Math.max(1, wanted.length))) {
    const one = bibKeyAt(text, entries, at);
    if (one?.start === at && one.key.toLowerCase() === wanted) found.set(at, one);
  }
  return [...found.values()];
}

/** How much of a file one entry may take. */
const longest = 200_000;

/** The entry of a key wherever it stands, also one that only lends its fields (@xdata). */
export function definitionOf(text: string, key: string): Definition | undefined {
  if (key === '') return undefined;
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + key.length)) {
    const head = /@[^\S\n]{0,20}[^\s@{}()",='#%]{1,100}\s{0,20}[{(]\s{0,100}$/u.exec(text.slice(Math.max(0, at - 250), at));
    if (!head) continue;
    const from = at - head[0].length;
    const entry = scanBibtex(text.slice(from, from + longest)).entries[0];
    if (entry?.key === key) return { start: from + entry.start, end: from + entry.end, key: { key, ...place(from, entry.keyStart, entry.keyEnd) } };
  }
  return undefined;
}

const place = (shift: number, start: number, end: number) => ({ start: start + shift, end: end + shift, from: start + shift, to: end + shift });

function keysAround(text: string, entries: readonly Span[], offset: number): BibKey[] {
  let low = 0;
  for (let high = entries.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const entry = entries[low];
  const inside = entry !== undefined && entry.start <= offset;
  const from = inside ? entry.start : (entries[low - 1]?.end ?? 0);
  const to = inside ? entry.end : (entry?.start ?? text.length);
  return bibtex.findCitations(text.slice(from, to)).flatMap((citation) => ofCitation(citation, from));
}

function ofCitation({ command, keys }: Citation, shift: number): BibKey[] {
  return keys.map((key) => ({ ...key, ...place(shift, key.start, key.end), defines: command === 'entry' || command === 'ids', field: command }));
}
