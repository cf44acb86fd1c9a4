/** When two values of a field say the same, however they are written. */
import { compareNames, peopleOf } from '../model/similar-people.js';
import { titleParts } from '../model/similar-title.js';
import type { PersonField } from '../model/schema.js';
import { foldWords } from '../model/text.js';
import { isUnited, type Field, type ReviseFields } from './fields.js';

export interface Sameness {
  readonly same: boolean;
  /** They do not contradict each other, and one says more: a whole name for an initial, a month for a year. */
  readonly finer?: 'mine' | 'theirs';
}

const differ: Sameness = { same: false };
const same: Sameness = { same: true };

/** Ways to write a text so that only what it says remains. */
const written: Partial<Readonly<Record<Field, (text: string) => string>>> = {
  title: keyOf, 'title-short': keyOf, page: pages, doi: lower, acl: lower, arxiv: lower, volume: number, issue: number, edition: number,
  isbn: (text) => text.replace(/[^\dx]/giu, '').toUpperCase(),
  // case counts: two forums may differ in nothing else
  openreview: (text) => text,
};
const isDate = (field: Field) => field === 'issued' || field === 'submitted' || field === 'added';

/** Compares two values that are both there. */
export function sameValue(field: Field, mine: ReviseFields, theirs: ReviseFields): Sameness {
  const [a, b] = [mine[field], theirs[field]];
  if (equal(a, b)) return same;
  if (field === 'authors' || field === 'editors') return people(mine[field] ?? [], theirs[field] ?? []);
  if (field === 'links') return bool(equal(sortedEntries(a), sortedEntries(b)));
  if (isUnited(field)) return bool(Array.isArray(a) && Array.isArray(b) && equal(setOf(a), setOf(b)));
  if (typeof a !== 'string' || typeof b !== 'string') return differ;
  if (isDate(field)) return dates(a, b);
  const plain = written[field] ?? foldWords;
  return bool(plain(a) === plain(b) && plain(a) !== '');
}

function setOf(list: readonly unknown[]): Set<string> {
  return new Set(list.map((item) => JSON.stringify(item)));
}

function lower(text: string): string {
  return text.toLowerCase();
}

function bool(is: boolean): Sameness {
  return is ? same : differ;
}

/** Whether two values of YAML are equal; sets by what they hold. */
export function equal(a: unknown, b: unknown): boolean {
  if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((one) => b.has(one));
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function sortedEntries(value: unknown): unknown {
  return Object.entries(value ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
}

function keyOf(title: string): string {
  return titleParts(title).key || title;
}

/** Any dash, no blanks, and a last page that is cut short written out: `123--8` is `123–128`. */
function pages(range: string): string {
  const plain = range.replace(/\s+/gu, '').replace(/[-‐‑‒–—−]+/gu, '–');
  return plain.replace(/(\d+)–(\d+)/gu, (whole, first: string, last: string) => (last.length < first.length ? `${first}–${first.slice(0, first.length - last.length)}${last}` : whole));
}

/** "2nd" and "2" are one, and so are "012" and "12"; "3-4" is a number of its own. */
function number(written: string): string {
  return /^0*(\d+)(?:st|nd|rd|th)?\.?$/iu.exec(written.trim())?.[1] ?? foldWords(written);
}

function dates(mine: string, theirs: string): Sameness {
  if (mine.startsWith(theirs)) return { same: true, finer: 'mine' };
  return theirs.startsWith(mine) ? { same: true, finer: 'theirs' } : differ;
}

function people(mine: readonly PersonField[], theirs: readonly PersonField[]): Sameness {
  const [ours, others] = [peopleOf(mine), peopleOf(theirs)];
  if (mine.length !== theirs.length || ours.truncated !== others.truncated) return differ;
  const length = (list: readonly PersonField[]) => list.reduce((sum, one) => sum + (typeof one === 'string' ? one : Object.values(one).join(' ')).replace(/[^\p{L}]/gu, '').length, 0);
  if (!ours.names.every((name, at) => others.names[at] !== undefined && compareNames(name, others.names[at]) !== 'differ')) return differ;
  const [a, b] = [length(mine), length(theirs)];
  return a === b ? same : { same: true, finer: a > b ? 'mine' : 'theirs' };
}
