/** The citation key of an entry, with its comma. */
import { braceClose, braceOpen, comma, equals, isFieldAt, isNameCode, isSpace, parenClose, parenOpen, quote, skipSpace, trimEnd } from './characters.js';
import { report, type Cursor } from './syntax.js';

export interface Key {
  readonly start: number;
  readonly end: number;
  readonly broken: boolean;
}

/**
 * Reads the key behind the opening delimiter at `open` and stops where the fields begin. As in BibTeX a key may hold anything but
 * blanks, commas and braces (and in an entry in parentheses, a closing one too).
 */
export function scanKey(cursor: Cursor, open: number): Key {
  const { text } = cursor;
  const start = skipSpace(text, open + 1);
  const end = wordEnd(text, start, open);
  const next = skipSpace(text, end);
  const code = text.charCodeAt(next);
  if (code === comma && end > start) {
    cursor.at = next + 1;
    return { start, end, broken: false };
  }
  cursor.at = end;
  if (end === start || text.slice(start, end).includes('=') || (code === equals && isFieldAt(text, start))) return missing(cursor, start, open);
  if (next >= text.length || code === braceClose || code === parenClose) return { start, end, broken: false };
  return spaced(cursor, start, end);
}

function wordEnd(text: string, from: number, open: number): number {
  const inParens = text.charCodeAt(open) === parenOpen;
  let i = from;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isSpace(code) || code === comma || code === braceClose || code === braceOpen || code === quote) break;
  }
  // (key) closes the entry; a key that ends in a parenthesis needs its comma
  return inParens && i > from && text.charCodeAt(i - 1) === parenClose && text.charCodeAt(skipSpace(text, i)) !== comma ? i - 1 : i;
}

function missing(cursor: Cursor, start: number, open: number): Key {
  report(cursor, 'error', 'no-key', open, open + 1, 'This entry has no key: write one behind the opening brace, followed by a comma.');
  cursor.at = cursor.text.charCodeAt(start) === comma ? start + 1 : start;
  return { start: open + 1, end: open + 1, broken: true };
}

/** A key of several words, or a key without its comma: what comes first, a comma or the = of a field, tells which. */
function spaced(cursor: Cursor, start: number, firstEnd: number): Key {
  const { text } = cursor;
  let i = firstEnd;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 9 && !isNameCode(code)) break;
    i += 1;
  }
  if (text.charCodeAt(i) === comma) {
    const end = trimEnd(text, start, i);
    report(cursor, 'error', 'key-with-space', start, end, `A key cannot hold spaces: write ${text.slice(start, end).slice(0, 60).replace(/\s+/gu, '-')}.`);
    cursor.at = i + 1;
    return { start, end, broken: true };
  }
  // the last word before the = is the name of a field, all before it the key
  let end = firstEnd;
  if (text.charCodeAt(i) === equals) {
    const words = trimEnd(text, start, i);
    let name = words;
    while (name > firstEnd && isNameCode(text.charCodeAt(name - 1))) name -= 1;
    end = trimEnd(text, start, name);
  }
  cursor.at = end;
  report(cursor, 'error', 'no-comma', start, end, `A comma is missing behind the key ${text.slice(start, end).slice(0, 60)}.`);
  return { start, end, broken: true };
}
