/** A row of a table → an entry. Columns are known by the words above them, and where those say nothing, by what is in them. */
import { findDate } from './dates.js';
import { draftOf, isWeb, linked, type Draft, type Saying } from './entry.js';
import { readNames } from './people.js';
import { textOf, type Run } from './runs.js';
import { cleanTitle, findTitle, isTag, type Title } from './title.js';
import { columnOf, isLabel, type Column } from './words.js';

type Cell = readonly Run[];

/** Whether a row of headings names columns that lists of works have; else it is an entry like the others. */
export function isHeading(cells: readonly Cell[]): boolean {
  const linking = cells.some((cell) => cell.some(({ url, text }) => url !== undefined && isWeb(url) && !isLabel(text)));
  return !linking;
}

/** The entry of a row; undefined when it has no title. */
export function readRow(cells: readonly Cell[], headings: readonly string[]): Draft | undefined {
  const columns = cells.map((_, at): Column => (headings[at] === undefined ? 'other' : columnOf(headings[at])));
  const found = titleCell(cells, columns);
  if (found === undefined) return undefined;
  const { at: titleAt, title } = found;
  const sayings: Saying[] = [];
  let draft: Partial<Draft> = {};
  for (const [at, cell] of cells.entries()) {
    const text = textOf(cell);
    if (text === '' || /^[-–—\s/\\.*✗✘×xX]+$/u.test(text)) continue;
    const words = textOf(cell.filter(({ url }) => url === undefined));
    const column = columns[at];
    if (at === titleAt) {
      const used = new Set(title.runs);
      const left = title.beside ?? textOf(cell.map((run) => (used.has(run) || run.url !== undefined ? { ...run, text: ' ' } : run)));
      if (left.trim() !== '') sayings.push({ text: left, style: 'plain' });
      const people = cell.find((run) => run.italic === true && !used.has(run) && readNames(run.text) !== undefined);
      if (people) sayings.unshift({ text: people.text, style: 'italic' });
    } else if (column === 'authors') {
      const names = readNames(text) ?? { authors: text.split(/\s*[,;]\s*/u).filter((name) => name !== ''), more: false };
      draft = { ...draft, authors: names.authors, ...(names.more ? { moreAuthors: true } : {}) };
    } else if (column === 'date' && findDate(text) !== undefined) draft = { ...draft, issued: findDate(text)?.date ?? '' };
    else if (column === 'venue') draft = { ...draft, venue: venueText(text) };
    else if (column === 'notes') draft = { ...draft, notes: [draft.notes, text].filter(Boolean).join(' · ') };
    else if (column === 'name' || column === 'title') {
      if (words !== '' && !isTag(words) && words !== title.text) sayings.push({ text: words, style: 'label' });
    } else if (words !== '') sayings.push({ text: words, style: column === 'other' ? 'plain' : 'label' });
  }
  const runs = [...(cells[titleAt] ?? []), ...cells.flatMap((cell, at) => (at === titleAt ? [] : cell))];
  const where = new Map(cells.flatMap((cell, at) => cell.map((run) => [run, at === titleAt ? '' : headings[at]] as const)));
  const read = draftOf(title.text, sayings, []);
  const issued = draft.issued ?? (draft.venue === undefined ? undefined : findDate(draft.venue)?.date) ?? read.issued;
  return { ...read, ...draft, ...(issued === undefined ? {} : { issued }), ...linked(runs, (run) => (isLabel(run.text) ? undefined : where.get(run))) };
}

function titleCell(cells: readonly Cell[], columns: readonly Column[]): { at: number; title: Title } | undefined {
  const candidates = cells.flatMap((cell, at) => {
    const column = columns[at] ?? 'other';
    const title = findTitle(cell) ?? bare(cell);
    if (title === undefined || column === 'date' || column === 'venue' || column === 'authors') return [];
    // one word is a title where a column says so, and else only where nothing better is
    const words = title.text.split(' ').length;
    const linked = title.runs.some(({ url }) => url !== undefined) && title.score > 50;
    const rank = column === 'title' ? (words >= 3 ? 0 : 1) : column === 'name' ? 2 : column === 'other' ? (linked ? 1.5 : words >= 3 && words <= 40 ? 2 : 3) : column === 'link' ? 4 : column === 'code' ? 5 : 6;
    return [{ at, title, rank }];
  });
  candidates.sort((a, b) => a.rank - b.rank || (a.rank === 2 && b.rank === 2 ? 0 : b.title.score - a.title.score) || a.at - b.at);
  return candidates[0];
}

/** A cell of few plain words. */
function bare(cell: Cell): Title | undefined {
  const plain = cell.filter(({ url }) => url === undefined);
  const text = cleanTitle(textOf(plain));
  return !/\p{L}{2}/u.test(text) || isTag(text) ? undefined : { text, score: 1, runs: plain };
}

function venueText(text: string): string {
  const venue = cleanTitle(text);
  return venue === '' ? text : venue;
}
