/** Values: `{…}`, `"…"`, digits and names of @strings, joined by `#`. */
import { at, braceClose, braceOpen, hash, isNameCode, isSpace, nameEnd, percent, quote, lineEnd, trimEnd } from './characters.js';
import { interrupts } from './heads.js';
import { report, type BibPiece, type Cursor } from './syntax.js';

/**
 * How delimited text ends: behind its closing delimiter; at a closing brace that a quoted text has no partner for; or never, and then
 * `end` is where the next entry begins or the text ends.
 */
export interface Ending {
  readonly end: number;
  readonly how: 'closed' | 'brace' | 'never';
}

/**
 * Looks for the end of the text that the delimiter at `open` begins. Braces count whether or not a backslash stands before them, as
 * in BibTeX. A text may quote one entry; at the second it is plain that a delimiter is missing, and it ends before the first. So no
 * stretch is looked at more than three times, however many faults a file has.
 */
export function delimitedEnd(cursor: Cursor, open: number): Ending {
  const { text, signs } = cursor;
  const quoted = text.charCodeAt(open) === quote;
  let depth = quoted ? 0 : 1;
  let entry = -1;
  for (let i = open + 1; ; i++) {
    const brace = Math.min(signs.open.next(i), signs.close.next(i));
    const end = quoted && depth === 0 ? Math.min(brace, signs.quote.next(i)) : brace;
    i = Math.min(end, signs.at.next(i));
    if (i >= text.length) break;
    const code = text.charCodeAt(i);
    if (code === braceOpen) depth += 1;
    else if (code === braceClose) {
      depth -= 1;
      if (depth === 0 && !quoted) return { end: i + 1, how: 'closed' };
      if (depth < 0 && !quoteEndsLine(cursor, i)) return { end: i, how: 'brace' };
      if (depth < 0) {
        report(cursor, 'error', 'stray-close', i, i + 1, 'This } closes nothing: remove it, or write the { that belongs to it.');
        depth = 0;
      }
    } else if (code === quote) return { end: i + 1, how: 'closed' };
    else if (interrupts(text, i)) {
      if (entry >= 0) return { end: entry, how: 'never' };
      entry = i;
    }
  }
  return { end: entry >= 0 ? entry : text.length, how: 'never' };
}

/** Whether the next quote is near, on the same line and followed by the end of the field: then the brace before it is the fault. */
function quoteEndsLine({ text, signs }: Cursor, from: number): boolean {
  const found = signs.quote.next(from);
  if (found - from > 200 || found >= text.length || /[\r\n]/u.test(text.slice(from, found))) return false;
  return /^[ \t]*(?:[,#}\r\n]|$)/u.test(text.slice(found + 1, found + 20));
}

/** Moves over blanks and over `%` remarks, which biber allows inside of entries and BibTeX does not. */
export function skipBetween(cursor: Cursor): void {
  const { text } = cursor;
  for (;;) {
    while (cursor.at < text.length && isSpace(text.charCodeAt(cursor.at))) cursor.at += 1;
    if (text.charCodeAt(cursor.at) !== percent) return;
    const end = lineEnd(text, cursor.at);
    report(cursor, 'info', 'comment-in-entry', cursor.at, end, 'BibTeX knows no % remarks inside an entry (biber does). Move it in front of the entry.');
    cursor.at = end;
  }
}

/** Reads the value at the cursor and stops behind its last piece. The list is empty when there is none. */
export function scanPieces(cursor: Cursor): BibPiece[] {
  const pieces: BibPiece[] = [];
  for (;;) {
    skipBetween(cursor);
    const piece = scanPiece(cursor);
    if (piece === undefined) {
      report(cursor, 'error', 'no-value', cursor.at, cursor.at + 1, 'A value is missing here. Write it in braces, or remove the field.');
      return pieces;
    }
    pieces.push(piece);
    if (!piece.closed) return pieces;
    cursor.at = piece.end;
    skipBetween(cursor);
    if (cursor.text.charCodeAt(cursor.at) !== hash) {
      cursor.at = piece.end;
      return pieces;
    }
    cursor.at += 1;
  }
}

function scanPiece(cursor: Cursor): BibPiece | undefined {
  const { text } = cursor;
  const start = cursor.at;
  const code = text.charCodeAt(start);
  if (code === braceOpen || code === quote) {
    const kind = code === quote ? 'quotes' : 'braces';
    const { end, how } = delimitedEnd(cursor, start);
    return how === 'closed' ? { kind, start, end, closed: true } : { kind, start, end: trimEnd(text, start + 1, end), closed: false };
  }
  const end = bareEnd(text, start);
  if (end === start) return undefined;
  const word = text.slice(start, end);
  const kind = /^\d+$/u.test(word) ? 'number' : /^\d/u.test(word) || nameEnd(text, start) !== end ? 'bare' : 'macro';
  if (kind === 'bare') report(cursor, 'warning', 'bare-value', start, end, `The value ${word.slice(0, 40)} needs braces around it: {${word.slice(0, 40)}}.`);
  return { kind, start, end, closed: true };
}

/** Numbers, names, and what people forget to put in braces: 2020a, 12/3, O'Neil. */
function bareEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    // an apostrophe and an opening parenthesis are no part of a name, but of a text without braces
    if (!isNameCode(code) && code !== 39 && !(code === at && i > from)) break;
    i += 1;
  }
  return i;
}
