/** The search behind completion: ten thousand works, an answer within a keystroke. */
import { fold, foldWords } from '../model/text.js';
import { makeHaystack } from '../search/haystack.js';
import { initialsOf, mayBegin } from './initials.js';
import type { Citable, Citables } from './citables.js';

export interface SearchOptions {
  /** Keys that are cited here already. */
  readonly without?: readonly string[];
  /** At most so many. */
  readonly limit: number;
  readonly accept?: (citable: Citable) => boolean;
}

interface Prepared {
  readonly citable: Citable;
  /** Folded. */
  readonly key: string;
  /** The haystack; `title` and `authors` are where these end in it. */
  readonly all: string;
  readonly title: number;
  readonly authors: number;
  /** Of the words in it, see {@link initialsOf}. */
  readonly initials: number;
}

const ranks = { exact: 100, key: 90, titleBegins: 80, keyPart: 70, title: 60, author: 55, mixed: 50, elsewhere: 20, inKey: 10, none: 0, hidden: -1 } as const;
const space = 32;
/** Half a year, or a whole one. */
const yearlike = /^(?:19|20)\d{0,2}$/u;

/** Works with their haystacks. Asked again with a longer text, it looks only among what the shorter one found. */
export class CitableSearch {
  readonly #keys = new Set<string>();
  #last: { readonly typed: string; readonly found: readonly Prepared[] } | undefined;

  /** @param prepared in the order in which works of one rank are shown */
  constructor(private readonly prepared: readonly Prepared[]) {
    for (const { citable } of prepared) this.#keys.add(citable.key);
  }

  get size(): number {
    return this.prepared.length;
  }

  /** Whether a key is complete. */
  has(key: string): boolean {
    return this.#keys.has(key);
  }

  /**
   * Best first: by key, by title, by authors, by anything else; equal ones those of a bibliography first, then the newest.
   * Every word must begin one of the work's; a part of the key counts last.
   */
  find(typed: string, { without = [], limit, accept = () => true }: SearchOptions): Citable[] {
    const text = fold(typed.trim());
    const words = foldWords(text).split(' ').filter((word) => word !== '');
    const left = new Set(without);
    const offered = ({ citable }: Prepared) => !left.has(citable.key) && accept(citable);
    if (words.length === 0) return this.#first(limit, offered);
    const among = this.#last !== undefined && narrows(text, this.#last.typed) ? this.#last.found : this.prepared;
    const groups = new Map<number, Citable[]>();
    const found: Prepared[] = [];
    let full: number = ranks.none;
    for (const one of among) {
      const rank = rankOf(one, text, words, full);
      if (rank === ranks.none) continue;
      found.push(one);
      if (rank <= full) continue;
      let group = groups.get(rank);
      if (group === undefined) groups.set(rank, (group = []));
      if (offered(one)) group.push(one.citable);
      if (group.length >= limit) full = rank;
    }
    this.#last = { typed: text, found };
    return [...groups].sort(([a], [b]) => b - a).flatMap(([, group]) => group).slice(0, limit);
  }

  #first(limit: number, offered: (one: Prepared) => boolean): Citable[] {
    const first: Citable[] = [];
    for (const one of this.prepared) {
      if (first.length >= limit) break;
      if (offered(one)) first.push(one.citable);
    }
    return first;
  }
}

/** Makes works searchable, one a step, and puts them in order: those of a bibliography first, then the newest, then by key. */
export function* searchSteps(citables: Citables): Generator<void, CitableSearch> {
  const years = new Map<number, Prepared[]>();
  for (const paper of citables.papers) {
    yield;
    const citable = citables.of(paper);
    if (!citable) continue;
    const place = (citable.file === undefined ? unfiled : 0) - (paper.year ?? 0);
    const year = years.get(place);
    if (year === undefined) years.set(place, [prepare(citable)]);
    else year.push(prepare(citable));
  }
  const all: Prepared[] = [];
  for (const [, year] of [...years].sort(([a], [b]) => a - b)) {
    yield;
    for (const one of year.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))) all.push(one);
  }
  return new CitableSearch(all);
}

/** Behind every year. */
const unfiled = 10_000;

function prepare(citable: Citable): Prepared {
  const { title, authors, all } = makeHaystack(citable.paper);
  const key = fold(citable.key);
  return { citable, key: key === citable.key ? citable.key : key, all: compact(all), title: title.length, authors: title.length + authors.length - 1, initials: initialsOf(all) };
}

/**
 * The same text in one piece and, where it can be, one byte a character: what is put together from parts of a large file keeps the two
 * bytes of that file's characters, whatever it holds, and only what is read anew loses them.
 */
function compact(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

/** What a longer text finds is among what its beginning found, as long as it is plain words. */
function narrows(text: string, before: string): boolean {
  return before !== '' && text.startsWith(before) && /^[\p{L}\p{N} ]+$/u.test(text);
}

/** @param full where there are as many of this rank as are shown, a lower one is not told: a single letter is found in almost every work */
function rankOf({ key, all, title, authors, initials }: Prepared, text: string, words: readonly string[], full: number): number {
  if (key === text) return ranks.exact;
  if (key.startsWith(text)) return ranks.key;
  if (full >= ranks.key) return ranks.hidden;
  if (beginsTitle(all, words)) return ranks.titleBegins;
  if (full >= ranks.titleBegins) return ranks.hidden;
  if (beginsPart(key, text)) return ranks.keyPart;
  let worst: number = ranks.title;
  let byTitle = false;
  let byAuthor = false;
  for (const word of words) {
    const at = mayBegin(initials, word) ? beginsWord(all, word) : -1;
    if (at < 0) return key.includes(text) ? ranks.inKey : ranks.none;
    if (at < title) byTitle = true;
    else if (at < authors) byAuthor = true;
    else if (!yearlike.test(word)) worst = ranks.elsewhere;
  }
  if (worst === ranks.elsewhere) return worst;
  if (byTitle) return byAuthor ? ranks.mixed : ranks.title;
  return byAuthor ? ranks.author : ranks.elsewhere;
}

/** The title is the first line, "\n self instruct …"; "selfins" begins it as well as "self ins" does. */
function beginsTitle(all: string, words: readonly string[]): boolean {
  let at = 2;
  for (const word of words) {
    for (let nth = 0; nth < word.length; nth += 1, at += 1) {
      if (all.charCodeAt(at) === space) at += 1;
      if (all.charCodeAt(at) !== word.charCodeAt(nth)) return false;
    }
  }
  return words.length > 0;
}

/** A part of a key begins behind digits: `selfins` in wang2023selfinstruct. */
function beginsPart(key: string, text: string): boolean {
  const at = key.indexOf(text);
  return at > 0 && /[^\p{L}]/u.test(key.charAt(at - 1)) && /^\p{L}/u.test(text);
}

/** Engines look for the first character; looking for a space before it would stop at every word. */
function beginsWord(haystack: string, word: string): number {
  for (let at = haystack.indexOf(word); at >= 0; at = haystack.indexOf(word, at + 1)) if (haystack.charCodeAt(at - 1) === space) return at;
  return -1;
}
