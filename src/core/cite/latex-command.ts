/** Reads one citation command of LaTeX with its arguments: natbib, biblatex with its multi-cite forms, apacite, plain. */
import { matchAt, skipBlanks, trimBlanks } from './mask.js';
import type { CitedKey, KeyList } from './types.js';

/** A command with the keys it cites. */
export interface LatexCommand {
  readonly name: string;
  readonly end: number;
  readonly keys: readonly CitedKey[];
  readonly lists: readonly KeyList[];
}

/** Commands with "cite" in their name that cite nothing by themselves, or whose first argument is no key. */
const others = /^(?:(?:Declare|At|If|if|set|blx|ltx)[a-zA-Z]*|citestyle|citetext|citereset|citesetup|citeindex[a-z]*|citetracker[a-z]*|citesep|citemid|citeleft|citeright|citeform|citepunct|citedash|citenumfont|citeurldatecomma|bibcite|newcites|citeauthorformat|mancite|pnocite|citereset)$/u;
const anyCitation = /cite|^bibentry$/iu;

/** Whether a command of that name (without backslash and star) cites the keys in its argument. */
export function isCiteCommand(name: string): boolean {
  return anyCitation.test(name) && !others.test(name);
}

/** `\cites`, `\parencites`, `\volcites`: any number of keys, each with its own notes. */
export function isMultiCite(name: string): boolean {
  return /cites\*?$/u.test(name);
}

/** The longest note that is looked for, so that a megabyte of opening brackets costs no more than its length. */
const noteLimit = 1000;

/**
 * Reads the arguments behind a command's name.
 * @param masked comments are blank in it
 * @param caret reads only what stands before it
 * @returns the command; the start of the list in which the caret stands; undefined when this cites nothing
 */
export function readArguments(masked: string, name: string, at: number, caret?: number): LatexCommand | { readonly inside: number } | undefined {
  const until = caret ?? masked.length;
  const multi = isMultiCite(name);
  const volume = /volcites?\*?$/iu.test(name);
  const keys: CitedKey[] = [];
  const lists: KeyList[] = [];
  let end = at;
  for (let first = true; first || multi; first = false) {
    const behind = blanks(masked, end, until);
    // Notes in parentheses belong to all keys of a multi-cite.
    const from = first && multi ? notes(masked, behind, until, '(') : behind;
    let next = notes(masked, from, until, first ? '[<' : '[');
    if (volume) {
      const close = masked.charAt(next) === '{' ? closing(masked, next, until, '}') : undefined;
      if (close === undefined) break;
      next = notes(masked, blanks(masked, close + 1, until), until, '[');
    }
    if (next >= until || masked.charAt(next) !== '{') break;
    const close = listEnd(masked, next + 1, until);
    if (close === 'open' && caret !== undefined) return { inside: next + 1 };
    if (close === undefined || close === 'open') break;
    const list = { start: next + 1, end: close, from, to: close + 1 };
    lists.push(list);
    for (const key of keysOf(masked, list, multi)) keys.push(key); // a hostile list is too long to be spread
    end = close + 1;
  }
  return lists.length > 0 ? { name, end, keys, lists } : undefined;
}

/** The keys between two braces. In a multi-cite a key that is alone takes its notes along. */
function keysOf(masked: string, list: KeyList, multi: boolean): CitedKey[] {
  const keys: CitedKey[] = [];
  for (let from = list.start; from <= list.end; ) {
    const comma = masked.indexOf(',', from);
    const to = comma < 0 || comma > list.end ? list.end : comma;
    const start = skipBlanks(masked, from, to);
    const end = trimBlanks(masked, start, to);
    const key = masked.slice(start, end);
    if (key !== '' && key !== '*' && !/[\s#]/u.test(key)) keys.push({ key, start, end, from: start, to: end });
    from = to + 1;
  }
  const [only] = keys;
  return multi && only && keys.length === 1 ? [{ ...only, from: list.from, to: list.to }] : keys;
}

/** The closing brace of a list of keys; `open` when there is none before `until`; undefined when something stands in the list that no key holds. */
function listEnd(masked: string, from: number, until: number): number | 'open' | undefined {
  for (let at = from; at < until; at++) {
    const char = masked.charAt(at);
    if (char === '}') return at;
    if (char === '{' || char === '\\' || (char === '\n' && endsParagraph(masked, at))) return undefined;
  }
  return 'open';
}

const closers: Partial<Record<string, string>> = { '[': ']', '(': ')', '<': '>' };

/** Past the optional arguments that begin with one of `openers`: `[…]`, `<…>` (apacite, beamer), `(…)` (multi-cites). */
function notes(masked: string, from: number, until: number, openers: string): number {
  let at = from;
  for (let count = 0; count < 4; count++) {
    const open = masked.charAt(at);
    const close = open !== '' && openers.includes(open) ? closers[open] : undefined;
    const end = close === undefined ? undefined : closing(masked, at, until, close);
    if (end === undefined) return at;
    at = blanks(masked, end + 1, until);
  }
  return at;
}

/** The closing delimiter of an argument; braces inside protect it. */
function closing(masked: string, open: number, until: number, close: string): number | undefined {
  let depth = 0;
  const limit = Math.min(until, open + noteLimit);
  for (let at = open + 1; at < limit; at++) {
    const char = masked.charAt(at);
    if (char === '\\') at += 1;
    else if (char === close && depth === 0) return at;
    else if (char === '{') depth += 1;
    else if (char === '}' && --depth < 0) return undefined;
    else if (char === '\n' && endsParagraph(masked, at)) return undefined;
  }
  return undefined;
}

const paragraphEnd = /\n[ \t\r]{0,200}\n/uy;
const endsParagraph = (masked: string, at: number) => matchAt(paragraphEnd, masked, at) !== null;

/** Past blanks and comments, but not past the end of a paragraph. */
function blanks(masked: string, from: number, until: number): number {
  const at = skipBlanks(masked, from, Math.min(until, from + noteLimit));
  return /\n[ \t\r]*\n/u.test(masked.slice(from, at)) ? from : at;
}
