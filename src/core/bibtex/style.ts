/** How a .bib file is written: its dialect, and the look of its entries. */
import type { Dialect } from './entry-type.js';
import { ownStyle, type EntryStyle, type LetterCase } from './print-entry.js';
import { Votes } from './votes.js';
import type { BibEntry, BibFile } from './syntax.js';

/** A new entry looks like the last entries; more of them say nothing more. */
const sampled = 200;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const modernTypes = words('online report thesis dataset software patent mvbook mvcollection mvproceedings mvreference collection reference inreference bookinbook suppbook suppcollection suppperiodical periodical xdata set');
const classicTypes = words('techreport phdthesis mastersthesis conference electronic www');
const modernFields = words('date journaltitle location eprinttype eprintclass langid subtitle booksubtitle maintitle eventtitle eventdate urldate shortjournal entrysubtype pagetotal origdate institutiontitle shorttitle');
const classicFields = words('journal address school archiveprefix primaryclass year month');

/** The dialect that types and fields speak, or that JabRef noted; undefined when nothing tells. */
export function detectDialect(file: BibFile): Dialect | undefined {
  for (const { kind, start, end } of file.blocks) {
    const noted = kind === 'comment' ? /databaseType:\s*(bibtex|biblatex)\s*;/iu.exec(file.text.slice(start, Math.min(end, start + 200)))?.[1]?.toLowerCase() : undefined;
    if (noted === 'bibtex' || noted === 'biblatex') return noted;
  }
  const votes = new Votes<Dialect>();
  for (const { type, fields } of file.entries.slice(-sampled)) {
    // biblatex takes the old names too, so that a new name says more than an old one
    if (modernTypes.has(type)) votes.add('biblatex', 3);
    else if (classicTypes.has(type)) votes.add('bibtex');
    for (const { name } of fields) {
      if (modernFields.has(name)) votes.add('biblatex', 3);
      else if (classicFields.has(name)) votes.add('bibtex');
    }
  }
  return votes.winner();
}

/** Whether letters outside ASCII are written as they are; undefined when the file has none. */
export function detectUnicode(file: BibFile): boolean | undefined {
  if (file.entries.some(({ start, end }) => /[\u00a1-\u024f]/u.test(file.text.slice(start, end)))) return true;
  return /\\(?:["'`^~=.]\{?\\?[A-Za-z]|[uvHcdbrk]\{|(?:ss|o|O|l|L|ae|AE|aa|AA|i)\b)/u.test(file.text) ? false : undefined;
}

/** The look of the last entries; Litshelf's own where they show none. */
export function detectStyle(file: BibFile): EntryStyle {
  const { text } = file;
  const indent = new Votes<string>();
  const before = new Votes<string>();
  const behind = new Votes<string>();
  const nameCase = new Votes<LetterCase>();
  const typeCase = new Votes<LetterCase>();
  const delimiters = new Votes<EntryStyle['delimiters']>();
  const bare = new Votes<boolean>();
  const trailing = new Votes<boolean>();
  const ownLine = new Votes<boolean>();
  const entries = lastWhole(file);
  for (const entry of entries) {
    typeCase.add(caseOf(text.slice(entry.typeStart, entry.typeEnd)));
    let lined = false;
    for (const field of entry.fields) {
      const lead = /[\r\n]([^\S\r\n]*)$/u.exec(text.slice(Math.max(entry.start, field.nameStart - 80), field.nameStart))?.[1];
      if (lead !== undefined) indent.add(lead);
      lined ||= lead !== undefined;
      nameCase.add(caseOf(text.slice(field.nameStart, field.nameEnd)));
      const piece = field.pieces[0];
      if (piece === undefined) continue;
      const [left = '', right = ''] = text.slice(field.nameEnd, piece.start).split('=');
      if (/^[ \t]*$/u.test(left)) before.add(left);
      if (/^[ \t]*$/u.test(right)) behind.add(right);
      if (field.pieces.length > 1) continue;
      if (piece.kind === 'braces' || piece.kind === 'quotes') delimiters.add(piece.kind);
      if (piece.kind === 'number') bare.add(true);
      else if (/^.\d+.$/su.test(text.slice(piece.start, piece.end))) bare.add(false);
    }
    const tail = text.slice(entry.fields.at(-1)?.pieces.at(-1)?.end ?? entry.close, entry.close);
    trailing.add(tail.includes(','));
    if (lined) ownLine.add(/[\r\n]/u.test(tail));
  }
  const align = alignment(text, entries);
  return {
    indent: indent.winner() ?? ownStyle.indent,
    align: align ?? (entries.length === 0 ? ownStyle.align : 0),
    before: align === undefined ? (before.winner() ?? ownStyle.before) : shortest(before, ownStyle.before),
    behind: behind.winner() ?? ownStyle.behind,
    nameCase: nameCase.winner() ?? 'lower',
    typeCase: typeCase.winner() ?? 'lower',
    delimiters: delimiters.winner() ?? 'braces',
    bareNumbers: bare.winner() ?? false,
    trailingComma: trailing.winner() ?? false,
    closeOnOwnLine: ownLine.winner() ?? true,
  };
}

/** The last entries without a fault, in the order of the file. */
function lastWhole(file: BibFile): BibEntry[] {
  const found: BibEntry[] = [];
  for (let nth = file.entries.length - 1; nth >= 0 && found.length < sampled; nth -= 1) {
    const entry = file.entries[nth];
    if (entry !== undefined && !entry.broken && entry.close !== undefined && entry.fields.length > 0) found.push(entry);
  }
  return found.reverse();
}

/** What stands behind the longest name of an aligned entry. */
function shortest(votes: Votes<string>, otherwise: string): string {
  return [...votes.values()].sort((a, b) => a.length - b.length)[0] ?? otherwise;
}

/** The common column of the `=`, `longest` when each entry has its own, undefined when most entries have none. */
function alignment(text: string, entries: readonly BibEntry[]): EntryStyle['align'] | undefined {
  const columns = new Votes<number>();
  const aligned = new Votes<boolean>();
  for (const { fields } of entries) {
    const places = fields.flatMap(({ name, nameStart, nameEnd, pieces }) => (pieces[0] === undefined ? [] : [{ length: name.length, column: text.slice(nameStart, pieces[0].start).indexOf('='), end: nameEnd }]));
    if (new Set(places.map(({ length }) => length)).size < 2) continue;
    const counted = new Votes<number>();
    for (const { column } of places) counted.add(column);
    const winner = counted.winner() ?? 0;
    // a name longer than the column sticks out
    const fits = places.every(({ length, column }) => column === winner || (column > winner && column - length <= 1));
    aligned.add(fits);
    if (fits) columns.add(winner);
  }
  if (aligned.winner() !== true) return undefined;
  return columns.share() > 0.6 ? columns.winner() : 'longest';
}

function caseOf(name: string): LetterCase {
  if (name === name.toLowerCase()) return 'lower';
  if (name === name.toUpperCase() && name.length > 1) return 'upper';
  // archivePrefix is a lower-case name
  return /^\p{Lu}/u.test(name) ? 'capital' : 'lower';
}
