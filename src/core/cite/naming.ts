/** What the files that write a bibliography's name share. */
import type { Splice } from '../yaml/splice.js';
import { lines } from './mask.js';

export interface NamingSplice extends Splice {
  /** Belongs above what stands at its place: a caret there moves on with the text. Otherwise it belongs below, and the caret stays. */
  readonly head: boolean;
}

export const above = (at: number, text: string): NamingSplice => ({ start: at, end: at, text, head: true });
export const below = (at: number, text: string): NamingSplice => ({ start: at, end: at, text, head: false });
export const instead = (start: number, end: number, text: string): NamingSplice => ({ start, end, text, head: false });

/** The line break of a text. */
export function lineBreakOf(text: string): string {
  return /\r\n|\n/u.exec(text)?.[0] ?? '\n';
}

/** A paragraph of its own at the end of a text; what stands there, blank lines too, is kept. */
export function atEnd(text: string, paragraph: string): NamingSplice {
  const eol = lineBreakOf(text);
  const last = text.endsWith('\n') ? (/\n\r?\n$/u.test(text) ? '' : eol) : text === '' || text === '\uFEFF' ? '' : eol + eol;
  return below(text.length, `${last}${paragraph.replaceAll('\n', eol)}${eol}`);
}

/** The end of the line that holds an offset, without its line break. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return at > offset && text.charAt(at - 1) === '\r' ? at - 1 : at;
}

/** The beginning of the line that holds an offset. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Behind the last of the lines at the top of a text that are of a kind; blank lines go on only between such lines. */
export function endOfHead(text: string, isHead: (line: string, index: number) => boolean): number {
  let end = text.startsWith('\uFEFF') ? 1 : 0;
  let index = 0;
  for (const line of lines(text)) {
    const content = line.text.replace(/^\uFEFF/u, '');
    if (isHead(content, index)) end = line.next;
    else if (content.trim() !== '') break;
    index += 1;
  }
  return end;
}

/** Whole lines behind {@link endOfHead}, with a blank line between them and the text. */
export function linesAt(text: string, at: number, added: string): NamingSplice {
  const eol = lineBreakOf(text);
  const broken = at === 0 || /[\n\uFEFF]/u.test(text.charAt(at - 1));
  const rest = text.slice(at);
  return above(at, `${broken ? '' : eol}${added}${eol}${rest === '' || /^\r?\n/u.test(rest) ? '' : eol}`);
}
