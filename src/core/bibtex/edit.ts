/** Changes of a .bib file as the smallest splices: every byte that a change does not name stays as it is. */
import type { TextRange } from '../model/problem.js';
import type { Splice } from '../yaml/splice.js';
import { at, comma, skipSpace, trimEnd } from './characters.js';
import { BibEditError, entryOf, sameEntry } from './edit-entry.js';
import { gapBetween, lineAbove, lineBreak, type BibSource, fileOf } from './edit-layout.js';
import { delimited, printField } from './print-entry.js';
import { scanBibtex } from './scan.js';
import { detectStyle } from './style.js';
import type { BibEntry, BibField, BibFile } from './syntax.js';

export { BibEditError } from './edit-entry.js';
export type { BibSource } from './edit-layout.js';

export interface AddOptions {
  /** Behind the entry of this key, behind all entries (default), or where its key belongs when the entries are sorted by key. */
  readonly after?: { readonly key: string } | 'end' | 'sorted' | undefined;
}

/**
 * Adds an entry, given as its text. Nothing changes when the file has it already; an entry of the same key that says something
 * else is a {@link BibEditError}.
 */
export function addEntry(source: BibSource, entry: string, options: AddOptions = {}): Splice[] {
  const file = fileOf(source);
  const added = scanBibtex(entry);
  const [one] = added.entries;
  if (one === undefined || added.entries.length > 1 || one.broken || one.key === '') throw new BibEditError('What is to be added is not one whole entry.');
  const there = file.entries.find(({ key }) => key.toLowerCase() === one.key.toLowerCase());
  if (there !== undefined) {
    if (sameEntry(file, there, added, one)) return [];
    throw new BibEditError(`The key ${one.key} is taken by another entry: give the new one another key.`);
  }
  const eol = lineBreak(file.text);
  const text = entry.slice(one.start, one.end).replace(/\r\n|\r|\n/gu, eol);
  const gap = eol.repeat(gapBetween(file));
  const before = options.after === 'sorted' ? sortedBefore(file, one.key) : undefined;
  if (before !== undefined) return [insertBefore(file, before, text, gap, eol)];
  const named = typeof options.after === 'object' ? entryOf(file, options.after.key) : undefined;
  const anchor = named?.close === undefined ? lastClosed(file) : named;
  return [anchor === undefined ? insertAlone(file, text, gap, eol) : insertBehind(file, anchor, text, gap, eol)];
}

/** The last entry that is closed: behind one that is not, BibTeX would read the new one as its text. */
function lastClosed(file: BibFile): BibEntry | undefined {
  let end = file.entries.length;
  while (end > 0 && file.entries[end - 1]?.close === undefined) end -= 1;
  return file.entries[end - 1];
}

/** The first entry with a greater key, when all keys are in order and the new one is not the last. */
function sortedBefore({ entries }: BibFile, key: string): BibEntry | undefined {
  const keys = entries.map((entry) => entry.key.toLowerCase());
  if (keys.some((one, index) => index > 0 && one < (keys[index - 1] ?? ''))) return undefined;
  const found = keys.findIndex((one) => one > key.toLowerCase());
  return found < 0 ? undefined : entries[found];
}

/** Remarks right above an entry belong to it. */
function insertBefore({ text, blocks }: BibFile, next: BibEntry, entry: string, gap: string, eol: string): Splice {
  const previous = blocks[blocks.indexOf(next) - 1];
  const floor = previous?.kind === 'junk' ? previous.start : next.start;
  let { start } = next;
  for (let line = lineAbove(text, start, floor); line !== undefined; line = lineAbove(text, start, floor)) start = line;
  const lined = start === 0 || /[\r\n\ufeff]/u.test(text.charAt(start - 1));
  return { start, end: start, text: `${lined ? '' : eol}${entry}${gap}` };
}

function insertBehind({ text }: BibFile, anchor: BibEntry, entry: string, gap: string, eol: string): Splice {
  const rest = /^[^\r\n]*/u.exec(text.slice(anchor.end, anchor.end + 10_000))?.[0] ?? '';
  // a remark behind the entry stays with it; anything else on the line goes to one of its own
  const remark = /^[ \t]*(?:%|$)/u.test(rest) && rest.length < 10_000;
  const place = anchor.end + (remark && rest.trim() !== '' ? rest.length : 0);
  return { start: place, end: place, text: `${gap}${entry}${remark ? '' : eol}` };
}

