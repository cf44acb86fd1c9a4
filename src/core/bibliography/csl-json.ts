/** CSL-JSON files as bibliographies: a list of items. */
import type { Splice } from '../yaml/splice.js';
import { cslItem, cslReading } from './csl-item.js';
import { entryToRename, eolOf, keyFor, keySplice, lineOf, ListedBibliography, ListedEntry, type Piece } from './listed.js';
import { jsonSteps, type JsonItem, type JsonList } from './scan-json.js';
import { runAtOnce, runInSlices } from './slices.js';
import type { Bibliography, BibliographyFormat, Entry, EntryProblem } from './types.js';

type Json = ListedBibliography<JsonList>;
const reading = cslReading();

function* steps(text: string): Generator<void, Json> {
  const layout = yield* jsonSteps(text);
  const bibliography: Json = new ListedBibliography('csl-json', text, layout, layout.problems);
  for (const item of layout.items) {
    yield;
    bibliography.add(new ListedEntry(pieceOf(text, item), reading));
  }
  return bibliography;
}

function pieceOf(text: string, { start, end, idStart, idEnd, broken }: JsonItem): Piece {
  const written = text.slice(idStart, idEnd);
  return { key: written.includes('\\') ? unescaped(written) : written, keyPlace: { key: written, start: idStart, end: idEnd }, start, end, broken, load: () => load(text.slice(start, end), start, broken) };
}

function unescaped(written: string): string {
  try {
    return String(JSON.parse(`"${written}"`));
  } catch {
    return written;
  }
}

function load(source: string, start: number, told: boolean): { value: unknown; problems: readonly EntryProblem[] } {
  try {
    return { value: JSON.parse(source), problems: [] };
  } catch (fault) {
    const position = Number(/position (\d+)/u.exec(fault instanceof Error ? fault.message : '')?.[1] ?? 0);
    const at = start + Math.min(position, Math.max(0, source.length - 1));
    const problem: EntryProblem = { rule: 'json-syntax', severity: 'error', start: at, end: at + 1, message: 'This item is no valid JSON: a comma, a quote, a colon or a bracket is missing here or just before, or one is too many.' };
    // what can be had of it: texts that stand on lines of their own
    return { value: salvaged(source), problems: told ? [] : [problem] };
  }
}

/** Fields of the shape `"name": "text"`, for an item that JSON.parse refuses. */
function salvaged(source: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of source.slice(0, 100_000).matchAll(/"([A-Za-z-]{2,30})"\s*:\s*"((?:[^"\\\r\n]|\\.)*)"/gu)) if (!Object.hasOwn(found, name)) found[name] = unescaped(value);
  return found;
}

function jsonOf(bibliography: Bibliography): Json {
  return bibliography instanceof ListedBibliography && bibliography.format === 'csl-json' ? (bibliography as Json) : runAtOnce(steps(bibliography.text));
}

/** How the items of a file are laid out. */
interface Look {
  /** Before an item, when it begins a line; undefined when the list stands on one line. */
  readonly margin: string | undefined;
  /** What a level of an item is indented by; undefined when an item stands on one line. */
  readonly indent: string | undefined;
}

