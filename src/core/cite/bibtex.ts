/** .bib files: the key of each entry, and the fields that name other entries (crossref, xdata, entryset …). */
import { scanBibtex } from '../bibtex/scan.js';
import type { BibEntry, BibField } from '../bibtex/syntax.js';
import { insertion, makeMarkup, placeInList, type Reading } from './build.js';
import { joinList } from './list.js';
import { skipBlanks, trimBlanks } from './mask.js';
import type { Citation, CitedKey, CiteEdit, Markup, Work } from './types.js';

/** Fields whose value is one key, or several with commas between them. `ids` holds other keys of the entry itself. */
const single = new Set(['crossref', 'xref']);
const several = new Set(['xdata', 'related', 'entryset', 'ids']);
const style = { separator: ',', gap: '' };

/** BibTeX and biblatex. A citation of command `entry` is where a key is defined; the others are named after their fields. */
export const bibtex: Markup = makeMarkup({
  id: 'bibtex',
  languages: ['bibtex'],
  commands: ['entry'],
  separator: ',',
  read: (text) => ({ text, masked: text, citations: scanBibtex(text).entries.flatMap((entry) => ofEntry(text, entry)) }),
  isLegalKey: (key) => /^[^\s,{}()'"#%\\~=]+$/u.test(key),
  write: ({ text }, offset, works) => writeEntries(text, offset, works),
  join: (reading, citation, works, offset) => {
    const [list] = citation.lists;
    if (several.has(citation.command) && list) return joinList(reading, list, citation.keys, works.map(({ key }) => key), style, offset);
    return writeEntries(reading.text, offset, works);
  },
  complete: (reading, offset) => {
    const list = reading.citations.flatMap(({ lists }) => lists).find(({ start, end }) => start <= offset && offset <= end);
    return list && placeInList(reading, list.start, offset, /[\s,{}"]/u, /[}"\n]|$/u);
  },
});

function ofEntry(text: string, entry: BibEntry): Citation[] {
  const { key, keyStart: start, keyEnd: end } = entry;
  const own: Citation[] = key === '' ? [] : [{ markup: 'bibtex', command: 'entry', start, end, keys: [{ key, start, end, from: start, to: end }], lists: [] }];
  return [...own, ...entry.fields.flatMap((field) => ofField(text, field))];
}

function ofField(text: string, { name, pieces }: BibField): Citation[] {
  const [piece] = pieces;
  if ((!single.has(name) && !several.has(name)) || !piece || pieces.length > 1) return [];
  const quoted = piece.kind === 'braces' || piece.kind === 'quotes';
  const list = { start: piece.start + (quoted ? 1 : 0), end: piece.end - (quoted && piece.closed ? 1 : 0), from: piece.start, to: piece.end };
  return [{ markup: 'bibtex', command: name, start: piece.start, end: piece.end, keys: keysOf(text, list.start, list.end), lists: [list] }];
}

function keysOf(text: string, start: number, end: number): CitedKey[] {
  const keys: CitedKey[] = [];
  for (let part = start; part <= end; ) {
    const comma = text.indexOf(',', part);
    const stop = comma < 0 || comma > end ? end : comma;
    const from = skipBlanks(text, part, stop);
    const to = trimBlanks(text, from, stop);
    if (to > from) keys.push({ key: text.slice(from, to), start: from, end: to, from, to });
    part = stop + 1;
  }
  return keys;
}

/** The entries themselves, behind the entry at the caret, with a blank line on both sides. */
function writeEntries(text: string, offset: number, works: readonly Work[]): CiteEdit[] {
  const held = new Set(scanBibtex(text).entries.map(({ key }) => key));
  const entries = works.filter(({ key, reference }) => reference !== undefined && !held.has(key)).map(({ reference = '' }) => reference.trim());
  if (entries.length === 0) return [];
  const around = scanBibtex(text).blocks.find(({ kind, start, end }) => kind !== 'junk' && start < offset && offset < end);
  const at = around?.end ?? offset;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const before = /(?:^|\n[ \t\r]*\n)$/u.test(text.slice(Math.max(0, at - 100), at)) ? '' : /\n$/u.test(text.slice(0, at)) ? eol : eol + eol;
  const behind = at >= text.length || /^\r?\n/u.test(text.slice(at, at + 2)) ? '' : eol + eol;
  const written = before + entries.join(eol + eol);
  return insertion(at, written + behind + (at >= text.length ? eol : ''), written.length);
}

/** The entries of a reading; what a caller needs who looks for a definition. */
export function definitions(citations: Reading['citations']): CitedKey[] {
  return citations.filter(({ command }) => command === 'entry' || command === 'ids').flatMap(({ keys }) => keys);
}