/** Into a file without entries: behind what it holds. */
function insertAlone({ text, entries }: BibFile, entry: string, gap: string, eol: string): Splice {
  const floor = text.startsWith('\ufeff') ? 1 : 0;
  const broken = entries[0];
  if (broken !== undefined) return { start: broken.start, end: broken.start, text: `${broken.start > floor && !/[\r\n]/u.test(text.charAt(broken.start - 1)) ? eol : ''}${entry}${gap}` };
  const place = Math.max(floor, trimEnd(text, floor, text.length));
  if (place > floor) return { start: place, end: place, text: `${gap}${entry}${text.length === place ? eol : ''}` };
  return { start: floor, end: floor, text: `${entry}${/^\s*[\r\n]/u.test(text.slice(floor)) ? '' : eol}` };
}

/** Sets a field (TeX without delimiters), adds it behind the others, or removes it when the value is undefined. */
export function replaceField(source: BibSource, key: string, name: string, value: string | undefined): Splice[] {
  const file = fileOf(source);
  const entry = entryOf(file, key);
  const field = entry.field(name.toLowerCase());
  if (value === undefined) return field === undefined ? [] : removeField(file, entry, field);
  const written = scanBibtex(`@a{k, a = {${value}}}`).entries[0];
  if (written?.broken !== false || written.fields.length !== 1 || written.fields[0]?.pieces[0]?.end !== value.length + 12) throw new BibEditError(`The braces of the new value of ${name} do not match.`);
  const first = field?.pieces[0];
  const last = field?.pieces.at(-1);
  if (first === undefined || last === undefined) return addField(file, entry, name, value);
  const kind = first.kind === 'quotes' ? 'quotes' : 'braces';
  const text = delimited(name, value, { delimiters: kind, bareNumbers: first.kind === 'number' });
  const old = file.text.slice(first.start, last.end);
  return old === text || (field?.pieces.length === 1 && first.closed && old.slice(1, -1) === value && first.kind === kind) ? [] : [{ start: first.start, end: last.end, text }];
}

function addField(file: BibFile, entry: BibEntry, name: string, value: string): Splice[] {
  const { text } = file;
  if (entry.close === undefined) throw new BibEditError(`The entry ${entry.key} is never closed: repair it first.`);
  const last = entry.fields.at(-1);
  const end = last?.pieces.at(-1)?.end ?? last?.nameEnd ?? entry.keyEnd;
  const found = commaBehind(text, end);
  const place = found === undefined ? end : found + 1;
  const style = detectStyle(last === undefined ? file : { ...file, entries: [entry] });
  const inLine = last !== undefined && !/[\r\n]/u.test(text.slice(entry.keyEnd, last.nameStart));
  const lead = inLine ? ' ' : `${lineBreak(text)}${style.indent}`;
  const keeps = found !== undefined && last !== undefined ? ',' : '';
  return [{ start: place, end: place, text: `${found === undefined ? ',' : ''}${lead}${printField(name, value, style)}${keeps}` }];
}

/** The comma before a field stays for the next one; the last field takes it along. */
function removeField({ text }: BibFile, entry: BibEntry, field: BibField): Splice[] {
  const previous = entry.fields.findLast(({ nameStart }) => nameStart < field.nameStart);
  const before = previous?.pieces.at(-1)?.end ?? previous?.nameEnd ?? entry.keyEnd;
  const end = field.pieces.at(-1)?.end ?? field.nameEnd;
  const start = trimEnd(text, before, field.nameStart);
  const behind = commaBehind(text, end);
  if (behind !== undefined) return [{ start, end: behind + 1, text: '' }];
  const separator = previous === undefined ? undefined : commaBehind(text, before);
  if (separator === undefined || separator + 1 === start) return [{ start: separator ?? start, end, text: '' }];
  return [{ start: separator, end: separator + 1, text: '' }, { start, end, text: '' }];
}

/** The comma that follows, remarks aside. */
function commaBehind(text: string, from: number): number | undefined {
  const next = skipSpace(text, from);
  return text.charCodeAt(next) === comma ? next : undefined;
}

/** Removes the entry of a key, see {@link removeRange}. */
export function removeEntry(source: BibSource, key: string): Splice[] {
  const file = fileOf(source);
  return removeRange(file.text, entryOf(file, key));
}

/** Removes an entry with the blank lines that part it from the next, or, of the last, from the one before. */
export function removeRange(text: string, { start, end }: TextRange): Splice[] {
  const floor = text.startsWith('\ufeff') ? 1 : 0;
  const next = skipSpace(text, end);
  const alone = start === floor || /[\r\n]/u.test(text.slice(trimEnd(text, floor, start), start));
  if (!alone) return [{ start, end, text: '' }];
  if (next < text.length) return [{ start, end: /[\r\n]/u.test(text.slice(end, next)) || text.charCodeAt(next) === at ? next : end, text: '' }];
  const content = trimEnd(text, floor, start);
  return [{ start: content, end: content === floor ? next : end, text: '' }];
}
