/** The fields of an entry, and the ways on after a fault in one of them. */
import { at, braceClose, braceOpen, comma, equals, isFieldAt, nameEnd, parenClose, quote, skipSpace, trimEnd } from './characters.js';
import { interrupts, startsEntry } from './heads.js';
import { scanPieces, skipBetween } from './scan-value.js';
import { report, type BibField, type BibPiece, type Cursor } from './syntax.js';

/** What stands between the delimiters of an entry or an @string. */
export interface Fields {
  readonly fields: BibField[];
  /** Offset of the closing delimiter; undefined when it is missing. */
  readonly close: number | undefined;
  /** Where the entry ends. */
  readonly end: number;
  readonly broken: boolean;
}

/** Reads the fields from the cursor, which stands behind the key, to the end of the entry; `open` is the entry's opening delimiter. */
export function scanFields(cursor: Cursor, open: number): Fields {
  return new FieldScanner(cursor, open).scan();
}

class FieldScanner {
  readonly #cursor: Cursor;
  readonly #text: string;
  readonly #open: number;
  readonly #closing: number;
  readonly #fields: BibField[] = [];
  #broken = false;
  /** A value without end is cut short once in an entry, so that a thousand of them are not searched a thousand times. */
  #repaired = false;
  /** The comma before the next field is still to come; the one behind the key has been read. */
  #wantsComma = false;

  constructor(cursor: Cursor, open: number) {
    this.#cursor = cursor;
    this.#text = cursor.text;
    this.#open = open;
    this.#closing = this.#text.charCodeAt(open) === braceOpen ? braceClose : parenClose;
  }

