/** AsciiDoc with asciidoctor-bibtex or asciidoctor-bibliography: `cite:[a(12),b]`; with its own bibliography: `<<key>>`. */
import { insertion, makeMarkup, noteOf, placeInList, type Reading } from './build.js';
import { joinList } from './list.js';
import { blank, hasBlankLine, lines, skipBlanks, trimBlanks } from './mask.js';
import type { Citation, CitedKey, CompletionPlace, FindOptions, Markup, Span, Work } from './types.js';

const names = '(?:cite|citenp|citep|citet|citealp|citealt|citeauthor|citeyear|citeyearpar|Citet|Citep|fullcite|nocite|bibitem)';
const head = new RegExp(String.raw`(?<![\w\\])(${names}):[^\s\[\]:]{0,60}\[`, 'gu');
const openHead = new RegExp(String.raw`(?<![\w\\])${names}:[^\s\[\]:]{0,60}\[$`, 'u');
const reference = /(?<!\\)<<([^\s<>,#"']{1,200})(?:,[^<>\n]{0,500})?>>/gu;
const style = { separator: ',', gap: '' };
const listLimit = 20_000;

/** AsciiDoc. References (`<<key>>`) count where {@link FindOptions.isKey} knows them. */
export const asciidoc: Markup = makeMarkup({
  id: 'asciidoc',
  languages: ['asciidoc'],
  commands: ['cite', 'citenp', 'citep', 'citet', 'fullcite', 'nocite', 'xref'],
  separator: ',',
  read: (text, options) => {
    const masked = mask(text);
    return { text, masked, citations: [...macros(masked), ...references(masked, options)].sort((a, b) => a.start - b.start) };
  },
  isLegalKey: (key) => /^[^\s,()[\]<>"'+\\]+$/u.test(key),
  write: ({ text }, offset, works, command) => {
    if (command === 'xref') return insertion(offset, works.map(({ key }) => `<<${key}>>`).join(' '));
    if (openHead.test(text.slice(Math.max(0, offset - 90), offset))) return insertion(offset, `${works.map(item).join(',')}]`);
    const before = /[\p{L}\p{N}_\\]/u.test(text.charAt(offset - 1)) ? ' ' : '';
    return insertion(offset, `${before}${command}:[${works.map(item).join(',')}]`);
  },
  join: (reading, citation, works, offset) => {
    const [list] = citation.lists;
    if (!list) return insertion(citation.end, works.map(({ key }) => ` <<${key}>>`).join(''));
    return joinList(reading, list, citation.keys, works.map(item), style, offset);
  },
  complete,
});

function item(work: Work): string {
  const note = noteOf(work);
  return note === '' ? work.key : `${work.key}(${note})`;
}

function macros(masked: string): Citation[] {
  const citations: Citation[] = [];
  let end = 0;
  head.lastIndex = 0;
  for (let match = head.exec(masked); match; match = head.exec(masked)) {
    const start = head.lastIndex;
    // Looked for again only when passed: a megabyte of open citations has one closing bracket.
    if (end < start) end = masked.indexOf(']', start);
    if (end < 0) break;
    if (end - start > listLimit || masked.slice(start, end).includes('[') || hasBlankLine(masked, start, end)) continue;
    const list = { start, end, from: match.index, to: end + 1 };
    citations.push({ markup: 'asciidoc', command: match[1] ?? '', start: match.index, end: list.to, keys: keysOf(masked, start, end), lists: [list] });
    head.lastIndex = list.to;
  }
  return citations;
}

/** `key` or `key(12)` or, in asciidoctor-bibliography, `key,page=3`; commas in parentheses are text. */
function keysOf(masked: string, start: number, end: number): CitedKey[] {
  const keys: CitedKey[] = [];
  let depth = 0;
  let part = start;
  for (let at = start; at <= end; at++) {
    const char = masked.charAt(at);
    if (char === '(') depth += 1;
    else if (char === ')') depth = Math.max(0, depth - 1);
    if (at < end && (char !== ',' || depth > 0)) continue;
    const from = skipBlanks(masked, part, at);
    const to = trimBlanks(masked, from, at);
    const key = /^[^\s()="]+(?=\(|$)/u.exec(masked.slice(from, to))?.[0];
    const last = keys.at(-1);
    if (key !== undefined) keys.push({ key, start: from, end: from + key.length, from, to });
    else if (last && masked.slice(from, to).includes('=')) keys[keys.length - 1] = { ...last, to };
    part = at + 1;
  }
  return keys;
}

function references(masked: string, options: FindOptions): Citation[] {
  if (!options.isKey) return [];
  const found: Citation[] = [];
  for (const match of masked.matchAll(reference)) {
    const key = match[1] ?? '';
    const start = match.index + 2;
    const end = match.index + match[0].length;
    if (options.isKey(key)) found.push({ markup: 'asciidoc', command: 'xref', start: match.index, end, keys: [{ key, start, end: start + key.length, from: match.index, to: end }], lists: [] });
  }
  return found;
}

function complete(reading: Reading, offset: number): CompletionPlace | undefined {
  const from = Math.max(0, offset - 2000);
  const before = reading.masked.slice(from, offset);
  const open = before.lastIndexOf('[');
  if (open >= 0 && openHead.test(before.slice(0, open + 1)) && !before.includes(']', open) && !hasBlankLine(before, open, before.length)) {
    if (/\([^)]*$/u.test(before.slice(open))) return undefined; // in a locator
    return placeInList(reading, from + open + 1, offset, /[\s,()[\]]/u, /\]|\n[ \t\r]*\n|$/u);
  }
  const typed = /<<([^\s<>,#"']{0,200})$/u.exec(before);
  if (!typed) return undefined;
  const start = offset - (typed[1] ?? '').length;
  return placeInList(reading, start, offset, /[\s<>,]/u, /[\s<>,]|$/u);
}

const delimiter = /^(-{4,}|\.{4,}|\+{4,}|\/{4,}|`{3,}[^`]*)$/u;

/** Blanks comments, listings, literal and passthrough blocks, and inline passthroughs. */
function mask(text: string): string {
  const spans: Span[] = [];
  let block: { readonly mark: string; readonly start: number } | undefined;
  for (const line of lines(text)) {
    const content = line.text.trimEnd();
    const mark = delimiter.exec(content)?.[1]?.replace(/^(`{3,}).*$/u, '$1');
    if (block) {
      if (mark !== block.mark) continue;
      spans.push({ start: block.start, end: line.end });
      block = undefined;
    } else if (mark !== undefined) block = { mark, start: line.start };
    else if (content.startsWith('//') && !content.startsWith('///')) spans.push({ start: line.start, end: line.end });
  }
  if (block) spans.push({ start: block.start, end: text.length });
  const blocks = blank(text, spans);
  const inline = /`\+[^`\n]{0,500}\+`|\+\+\+[^\n]{0,500}?\+\+\+|pass:[a-z,]{0,20}\[[^\]\n]{0,500}\]/gu;
  return blank(blocks, [...blocks.matchAll(inline)].map((match) => ({ start: match.index, end: match.index + match[0].length })));
}
