/**
 * Text → the blocks of a .bib file. Never throws, and takes time in proportion to the text whatever it holds. A fault costs the entry
 * that has it and no other; what of that entry can be read is read.
 */
import { runAtOnce } from '../bibliography/slices.js';
import { at, braceClose, comma, isFieldAt, lineEnd, nameEnd, parenClose, parenOpen, percent, skipSpace, trimEnd } from './characters.js';
import { headAt, opensLine, type Head } from './heads.js';
import { PackedEntry, PackedFields } from './packed-fields.js';
import { CommentScanner } from './scan-comment.js';
import { scanFields } from './scan-fields.js';
import { scanKey } from './scan-key.js';
import { delimitedEnd, scanPieces, skipBetween } from './scan-value.js';
import { Signs } from './signs.js';
import { report, type BibBlock, type BibEntry, type BibFile, type BibPreamble, type BibString, type Cursor } from './syntax.js';

/** Cuts a .bib file into its blocks. */
export function scanBibtex(text: string): BibFile {
  return runAtOnce(scanSteps(text));
}

/** The same, block by block. */
export function* scanSteps(text: string): Generator<void, BibFile> {
  const cursor: Cursor = { text, signs: new Signs(text), at: 0, problems: [] };
  const blocks: BibBlock[] = [];
  const entries: BibEntry[] = [];
  const strings: BibString[] = [];
  let done = 0;
  const comments = new CommentScanner(cursor);
  const packed = new PackedFields();
  while (cursor.at < text.length) {
    const head = nextHead(cursor);
    if (head === undefined) break;
    const start = cursor.at;
    if (start > done) blocks.push({ kind: 'junk', start: done, end: start });
    const block = head === 'comment' ? comments.scan(start) : scanBlock(cursor, start, head, packed);
    if (block.kind === 'entry') entries.push(block);
    else if (block.kind === 'string') strings.push(block);
    blocks.push(block);
    cursor.at = done = block.end;
    strayBrace(cursor);
    yield;
  }
  if (done < text.length) blocks.push({ kind: 'junk', start: done, end: text.length });
  return { text, blocks, entries, strings, problems: cursor.problems };
}

/** Moves to the next `@` that opens something. `%` hides the rest of its line, as in biber. */
function nextHead(cursor: Cursor): Head | 'comment' | undefined {
  const { text } = cursor;
  for (; cursor.at < text.length; cursor.at++) {
    const code = text.charCodeAt(cursor.at);
    if (code === percent) cursor.at = lineEnd(text, cursor.at);
    else if (code === at) {
      const nameStart = skipSpace(text, cursor.at + 1);
      const name = text.slice(nameStart, Math.min(nameStart + 8, text.length)).toLowerCase();
      if (name.startsWith('comment') && nameEnd(text, nameStart) === nameStart + 7) return 'comment';
      const head = headAt(text, cursor.at);
      if (head !== undefined) return head;
      reportLostHead(cursor);
    }
  }
  return undefined;
}

/** `@article key,` at the beginning of a line: surely an entry, but for its brace. */
function reportLostHead(cursor: Cursor): void {
  const { text, at: start } = cursor;
  const end = nameEnd(text, start + 1);
  if (end === start + 1 || !opensLine(text, start)) return;
  const key = nameEnd(text, skipSpace(text, end));
  if (text.charCodeAt(key) !== comma || !isFieldAt(text, skipSpace(text, key + 1))) return;
  report(cursor, 'error', 'no-open', start, key, `This entry has no opening brace and is lost: write ${text.slice(start, end).slice(0, 40)}{key, …}.`);
}

/** A brace directly behind an entry, or behind a comma there, belongs to nothing. */
function strayBrace(cursor: Cursor): void {
  let next = skipSpace(cursor.text, cursor.at);
  if (cursor.text.charCodeAt(next) === comma) next = skipSpace(cursor.text, next + 1);
  if (cursor.text.charCodeAt(next) === braceClose) report(cursor, 'warning', 'stray-close', next, next + 1, 'This } closes nothing: remove it, or look for a { that is missing in the entry before it.');
}

function scanBlock(cursor: Cursor, start: number, head: Head, packed: PackedFields): BibEntry | BibString | BibPreamble {
  const { text } = cursor;
  const { open, typeStart, typeEnd } = head;
  const type = text.slice(typeStart, typeEnd).toLowerCase();
  cursor.at = open + 1;
  if (type === 'preamble') return { kind: 'preamble', type, typeStart, typeEnd, open, start, ...scanPreamble(cursor, open) };
  if (type === 'string') {
    const { fields, close, end } = scanFields(cursor, open);
    return { kind: 'string', type, typeStart, typeEnd, open, start, fields, close, end };
  }
  const key = scanKey(cursor, open);
  const { fields, close, end, broken } = scanFields(cursor, open);
  const place = { type, typeStart, typeEnd, open, start, key: text.slice(key.start, key.end), keyStart: key.start, keyEnd: key.end, close, end, broken: broken || key.broken };
  return new PackedEntry(place, packed, packed.add(fields));
}

function scanPreamble(cursor: Cursor, open: number): Pick<BibPreamble, 'pieces' | 'close' | 'end'> {
  const { text } = cursor;
  const pieces = scanPieces(cursor);
  skipBetween(cursor);
  const close = cursor.at;
  const last = pieces.at(-1);
  const closing = text.charCodeAt(open) === parenOpen ? parenClose : braceClose;
  if (last?.closed === true && text.charCodeAt(close) === closing) return { pieces, close, end: close + 1 };
  report(cursor, 'error', 'unclosed-preamble', open, open + 1, 'A @preamble is one text in quotes or braces, then the closing brace. A quote or a brace is missing.');
  const { end, how } = delimitedEnd(cursor, open);
  return how === 'closed' ? { pieces, close: end - 1, end } : { pieces, close: undefined, end: trimEnd(text, open + 1, end) };
}