  scan(): Fields {
    const [cursor, text] = [this.#cursor, this.#text];
    for (;;) {
      skipBetween(cursor);
      const here = cursor.at;
      const code = text.charCodeAt(here);
      if (here >= text.length || (code === at && startsEntry(text, here))) return this.#unclosed();
      if (code === comma) this.#comma();
      else if (code === this.#closing && !this.#isStray(here)) return this.#finish(here);
      else if (code === braceClose || code === parenClose) {
        if (this.#closesWrongly(here)) return this.#finish(here);
        this.#stray(here, code === braceClose ? '}' : ')');
      } else if (nameEnd(text, here) > here) this.#field();
      else this.#unexpected();
    }
  }

  #comma(): void {
    if (!this.#wantsComma) this.#fault('extra-comma', this.#cursor.at, 1, 'One comma too many: remove it.', 'warning');
    this.#wantsComma = false;
    this.#cursor.at += 1;
  }

  #field(): void {
    const [cursor, text] = [this.#cursor, this.#text];
    const nameStart = cursor.at;
    const end = nameEnd(text, nameStart);
    cursor.at = end;
    skipBetween(cursor);
    const code = text.charCodeAt(cursor.at);
    const assigned = code === equals;
    // a word and a quote behind a complete value are the rest of a text with quotes in it
    if (!assigned && (this.#wantsComma || (code !== braceOpen && code !== quote))) {
      cursor.at = nameStart;
      this.#unexpected();
      return;
    }
    const name = text.slice(nameStart, end);
    if (this.#wantsComma) this.#fault('no-comma', nameStart, name.length, `A comma is missing before the field ${name}.`);
    if (assigned) cursor.at += 1;
    else this.#fault('no-equals', nameStart, name.length, `Between the field ${name} and its value an = is missing.`);
    const before = cursor.problems.length;
    const pieces = scanPieces(cursor);
    if (cursor.problems.length > before && cursor.problems.slice(before).some(({ severity }) => severity === 'error')) this.#broken = true;
    this.#fields.push({ name: name.toLowerCase(), nameStart, nameEnd: end, pieces });
    this.#wantsComma = true;
    if (pieces.at(-1)?.closed === false) this.#endless();
    else if (pieces.length > 0) this.#checkWhatFollows();
  }

  /** A complete value is followed by a comma, by the end of the entry or, where a comma is missing, by the next field. */
  #checkWhatFollows(): void {
    const [text, from] = [this.#text, this.#cursor.at];
    const next = skipSpace(text, from);
    const code = text.charCodeAt(next);
    if (code === comma || code === braceClose || code === parenClose || code === 37) return;
    if (nameEnd(text, next) > next && isFieldAt(text, next)) return;
    // text that fits nowhere, or the next entry: did this value swallow what follows?
    this.#cutShort();
  }

  /** A value that is never closed: either a field in it shows where it should have been, or it reaches to the end. */
  #endless(): void {
    const piece = this.#lastPiece();
    if (piece === undefined || this.#cutShort()) return;
    this.#missingDelimiter(piece, piece.end);
    this.#cursor.at = piece.end;
  }

  #lastPiece(): BibPiece | undefined {
    return this.#fields.at(-1)?.pieces.at(-1);
  }

  /** Ends the last value before the first `, name = ` in it. False when it holds none. */
  #cutShort(): boolean {
    const [field, piece] = [this.#fields.at(-1), this.#lastPiece()];
    if (this.#repaired || field === undefined || piece === undefined || (piece.kind !== 'braces' && piece.kind !== 'quotes')) return false;
    this.#repaired = true;
    const end = nextFieldIn(this.#text, piece);
    if (end === undefined) return false;
    this.#missingDelimiter(piece, end);
    const cut = { kind: piece.kind, start: piece.start, end, closed: false } as const;
    this.#fields[this.#fields.length - 1] = { ...field, pieces: [...field.pieces.slice(0, -1), cut] };
    this.#cursor.at = end;
    return true;
  }

  #missingDelimiter(piece: BibPiece, end: number): void {
    const [open, close, name] = piece.kind === 'quotes' ? ['"', '"', 'quote'] : ['{', '}', 'brace'];
    this.#broken = true;
    report(this.#cursor, 'error', `unclosed-${name}`, piece.start, end, `The value that begins with this ${open} is never closed: a ${close} is missing.`);
  }

  /** Text that belongs to no field: it is left out up to where a field or the end of the entry comes in sight. */
  #unexpected(): void {
    const [cursor, text] = [this.#cursor, this.#text];
    const start = cursor.at;
    cursor.at = this.#nextLandmark(start);
    this.#wantsComma = false;
    const end = trimEnd(text, start, cursor.at);
    const word = text.slice(start, Math.min(end, start + 30)).split(/[\r\n]/u, 1)[0] ?? '';
    const before = this.#fields.length === 0 ? 'the key' : `the field ${this.#fields.at(-1)?.name ?? ''}`;
    this.#fault('unexpected-text', start, end - start, `“${word}” stands behind ${before}, where only a comma and the next field (name = {value}) or the end of the entry can stand. A brace or a quote may be missing before it.`);
  }

  #nextLandmark(from: number): number {
    const text = this.#text;
    let depth = 0;
    let i = from;
    while (i < text.length) {
      const code = text.charCodeAt(i);
      if (code === braceOpen) depth += 1;
      else if (code === braceClose && depth > 0) depth -= 1;
      else if ((code === braceClose || code === this.#closing) && depth === 0 && i > from) return i;
      else if (code === at && interrupts(text, i)) return i;
      else if (depth === 0 && (code === comma || code === 10 || code === 13)) {
        const next = skipSpace(text, i + 1);
        if (isFieldAt(text, next)) return i;
        i = next;
        continue;
      }
      i += 1;
    }
    return i;
  }

  /** A closing delimiter behind which the fields go on. */
  #isStray(here: number): boolean {
    const next = skipSpace(this.#text, here + 1);
    return this.#text.charCodeAt(next) === comma && isFieldAt(this.#text, skipSpace(this.#text, next + 1));
  }

  #stray(here: number, sign: string): void {
    this.#fault('stray-close', here, 1, `This ${sign} closes nothing: remove it, or write the opening delimiter that belongs to it.`);
    this.#cursor.at = here + 1;
  }

  /** `@article{…)`: the wrong delimiter, but clearly the end of the entry. */
  #closesWrongly(here: number): boolean {
    if (this.#text.charCodeAt(here) === this.#closing) return false;
    const next = skipSpace(this.#text, here + 1);
    if (next < this.#text.length && !(this.#text.charCodeAt(next) === at && startsEntry(this.#text, next))) return false;
    const [open, close] = this.#closing === braceClose ? ['{', '}'] : ['(', ')'];
    this.#fault('wrong-close', here, 1, `An entry that begins with ${open} must end with ${close}.`);
    return true;
  }

  #fault(rule: string, start: number, length: number, message: string, severity: 'error' | 'warning' = 'error'): void {
    if (severity === 'error') this.#broken = true;
    report(this.#cursor, severity, rule, start, start + length, message);
  }

  #finish(close: number): Fields {
    this.#cursor.at = close + 1;
    return { fields: this.#fields, close, end: close + 1, broken: this.#broken };
  }

  #unclosed(): Fields {
    const end = trimEnd(this.#text, this.#open + 1, this.#cursor.at);
    const sign = this.#closing === braceClose ? '}' : ')';
    // a value without end has already been reported; then the entry's own brace may well be there
    if (this.#lastPiece()?.closed !== false) report(this.#cursor, 'error', 'unclosed-entry', this.#open, this.#open + 1, `This entry is never closed: a ${sign} is missing before the next entry or the end of the file.`);
    this.#cursor.at = end;
    return { fields: this.#fields, close: undefined, end, broken: true };
  }
}

/**
 * The comma of the first `, name =` in a value, at the depth of its own delimiters and with a value or the end behind it; else of the
 * first at any depth that begins a line.
 */
function nextFieldIn(text: string, piece: BibPiece): number | undefined {
  let depth = 0;
  let onNewLine: number | undefined;
  for (let i = piece.start + 1; i < piece.end; i++) {
    const code = text.charCodeAt(i);
    if (code === braceOpen) depth += 1;
    else if (code === braceClose) depth -= 1;
    else if (code === comma) {
      const name = skipSpace(text, i + 1);
      if (!isFieldAt(text, name)) continue;
      const lined = /[\r\n]/u.test(text.slice(i, name));
      const value = skipSpace(text, skipSpace(text, nameEnd(text, name)) + 1);
      const delimited = text.charCodeAt(value) === braceOpen || text.charCodeAt(value) === quote || value >= piece.end - 1;
      if (depth <= 0 && (lined || delimited)) return i;
      if (lined) onNewLine ??= i;
    }
  }
  return onNewLine;
}
