/** Markdown → syntax trees with offsets, a section at a time: what is in one section cannot slow the next, and long files can pause between them. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Root } from 'mdast';

export interface MarkdownPart {
  /** Offset of the part in the text; offsets of its tree count from there. */
  readonly start: number;
  readonly text: string;
  /** Length of what the parsed text has before the part: the headings of a long table that was cut. */
  readonly lent: number;
  /** Undefined where the text is such that reading it would take too long. */
  readonly tree: Root | undefined;
}

/** Longest line, longest paragraph and deepest nesting that are given to the parser, in UTF-16 units and levels. */
const most = { line: 30_000, paragraph: 8_000, nesting: 40 };
/** A part that is longer ends at the next heading, paragraph or item that nothing encloses: the parser's time grows faster than a list. */
const enough = { heading: 2_000, other: 6_000 };

const heading = /^ {0,3}#{1,6}(?:[ \t]|$)/u;
const fence = /^[ \t]{0,40}(?:[-*+>] {0,4}|\d{1,9}[.)] {0,4})?(`{3,}|~{3,})/u;
/** The line below a table's headings. */
const delimiters = /^\s{0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*){0,200}\|?\s*$/u;
const definition = /^ {0,3}\[([^[\]]{1,200})\]:[ \t]*\S/u;

/** Cuts where nothing encloses the cut, and parses each part. Linear in the text. */
export function* parseMarkdown(text: string): Generator<MarkdownPart> {
  const definitions = definitionsOf(text);
  for (const { start, end, readable, headings } of cut(text)) {
    const part = text.slice(start, end);
    yield { start, text: part, lent: headings.length, tree: readable ? parse(headings + part + definitionsFor(part, definitions)) : undefined };
  }
}

function parse(text: string): Root | undefined {
  try {
    return fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  } catch {
    // nested beyond what the parser can hold
    return undefined;
  }
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly readable: boolean;
  /** Headings of the table in whose middle the part begins. */
  readonly headings: string;
}

/** Parts that begin where nothing encloses them, outside of code and comments; lines that are too long are parts of their own. */
function cut(text: string): Cut[] {
  const cuts: Cut[] = [];
  let start = 0;
  let inFence = '';
  let inComment = false;
  let sinceBlank = 0;
  let blankBefore = false;
  /** Least indentation of an item of the part. */
  let shallowest = 4;
  /** The table that is open: its row of headings and the line below it. */
  let table = '';
  let headings = '';
  let before = '';
  const close = (end: number, readable = true) => {
    if (end > start) cuts.push({ start, end, readable, headings });
    start = end;
    headings = '';
    sinceBlank = 0;
    shallowest = 4;
  };
  for (const { at, end, line } of lines(text)) {
    if (end - at > most.line || nesting(line) > most.nesting) {
      close(at);
      close(end, false);
      continue;
    }
    const free = inFence === '' && !inComment && at > start;
    // rows and items are read one by one; only a paragraph grows
    const apart = /^\s*(?:\||[-*+>]\s|\d{1,9}[.)]\s|$)/u.test(line);
    // a block of HTML cut in two would be one no more, and costs little
    sinceBlank = apart ? 0 : sinceBlank + (/^\s*</u.test(line) ? line.length / 20 : line.length);
    const indent = /^( *)(?:[-*+]|\d{1,9}[.)])\s/u.exec(line)?.[1]?.length;
    const outermost = (indent !== undefined && indent <= Math.min(3, shallowest)) || (blankBefore && indent === undefined && /^[^\s|]/u.test(line));
    if (free && ((at - start > enough.heading && heading.test(line)) || (at - start > enough.other && outermost) || sinceBlank > most.paragraph)) close(at);
    if (!line.includes('|') || line.trim() === '') table = '';
    else if (table === '' && delimiters.test(line) && before.includes('|') && before.length < 2_000) table = `${before.trim()}\n${line.trim()}\n`;
    else if (table !== '' && free && at - start > enough.other) {
      close(at);
      headings = table;
    }
    before = line;
    if (indent !== undefined) shallowest = Math.min(shallowest, indent);
    blankBefore = line.trim() === '';
    if (!inComment) {
      const mark = fence.exec(line)?.[1];
      if (mark !== undefined) inFence = inFence === '' ? mark.charAt(0) : mark.startsWith(inFence) ? '' : inFence;
    }
    if (inFence === '') inComment = inComment ? !line.includes('-->') : line.lastIndexOf('<!--') > line.lastIndexOf('-->');
  }
  close(text.length);
  return cuts;
}

function* lines(text: string): Generator<{ at: number; end: number; line: string }> {
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found + 1;
    yield { at, end, line: text.slice(at, Math.min(end, at + most.line + 1)) };
    at = end;
  }
}

/** How many quotes and lists a line opens. */
function nesting(line: string): number {
  const opening = /^(?:[ \t]{0,200}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){1,400}/u.exec(line)?.[0] ?? '';
  return opening.replace(/[^>*+.)-]/gu, '').length + Math.floor((/^[ \t]*/u.exec(line)?.[0].length ?? 0) / 20);
}

/** Definitions of reference-style links, by label as CommonMark compares them. */
function definitionsOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (!text.includes(']:')) return found;
  for (const { line } of lines(text)) {
    const label = definition.exec(line)?.[1];
    if (label !== undefined && line.length < 3000 && !found.has(folded(label))) found.set(folded(label), line.trim());
  }
  return found;
}

function folded(label: string): string {
  return label.trim().replace(/\s+/gu, ' ').toLowerCase().toUpperCase();
}

/** The definitions that a part refers to and does not hold, to be parsed with it. */
function definitionsFor(part: string, definitions: ReadonlyMap<string, string>): string {
  if (definitions.size === 0) return '';
  const wanted = new Set<string>();
  for (const [, label = ''] of part.matchAll(/\[([^[\]]{1,200})\]/gu)) {
    const line = definitions.get(folded(label));
    if (line !== undefined && !part.includes(line)) wanted.add(line);
  }
  return wanted.size === 0 ? '' : `\n\n${[...wanted].join('\n')}\n`;
}
