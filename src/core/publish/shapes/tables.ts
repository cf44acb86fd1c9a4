/** Tables: every column that some paper of the section has something for. */
import { mainUrl, type PaperLink } from '../links.js';
import type { PublishOptions } from '../options.js';
import { yearOf } from '../../model/dates.js';
import { posted } from '../../model/posted.js';
import { authorsText, dateOf, hasYear, isPosted, plainRemark, shortDate, type Item } from '../sayings.js';
import { cell, escapeText, link } from '../text.js';
import { linkRow, wantedLinks, type Shape } from './shape.js';

interface Column {
  readonly heading: string;
  readonly text: (item: Item) => string;
  /** Stands there even when it is empty throughout. */
  readonly always?: boolean;
  readonly align?: 'centre';
  /** What an empty cell shows. */
  readonly none?: string;
}

function table(columnsFor: (options: PublishOptions) => readonly Column[]): Shape {
  return function* shape(items, options) {
    const columns = columnsFor(options);
    const rows: string[][] = [];
    for (const item of items) {
      rows.push(columns.map(({ text, none = '' }) => cell(text(item)) || none));
      yield;
    }
    if (rows.length === 0) return [];
    const shown = columns.map(({ always, none = '' }, at) => always === true || rows.some((row) => (row[at] ?? '') !== none));
    const line = (cells: readonly string[]) => `| ${cells.filter((_, at) => shown[at]).join(' | ')} |`;
    return [line(columns.map(({ heading }) => heading)), line(columns.map(({ align }) => (align === 'centre' ? ':---:' : '---'))), ...rows.map(line)];
  };
}

function title({ paper }: Item): string {
  const url = mainUrl(paper);
  return url === undefined ? escapeText(paper.title) : link(escapeText(paper.title), url);
}

const links = (options: PublishOptions) => ({ paper }: Item) => linkRow(wantedLinks(paper, options), options);

/** `| Title | Authors | Venue | Date | Links | Notes |` */
export const plainTable: Shape = table((options) => [
  { heading: 'Title', text: title, always: true },
  { heading: 'Authors', text: ({ paper }) => authorsText(paper, options) },
  { heading: 'Venue', text: ({ paper }) => (isPosted(paper) ? 'arXiv' : escapeText(paper.venue ?? '')) },
  { heading: 'Date', text: ({ paper }) => dateOf(paper) ?? '' },
  { heading: 'Links', text: links(options) },
  { heading: 'Notes', text: plainRemark },
]);

/** `| Publication | Date |`, the month first: 07-2024. */
export const dateTable: Shape = table((options) => [
  { heading: 'Publication', text: title, always: true },
  { heading: 'Date', text: ({ paper }) => dateOf(paper)?.replace(/^(\d{4})-(\d\d)$/u, '$2-$1') ?? '', always: true },
  { heading: 'Authors', text: ({ paper }) => authorsText(paper, options) },
  { heading: 'Venue', text: ({ paper }) => escapeText(paper.venue ?? '') },
  { heading: 'Links', text: links(options) },
  { heading: 'Notes', text: plainRemark },
]);

/** `| Paper | Published in | Code/Project |`, with a bare address where it is code. */
export const venueTable: Shape = table((options) => [
  { heading: 'Paper', text: title, always: true },
  { heading: 'Published in', text: ({ paper }) => publishedIn(paper), always: true, align: 'centre', none: '-' },
  { heading: 'Code/Project', text: ({ paper }) => bare(wantedLinks(paper, options), options), always: true, align: 'centre', none: '-' },
  { heading: 'Authors', text: ({ paper }) => authorsText(paper, options) },
  { heading: 'Notes', text: plainRemark },
]);

function publishedIn(paper: Item['paper']): string {
  const date = dateOf(paper);
  const year = yearOf(date);
  if (isPosted(paper)) return year === undefined ? 'arxiv' : `arxiv ${year}`;
  if (paper.venue === undefined) return /^https?:\/\/github\.com\//u.test(mainUrl(paper) ?? '') ? `Github repo${year === undefined ? '' : `, ${year}`}` : date === undefined ? '' : shortDate(date);
  const venue = escapeText(paper.venue);
  // the date of what is on arXiv too is told by its id
  return date === undefined || hasYear(paper.venue) || posted(paper.fields.arxiv)?.startsWith(date.slice(0, 4)) === true ? venue : `${venue}, ${shortDate(date)}`;
}

function bare(found: readonly PaperLink[], options: PublishOptions): string {
  const [only] = found;
  const plain = found.length === 1 && only?.kind === 'code' && !options.badges && /^https?:\/\/[\w./~%#?=+-]+[\w/]$/u.test(only.url);
  return plain ? only.url : linkRow(found, options);
}
