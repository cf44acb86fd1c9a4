/** Markdown → syntax trees with offsets, a section at a time: what is in one section cannot slow the next, and long files can pause between them. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Root } from 'mdast';

export interface MarkdownPart {
  /** Offset of the part in the text; offsets of its tree count from there. */
  readonly start: number;
  readonly text: string;
  /** Undefined where the text is such that reading it would take too long. */
  readonly tree: Root | undefined;
}

/** Longest line, deepest nesting and longest run of lines without a blank one that are given to the parser, in UTF-16 units. */
const most = { line: 30_000, paragraph: 20_000, nesting: 40 };

const heading = /^ {0,3}#{1,6}(?:[ \t]|$)/u;
const fence = /^[ \t]{0,40}(?:[-*+>] {0,4}|\d{1,9}[.)] {0,4})?(`{3,}|~{3,})/u;
const definition = /^ {0,3}\[([^[\]]{1,200})\]:[ \t]*\S/u;

/** Cuts at headings and parses each part. Linear in the text. */
export function* parseMarkdown(text: string): Generator<MarkdownPart> {
  const definitions = definitionsOf(text);
  for (const { start, end, readable } of cut(text)) {
    const part = text.slice(start, end);
    yield { start, text: part, tree: readable ? parse(part + definitionsFor(part, definitions)) : undefined };
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
}

/** Parts that begin with a heading, outside of code and comments; lines that are too long are parts of their own. */
function cut(text: string): Cut[] {
  const cuts: Cut[] = [];
  let start = 0;
  let inFence = '';
  let inComment = false;
  let sinceBlank = 0;
  const close = (end: number, readable = true) => {
    if (end > start) cuts.push({ start, end, readable });
    start = end;
    sinceBlank = 0;
  };
  for (const { at, end, line } of lines(text)) {
    if (end - at > most.line || nesting(line) > most.nesting) {
      close(at);
      close(end, false);
      continue;
    }
    const free = inFence === '' && !inComment;
    const table = /^\s*\|/u.test(line);
    sinceBlank = line.trim() === '' || table ? 0 : sinceBlank + line.length;
    if (free && at > start && (heading.test(line) || sinceBlank > most.paragraph)) close(at);
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
