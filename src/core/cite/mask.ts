/** Masks: a text of the same length in which everything that cannot hold a citation is blank, so that plain patterns can read the rest. */
import type { Span } from './types.js';

/**
 * What masked characters become: white space for every pattern, and no line end. It is rare enough to be told from the blanks
 * of a blank line, so that a line with nothing but a comment does not look like the end of a paragraph.
 */
export const filler = '\u3000';

/** Blanks the spans; line ends stay. Spans are sorted and do not overlap. */
export function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    parts.push(text.slice(at, from), text.slice(from, end).replace(/[^\n\r]+/gu, (run) => filler.repeat(run.length)));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Whether a caret stands in masked text: both sides of it are blanked, or it ends a masked line. */
export function isMasked(text: string, masked: string, offset: number): boolean {
  const before = offset > 0 && text[offset - 1] !== masked[offset - 1];
  const behind = offset < text.length && text[offset] !== masked[offset];
  return before && (behind || offset === text.length || /[\n\r]/u.test(text.charAt(offset)));
}

/** A line without its line end. */
export interface Line extends Span {
  readonly text: string;
  /** Where the next line begins. */
  readonly next: number;
}

/** The lines of a text, in order. */
export function* lines(text: string): Generator<Line, void> {
  let start = 0;
  while (start < text.length) {
    const at = text.indexOf('\n', start);
    const next = at < 0 ? text.length : at + 1;
    let end = at < 0 ? text.length : at;
    if (end > start && text.charAt(end - 1) === '\r') end -= 1;
    yield { start, end, next, text: text.slice(start, end) };
    start = next;
  }
}

/** The first offset at or behind `from` without white space, not beyond `to`. */
export function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** The end of the last character before `to` that is no white space, not before `from`. */
export function trimBlanks(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && isBlank(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0x3000 || code === 0xa0 || code === 0xfeff;
}

/** Whether a blank line, the end of a paragraph, stands between two offsets. */
export function hasBlankLine(text: string, from: number, to: number): boolean {
  return /\n[ \t\r]*\n/u.test(text.slice(from, to));
}

/** Matches a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
