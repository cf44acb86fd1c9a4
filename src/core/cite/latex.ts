/** LaTeX: `\cite[see][p. 2]{a,b}` of natbib, biblatex and plain LaTeX, and multi-cites `\autocites(see)()[2]{a}[3]{b}`. */
import type { Splice } from '../yaml/splice.js';
import { insertion, makeMarkup, noteOf, placeInList, type Reading } from './build.js';
import { isCiteCommand, isMultiCite, readArguments } from './latex-command.js';
import { maskLatex } from './latex-mask.js';
import { joinList, leaveList } from './list.js';
import type { Citation, CitedKey, CiteEdit, CompletionPlace, KeyList, Markup, Work } from './types.js';

const command = /\\([a-zA-Z]+)(\*?)/gu;
const style = { separator: ',', gap: '' };
/** biblatex's commands that have a multi-cite form; `\cite` has one too, but natbib knows none. */
const withMultiForm = new Set(['parencite', 'textcite', 'autocite', 'footcite', 'footcitetext', 'smartcite', 'supercite']);
const withoutAuthor: Readonly<Record<string, string>> = { citep: 'citeyearpar', citet: 'citeyear', citealt: 'citeyear', parencite: 'parencite*', autocite: 'autocite*', cite: 'citeyear' };
/** How far before the caret a citation may begin for completion. */
const reach = 20_000;

