/** The search behind completion: ten thousand works, an answer within a keystroke. */
import { firstOf } from '../model/first-of.js';
import { fold, foldWords } from '../model/text.js';
import { haystackOf } from '../search/haystack.js';
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
}

const ranks = { exact: 100, key: 90, titleBegins: 80, keyPart: 70, title: 60, author: 55, mixed: 50, elsewhere: 20, inKey: 10, none: 0 } as const;
const space = 32;
/** Half a year, or a whole one. */
const yearlike = /^(?:19|20)\d{0,2}$/u;

/** Works with their haystacks. Asked again with a longer text, it looks only among what the shorter one found. */
export class CitableSearch {
  readonly #prepared: Prepared[] = [];
  readonly #keys = new Set<string>();
  #last: { readonly typed: string; readonly found: readonly Prepared[] } | undefined;

  get size(): number {
    return this.#prepared.length;
  }

  add(citable: Citable): void {
    const { title, authors, all } = haystackOf(citable.paper);
    // what was put together from pieces becomes one piece at the first look; better now than all at the first keystroke
    all.indexOf('\0');
    this.#keys.add(citable.key);
    this.#prepared.push({ citable, key: fold(citable.key), all, title: title.length, authors: title.length + authors.length - 1 });
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
    const among = this.#last !== undefined && narrows(text, this.#last.typed) ? this.#last.found : this.#prepared;
    const left = new Set(without);
    const groups = new Map<number, Prepared[]>();
    const found: Prepared[] = [];
    for (const one of among) {
      const rank = words.length === 0 ? ranks.elsewhere : rankOf(one, text, words);
      if (rank === ranks.none) continue;
      found.push(one);
      if (left.has(one.citable.key) || !accept(one.citable)) continue;
      const group = groups.get(rank);
      if (group) group.push(one);
      else groups.set(rank, [one]);
    }
    this.#last = { typed: text, found };
    const best: Citable[] = [];
    for (const [, group] of [...groups].sort(([a], [b]) => b - a)) {
      for (const { citable } of firstOf(group, limit - best.length, compare)) best.push(citable);
      if (best.length >= limit) break;
    }
    return best;
  }
}

/** Makes works searchable, one a step. */
export function* searchSteps(citables: Citables): Generator<void, CitableSearch> {
  const search = new CitableSearch();
  for (const paper of citables.papers) {
    const citable = citables.of(paper);
    if (citable) search.add(citable);
    yield;
  }
  return search;
}

/** What a longer text finds is among what its beginning found, as long as it is plain words. */
function narrows(text: string, before: string): boolean {
  return before !== '' && text.startsWith(before) && /^[\p{L}\p{N} ]+$/u.test(text);
}

function rankOf({ key, all, title, authors }: Prepared, text: string, words: readonly string[]): number {
  if (key === text) return ranks.exact;
  if (key.startsWith(text)) return ranks.key;
  if (beginsTitle(all, words)) return ranks.titleBegins;
  if (beginsPart(key, text)) return ranks.keyPart;
  let worst: number = ranks.title;
  let byTitle = false;
  let byAuthor = false;
  for (const word of words) {
    const at = beginsWord(all, word);
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

function compare(a: Prepared, b: Prepared): number {
  const places = Number(a.citable.file === undefined) - Number(b.citable.file === undefined);
  if (places !== 0) return places;
  return (b.citable.paper.year ?? 0) - (a.citable.paper.year ?? 0) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}
