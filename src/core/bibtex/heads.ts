/** Where entries begin: for reading them, and for finding the way back after a fault. */
import { at, braceClose, braceOpen, comma, equals, isFieldAt, isSpace, nameEnd, parenClose, parenOpen, quote, skipSpace } from './characters.js';

/** `@type{` or `@type(`. */
export interface Head {
  readonly typeStart: number;
  readonly typeEnd: number;
  /** Offset of the opening delimiter. */
  readonly open: number;
}

/** The head that begins with the `@` at an offset; undefined when that is only an at sign, as in an address. */
export function headAt(text: string, from: number): Head | undefined {
  const typeStart = skipSpace(text, from + 1);
  const first = text.charCodeAt(typeStart);
  if (first >= 48 && first <= 57) return undefined;
  const typeEnd = nameEnd(text, typeStart);
  if (typeEnd === typeStart) return undefined;
  const open = skipSpace(text, typeEnd);
  const code = text.charCodeAt(open);
  return code === braceOpen || code === parenOpen ? { typeStart, typeEnd, open } : undefined;
}

/** Whether `@type{key,`, `@type{key name =`, `@string{name =`, `@preamble{` or `@comment{` stands at an offset: what nobody writes by chance. */
export function startsEntry(text: string, from: number): boolean {
  return bodyOf(text, from) >= 0;
}

/** Where the fields or the contents begin of what certainly is an entry; -1 when it may be something else. */
function bodyOf(text: string, from: number): number {
  const head = headAt(text, from);
  if (head === undefined) return -1;
  const type = text.slice(head.typeStart, Math.min(head.typeEnd, head.typeStart + 9)).toLowerCase();
  const inside = skipSpace(text, head.open + 1);
  const sure = (is: boolean) => (is ? inside : -1);
  if (type === 'comment') return inside;
  if (type === 'preamble') return sure(text.charCodeAt(inside) === quote || text.charCodeAt(inside) === braceOpen);
  if (type === 'string') return sure(isFieldAt(text, inside));
  for (let i = inside; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === comma) return i + 1;
    if (code === 10 || code === 13) return sure(i > inside && isFieldAt(text, skipSpace(text, i)));
    if (code === equals) return sure(isFieldAt(text, inside));
    if (code === at || code === braceOpen || code === braceClose || code === quote) return -1;
  }
  return -1;
}

/**
 * Whether the `@` at an offset inside a value is more likely the next entry: at the beginning of a line, or behind a closing
 * delimiter with a field to follow.
 */
export function interrupts(text: string, from: number): boolean {
  let before = from - 1;
  while (before >= 0 && (text.charCodeAt(before) === 32 || text.charCodeAt(before) === 9)) before -= 1;
  const code = text.charCodeAt(before);
  if (before < 0 || code === 10 || code === 13) return startsEntry(text, from);
  if (code !== braceClose && code !== quote && code !== parenClose) return false;
  const body = bodyOf(text, from);
  return body >= 0 && isFieldAt(text, skipSpace(text, body));
}

/** Whether an at sign opens its line. */
export function opensLine(text: string, from: number): boolean {
  let before = from - 1;
  while (before >= 0 && isSpace(text.charCodeAt(before)) && text.charCodeAt(before) !== 10 && text.charCodeAt(before) !== 13) before -= 1;
  return before < 0 || text.charCodeAt(before) === 10 || text.charCodeAt(before) === 13;
}