/** LaTeX with natbib, biblatex or nothing. */
export const latex: Markup = makeMarkup({
  id: 'latex',
  languages: ['latex', 'tex', 'latex-expl3', 'doctex', 'rsweave', 'jlweave', 'pweave'],
  commands: ['cite', 'citep', 'citet', 'parencite', 'textcite', 'autocite', 'footcite', 'citeauthor', 'citeyear', 'fullcite', 'nocite'],
  separator: ',',
  read: (text) => {
    const masked = maskLatex(text);
    const citations: Citation[] = [];
    command.lastIndex = 0;
    for (let match = command.exec(masked); match; match = command.exec(masked)) {
      const name = match[1] ?? '';
      if (escaped(masked, match.index) || !isCiteCommand(name)) continue;
      const read = readArguments(masked, name, command.lastIndex);
      if (!read || 'inside' in read) continue;
      citations.push({ markup: 'latex', command: name + (match[2] ?? ''), start: match.index, end: read.end, keys: read.keys, lists: read.lists });
      command.lastIndex = read.end;
    }
    return { text, masked, citations };
  },
  isLegalKey: (key) => /^[^\s,{}()'"#%\\~]+$/u.test(key),
  write: (reading, offset, works, name) => insertion(offset, begun(reading, offset, works) ?? write(works, name)),
  join: (reading, citation, works, offset) => join(reading, citation, works, offset),
  leave: (reading, citation, gone) => leave(reading, citation, gone),
  complete: (reading, offset) => complete(reading, offset),
});

/** Whether the backslash is itself escaped: `\\cite` is a line break and a word. */
function escaped(text: string, at: number): boolean {
  let count = 0;
  while (count < 100 && text.charAt(at - 1 - count) === '\\') count += 1;
  return count % 2 === 1;
}

function write(works: readonly Work[], name: string): string {
  const noted = works.some(hasNotes);
  const single = works.length === 1 || !noted;
  const alone = works.every(({ suppressAuthor }) => suppressAuthor === true);
  const plain = alone ? (withoutAuthor[name] ?? name) : name;
  if (isMultiCite(name) || (!single && withMultiForm.has(name))) return `\\${isMultiCite(name) ? name : `${name}s`}${works.map(group).join('')}`;
  if (single) return `\\${plain}${works[0] && noted ? notesOf(works[0]) : ''}{${works.map(({ key }) => key).join(',')}}`;
  // what stands before the first and behind the last belongs to the whole list as well
  const [first, last] = [works[0], works.at(-1)];
  const around = works.every((work, at) => (at === 0 || !work.prefix) && (at === works.length - 1 || noteOf(work) === ''));
  if (around && first?.prefix && last) return `\\${plain}${notesOf({ ...last, prefix: first.prefix })}{${works.map(({ key }) => key).join(',')}}`;
  // natbib cannot give each key a note of its own in one citation
  return works.map((work) => `\\${plain}${group(work)}`).join('');
}

/** What goes on with a citation that was begun: `\citep|`, `\cite{|`, `\cite{a,|`. */
function begun(reading: Reading, offset: number, works: readonly Work[]): string | undefined {
  const { masked } = reading;
  const before = masked.slice(Math.max(0, offset - 200), offset);
  const keys = works.map(({ key }) => key).join(',');
  const noted = works.some(hasNotes);
  const name = /\\([a-zA-Z]{1,40})\*?$/u.exec(before);
  if (name && isCiteCommand(name[1] ?? '') && !escaped(masked, offset - name[0].length) && !/[a-zA-Z*[({]/u.test(masked.charAt(offset))) {
    const [only] = works;
    return noted && (works.length > 1 || !only) ? undefined : `${only && noted ? notesOf(only) : ''}{${keys}}`;
  }
  return !noted && /[{,]\s*$/u.test(before) && complete(reading, offset)?.end === offset ? `${keys}}` : undefined;
}

const hasNotes = (work: Work) => noteOf(work) !== '' || (work.prefix ?? '') !== '';
const group = (work: Work) => `${notesOf(work)}{${work.key}}`;

function notesOf(work: Work): string {
  const note = noteOf(work);
  if (work.prefix) return `[${shielded(work.prefix)}][${shielded(note)}]`;
  return note === '' ? '' : `[${shielded(note)}]`;
}

const shielded = (note: string) => (/[[\]]/u.test(note) ? `{${note}}` : note);

function join(reading: Reading, citation: Citation, works: readonly Work[], offset: number): CiteEdit[] {
  const multi = isMultiCite(citation.command);
  const list = citation.lists.find(({ start, end }) => start <= offset && offset <= end && (!multi || reading.masked.slice(start, end).trim() === '')) ?? citation.lists.at(-1);
  if (!list) return [];
  if (multi && reading.masked.slice(list.start, list.end).trim() !== '') {
    const between = betweenGroups(reading.text, citation.lists);
    return insertion(citation.end, works.map((work) => between + group(work)).join(''));
  }
  // A note belongs to the whole list: a work with its own needs a citation of its own.
  const noted = works.filter(hasNotes);
  const plain = works.filter((work) => !hasNotes(work));
  const edits: CiteEdit[] = plain.length > 0 ? joinList(reading, list, inList(citation, list), plain.map(({ key }) => key), style, offset) : [];
  return noted.length > 0 ? [...edits, ...insertion(citation.end, noted.map((work) => write([work], citation.command)).join(''))] : edits;
}

/** Multi-cites over several lines go on over several lines. */
function betweenGroups(text: string, lists: readonly KeyList[]): string {
  const [first, second] = lists.slice(-2);
  const between = first && second ? text.slice(first.to, second.from) : '';
  return /^\s{0,200}$/u.test(between) ? between : '';
}

const inList = (citation: Citation, list: KeyList) => citation.keys.filter(({ start }) => start >= list.start && start <= list.end);

function leave(reading: Reading, citation: Citation, gone: (item: CitedKey) => boolean): Splice[] {
  const held = citation.lists.map((list) => ({ list, items: inList(citation, list) }));
  const staying = held.filter(({ items }) => items.some((item) => !gone(item)));
  return held.flatMap(({ list, items }, index): Splice[] => {
    if (items.length === 0 || !items.some(gone)) return [];
    if (!items.every(gone)) return leaveList(reading, items, gone, ',');
    // The first group that stays keeps its place behind the command.
    const previous = held[index - 1];
    if (previous && staying[0] && staying[0].list.from < list.from) return [{ start: previous.list.to, end: list.to, text: '' }];
    return [{ start: list.from, end: held[index + 1]?.list.from ?? list.to, text: '' }];
  });
}

function complete(reading: Reading, offset: number): CompletionPlace | undefined {
  const { masked } = reading;
  const from = Math.max(0, offset - reach);
  const before = masked.slice(from, offset);
  // From the nearest command backwards: only the last one that cites can hold the caret.
  for (let at = before.lastIndexOf('\\'), tries = 0; at >= 0 && tries < 50; at = at > 0 ? before.lastIndexOf('\\', at - 1) : -1, tries++) {
    const match = /^\\([a-zA-Z]+)\*?/u.exec(before.slice(at, at + 60));
    if (!match || !isCiteCommand(match[1] ?? '') || escaped(masked, from + at)) continue;
    const read = readArguments(masked, match[1] ?? '', from + at + match[0].length, offset);
    return read && 'inside' in read ? placeInList(reading, read.inside, offset, /[\s,{}\\]/u, /[{}\\]|\n[ \t\r]*\n|$/u) : undefined;
  }
  return undefined;
}