function lookOf({ text, layout, entries }: Json): Look {
  const last = layout.items.at(-1);
  const open = layout.open ?? 0;
  if (last === undefined) return text.slice(open, layout.close ?? open).includes('\n') || text.trim().length <= 2 ? { margin: '  ', indent: '  ' } : { margin: undefined, indent: undefined };
  const margin = /[\r\n]([ \t]*)$/u.exec(text.slice(Math.max(0, last.start - 200), last.start))?.[1];
  const whole = entries.findLast(({ piece }) => !piece.broken)?.piece ?? last;
  const own = /[\r\n]([ \t]*)$/u.exec(text.slice(Math.max(0, whole.start - 200), whole.start))?.[1] ?? '';
  const inner = /^\{[ \t]*\r?\n([ \t]*)/u.exec(text.slice(whole.start, whole.start + 300))?.[1];
  return { margin, indent: inner === undefined ? undefined : inner.startsWith(own) ? inner.slice(own.length) || '  ' : '  ' };
}

function printItem(item: unknown, { margin, indent }: Look, eol: string): string {
  if (indent === undefined) return JSON.stringify(item);
  return JSON.stringify(item, undefined, indent).split('\n').join(`${eol}${margin ?? ''}`);
}

function insertion(json: Json, item: unknown): Splice {
  const { text, layout } = json;
  const eol = eolOf(text);
  const look = lookOf(json);
  const printed = printItem(item, look, eol);
  const { open, close } = layout;
  if (open === undefined) return { start: text.startsWith('\ufeff') ? 1 : 0, end: text.length, text: `[${eol}  ${printItem(item, { margin: '  ', indent: '  ' }, eol)}${eol}]${eol}` };
  const last = layout.items.at(-1);
  if (last !== undefined) return { start: last.end, end: last.end, text: `,${look.margin === undefined ? (/,( *)\{/u.exec(text.slice(open, open + 100_000))?.[1] ?? ' ') : `${eol}${look.margin}`}${printed}` };
  const end = close ?? open + 1;
  if (look.margin === undefined) return { start: open + 1, end, text: printed };
  const outer = /[\r\n]([ \t]*)$/u.exec(text.slice(0, open))?.[1] ?? '';
  return { start: open + 1, end, text: `${eol}${outer}${look.margin}${printed.replaceAll(eol, `${eol}${outer}`)}${eol}${outer}` };
}

export const cslJson: BibliographyFormat = {
  id: 'csl-json',
  read: (text, pause) => runInSlices(steps(text), pause),
  ensure: (bibliography, paper, options = {}) => {
    const { key, there } = keyFor(bibliography, paper, options);
    if (there) return { key, splices: [] };
    const json = jsonOf(bibliography);
    const { open, close, items } = json.layout;
    const [worst] = json.layout.problems;
    const writable = open === undefined ? items.length === 0 && json.text.trim() === '' : close !== undefined;
    if (!writable) throw new Error(`Nothing can be added to this file before line ${lineOf(json.text, worst?.start ?? 0)} is put right. ${worst?.message ?? 'The list has no end: write ] behind the last item.'}`);
    const last = items.at(-1);
    if (last?.broken === true) throw new Error(`Nothing can be added behind the item on line ${lineOf(json.text, last.start)}, which is never closed: write the } or the quote that is missing.`);
    return { key, splices: [insertion(json, cslItem(paper, key, options))] };
  },
  renameKey: (bibliography, from, to) => {
    const { keyPlace, key } = entryToRename(bibliography, from, to);
    if (key === to) return [];
    const quoted = bibliography.text.charAt(keyPlace.start - 1) === '"';
    return keySplice(keyPlace, quoted ? to : `"${to}"`);
  },
  remove: (bibliography, entry) => removeItem(jsonOf(bibliography), entry),
  print: (paper, options = {}) => JSON.stringify(cslItem(paper, options.key ?? paper.id, options), undefined, 2),
};

/** With the comma that parts it from its neighbour. */
function removeItem({ text, layout: { items, open, close } }: Json, { start, end }: Entry): readonly Splice[] {
  const at = items.findIndex((item) => item.start === start);
  const [previous, next] = [items[at - 1], items[at + 1]];
  if (at < 0) return [];
  if (next !== undefined) return [{ start, end: next.start, text: '' }];
  if (previous !== undefined) return [{ start: previous.end, end, text: '' }];
  const [from, to] = [open === undefined ? start : open + 1, close ?? end];
  return text.slice(from, start).trim() === '' && text.slice(end, to).trim() === '' ? [{ start: from, end: to, text: '' }] : [{ start, end, text: '' }];
}
