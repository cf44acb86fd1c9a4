/** Parts that the patterns share: how links begin, how markup escapes them, and what a named field looks like. */
import type { Found, Pattern, Reading } from './mention.js';

/** A slash as it stands in a text: plain, escaped in JSON (`\/`), or percent-encoded inside another address. */
export const slash = String.raw`(?:\\?\/|%2F)`;
/** An underscore, as LaTeX escapes it (`\_`) and as Mendeley exports it (`{\_}`). */
export const underscore = String.raw`(?:_|\\_|\{\\_\}|%5F)`;
/** Ends a word: no letter or digit follows, nor a further number after a point. A link may be joined to the next without a break. */
export const wordEnd = String.raw`(?!(?!https?:)[A-Za-z0-9]|\.\d)`;
/** Begins a word. Only ASCII counts: other scripts often put no space before a link. */
const wordStart = '(?<![A-Za-z0-9])';

/**
 * Begins a link: a scheme, two slashes, or nothing at all. A scheme may stand anywhere (two links joined by `%20(` or `%5Cn`,
 * an archive's address before the real one); without it the host must be a word of its own, so `notarxiv.org`,
 * `me@arxiv.org` and `example.org/arxiv.org/…` are none.
 */
const scheme = String.raw`(?:https?:(?:\\?\/){2}|https?%3A%2F%2F|(?<![A-Za-z0-9@.\/%:\\-])\/\/|(?<![A-Za-z0-9@.\/%\\-]))`;

/** No scheme and subdomain together are longer. */
const longestOpening = 60;

/**
 * A pattern for links. What stands before the host is read backwards from it, after the match: patterns that begin with
 * optional parts are ten times slower.
 * @param hosts source of a regular expression for the host names, without the subdomains
 * @param path source for what follows the host and its slash; the named groups are the reader's
 * @param subdomains source for what may stand before the host, with its full stop
 */
export function linkPattern(hosts: string, path: string, read: Pattern['read'], subdomains = String.raw`www\.`): Pattern {
  const opening = new RegExp(`${scheme}(?:${subdomains})?$`, 'i');
  return {
    form: 'link',
    pattern: new RegExp(`(?:${hosts})(?::\\d{1,5})?${slash}${path}`, 'gi'),
    read: (match, text) => {
      const from = Math.max(0, match.index - longestOpening);
      const found = opening.exec(text.slice(from, match.index));
      const mention = found && read(match, text);
      return mention ? { start: from + found.index, ...mention } : undefined;
    },
  };
}

/** A pattern for a word with a meaning of its own, such as `arXiv:2212.10560`. */
export function wordPattern(word: string, read: Pattern['read']): Pattern {
  return { form: 'bare', pattern: new RegExp(`${wordStart}${word}`, 'gi'), read };
}

/**
 * A pattern for the value of a named field: BibTeX (`eprint = {…}`), JSON, YAML, TOML, keyword arguments, XML elements and
 * attributes, LaTeX macros (`\arxiv{…}`). The mention is the value alone.
 */
export function fieldPattern(names: string, value: string, read: (value: string) => Reading | undefined): Pattern {
  const source = String.raw`${wordStart}(?:${names})(?:\\?["'])?[ \t]{0,20}(?:[:=>][ \t]{0,20}\{{0,2}|\{)(?:\\?["'])?[ \t]{0,4}(?<value>${value})(?=\\?["']|[}\s,;)\]<#]|$)`;
  return {
    form: 'field',
    pattern: new RegExp(source, 'gi'),
    read: (match): Found | undefined => {
      const raw = group(match, 'value');
      const found = read(raw);
      return found && { ...found, start: match.index + match[0].length - raw.length };
    },
  };
}

/** A named group of a match; empty when it took no part. */
export function group(match: RegExpExecArray, name: string): string {
  const groups: Partial<Record<string, string>> | undefined = match.groups;
  return groups?.[name] ?? '';
}

/** Takes back what markup and percent-encoding did to the characters of an identifier. */
export function unescaped(raw: string): string {
  return raw
    .replace(/\{\\_\}/g, '_')
    .replace(/\\([_%&#~/])/g, '$1')
    .replace(/&(amp|lt|gt);/gi, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name.toLowerCase()] ?? '')
    .replace(/%([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** Whether the character at an offset is one of these (below U+2100): asking a table costs far less than a pattern a character. */
export function charTable(chars: string): (text: string, at: number) => boolean {
  const table = new Uint8Array(0x2100);
  for (const char of chars) table[char.charCodeAt(0)] = 1;
  return (text, at) => table[text.charCodeAt(at)] === 1;
}

export const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const isTrailing = charTable('.,;:!?-_~\'/\\');

/**
 * Where a run of address characters ends for a reader: before a closing bracket that it did not open or an opening one that it
 * does not close, and without punctuation or slash behind it.
 * @returns an offset between `start` and `end`
 */
export function balancedEnd(text: string, start: number, end: number): number {
  const open: number[] = [];
  const closes: Partial<Record<string, string>> = { ')': '(', ']': '[' };
  let stop = end;
  for (let at = start; at < end; at++) {
    const char = text.charAt(at);
    if (char === '(' || char === '[') open.push(at);
    const opener = closes[char];
    if (opener === undefined) continue;
    const last = open.pop();
    if (last === undefined || text.charAt(last) !== opener) {
      stop = last === undefined ? at : Math.min(at, last);
      break;
    }
  }
  stop = Math.min(stop, open[0] ?? stop);
  while (stop > start && isTrailing(text, stop - 1)) stop--;
  return stop;
}
