/** Org: `[cite/t:see @a p. 3;@b]`, with prefixes and suffixes for the whole citation. */
import { insertion, makeMarkup, noteOf, type Reading } from './build.js';
import { joinList } from './list.js';
import { blank, hasBlankLine, lines, skipBlanks, trimBlanks } from './mask.js';
import type { Citation, CitedKey, CiteEdit, CompletionPlace, Markup, Span, Work } from './types.js';

const head = /\[cite(?:\/([\w/-]{1,60}))?:/gu;
/** Org lets a key end in any of its signs, a full stop included. */
const keyPattern = /@([\p{L}\p{N}\-_.:?!`'/*@+|(){}<>&^$#%~]+)/u;
const style = { separator: ';', gap: '' };
const citationLimit = 20_000;

/** Org with its own citations (9.5 and later). */
export const org: Markup = makeMarkup({
  id: 'org',
  languages: ['org'],
  commands: ['cite', 'cite/t', 'cite/a', 'cite/na', 'cite/n', 'cite/f'],
  separator: ';',
  read: (text) => {
    const masked = mask(text);
    return { text, masked, citations: find(masked) };
  },
  isLegalKey: (key) => /^[\p{L}\p{N}\-_.:?!`'/*@+|(){}<>&^$#%~]+$/u.test(key),
  write: (reading, offset, works, command) => begun(reading, offset, works, ']') ?? insertion(offset, `[${command}:${works.map(item).join(';')}]`),
  join: (reading, citation, works, offset) => {
    const [list] = citation.lists;
    return begun(reading, offset, works, '') ?? (list ? joinList(reading, list, citation.keys, works.map(item), style, offset) : []);
  },
  complete,
});

function item(work: Work): string {
  const note = noteOf(work);
  return `${work.prefix ? `${work.prefix} ` : ''}@${work.key}${note === '' ? '' : ` ${note}`}`;
}

/** Works in the place of an `@` that waits for its key, in a citation that `close` ends. */
function begun(reading: Reading, offset: number, works: readonly Work[], close: string): CiteEdit[] | undefined {
  const place = reading.text.charAt(offset - 1) === '@' ? complete(reading, offset) : undefined;
  return place?.end === offset && place.start === offset ? [{ start: offset - 1, end: offset, text: works.map(item).join(';') + close }] : undefined;
}

function find(masked: string): Citation[] {
  const citations: Citation[] = [];
  head.lastIndex = 0;
  for (let match = head.exec(masked); match; match = head.exec(masked)) {
    const start = head.lastIndex;
    const close = closing(masked, start);
    if (close === undefined) continue;
    const { keys, end } = keysOf(masked, start, close);
    const list = { start, end, from: start, to: close };
    citations.push({ markup: 'org', command: match[1] === undefined ? 'cite' : `cite/${match[1]}`, start: match.index, end: close + 1, keys, lists: [list] });
    head.lastIndex = close + 1;
  }
  return citations;
}

/** The bracket that closes a citation; another citation or a blank line before it means there is none. */
function closing(masked: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from, limit = Math.min(masked.length, from + citationLimit); at < limit; at++) {
    const char = masked.charAt(at);
    if (char === ']' && depth-- === 0) return at;
    if (char === '[') {
      if (masked.startsWith('[cite', at)) return undefined;
      depth += 1;
    } else if (char === '\n' && /^\n[ \t\r]*\n/u.test(masked.slice(at, at + 40))) return undefined;
  }
  return undefined;
}

/** The references between semicolons; the list ends before the suffix that belongs to all of them. */
function keysOf(masked: string, start: number, close: number): { keys: CitedKey[]; end: number } {
  const keys: CitedKey[] = [];
  let end = close;
  for (let part = start; part <= close; ) {
    const semicolon = masked.indexOf(';', part);
    const stop = semicolon < 0 || semicolon > close ? close : semicolon;
    const from = skipBlanks(masked, part, stop);
    const to = trimBlanks(masked, from, stop);
    const match = keyPattern.exec(masked.slice(from, to));
    if (match) {
      const at = from + match.index + 1;
      keys.push({ key: match[1] ?? '', start: at, end: at + (match[1] ?? '').length, from, to });
      end = close;
    } else if (keys.length > 0 && to > from && end === close) end = keys.at(-1)?.to ?? close;
    part = stop + 1;
  }
  return { keys, end };
}

function complete({ text, masked, citations }: Reading, offset: number): CompletionPlace | undefined {
  const from = Math.max(0, offset - 4000);
  const before = masked.slice(from, offset);
  const open = before.lastIndexOf('[cite');
  const inside = open < 0 ? undefined : before.slice(open);
  const typed = /@([\p{L}\p{N}\-_.:?!`'/*+|(){}<>&^$#%~]*)$/u.exec(before);
  if (inside === undefined || !typed || inside.includes(']') || !/^\[cite(?:\/[\w/-]{1,60})?:/u.test(inside) || hasBlankLine(inside, 0, inside.length)) return undefined;
  const start = offset - (typed[1] ?? '').length;
  const whole = citations.find((citation) => citation.start <= start && start <= citation.end);
  const known = whole?.keys.find((key) => key.start === start);
  const earlier = [...inside.matchAll(/@([^\s;,\]]+)/gu)].map(([, key = '']) => key).slice(0, typed[1] === '' ? undefined : -1);
  const present = whole ? whole.keys.filter((key) => key.start !== start).map(({ key }) => key) : earlier;
  return { start, end: Math.max(offset, known?.end ?? offset), typed: text.slice(start, offset), present };
}

/** Blanks comments, source and example blocks, fixed-width lines, verbatim and code. */
function mask(text: string): string {
  const spans: Span[] = [];
  let block: { readonly name: string; readonly start: number } | undefined;
  for (const line of lines(text)) {
    const edge = /^[ \t]*#\+(begin|end)_(src|example|comment|export)\b/iu.exec(line.text);
    if (block) {
      if (edge?.[1]?.toLowerCase() !== 'end' || edge[2]?.toLowerCase() !== block.name) continue;
      spans.push({ start: block.start, end: line.end });
      block = undefined;
    } else if (edge?.[1]?.toLowerCase() === 'begin') block = { name: edge[2]?.toLowerCase() ?? '', start: line.start };
    else if (/^[ \t]*(?:#(?:[ \t]|$)|:(?:[ \t]|$))/u.test(line.text)) spans.push({ start: line.start, end: line.end });
  }
  if (block) spans.push({ start: block.start, end: text.length });
  const blocks = blank(text, spans);
  const verbatim = /(?<=^|[\s({'"-])([=~])(?=\S)[^\n]{0,200}?(?<=\S)\1(?=[\s\-.,;:!?'")}\\[]|$)/gmu;
  return blank(blocks, [...blocks.matchAll(verbatim)].map((match) => ({ start: match.index, end: match.index + match[0].length })));
}
