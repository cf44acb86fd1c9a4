/** A paper → the fields of its Hayagriva entry, in the order in which people write them. */
import { recordDate, recordUrl } from '../csl/record.js';
import type { Paper } from '../model/paper.js';
import { toPerson, type Person } from '../model/person.js';
import type { PaperType } from '../model/schema.js';
import { plainLine } from '../bibtex/tex.js';
import { titleToHayagriva, toHayagriva } from './hayagriva-text.js';
import type { EntryOptions } from './types.js';

interface Kind {
  readonly type: string;
  /** What an entry of the type stands in. */
  readonly parent?: string;
  readonly genre?: string;
}

const kinds: Readonly<Record<PaperType, Kind>> = {
  article: { type: 'article' },
  'article-journal': { type: 'article', parent: 'periodical' },
  'article-magazine': { type: 'article', parent: 'newspaper' },
  book: { type: 'book' },
  chapter: { type: 'chapter', parent: 'book' },
  dataset: { type: 'misc', genre: 'dataset' },
  document: { type: 'misc' },
  'paper-conference': { type: 'article', parent: 'proceedings' },
  patent: { type: 'patent' },
  'post-weblog': { type: 'article', parent: 'blog' },
  report: { type: 'report' },
  review: { type: 'article', parent: 'periodical', genre: 'review' },
  software: { type: 'repository' },
  speech: { type: 'misc', parent: 'conference', genre: 'talk' },
  thesis: { type: 'thesis' },
  webpage: { type: 'web' },
};

type Fields = Readonly<Record<string, unknown>>;

/** Fields that say something. */
export function hayagrivaFields(paper: Paper, options: EntryOptions): Fields {
  const { fields, type, venue } = paper;
  const { parent, ...kind } = kinds[type];
  const line = (value: string | undefined) => (value === undefined ? undefined : toHayagriva(plainLine(value)));
  const title = (value: string | undefined) => (value === undefined ? undefined : titleToHayagriva(plainLine(value), options.protect !== 'none'));
  const short = fields['title-short'];
  // what publishes is the periodical or the volume, not the article in it
  const inParent = parent === 'periodical' || parent === 'proceedings' || parent === 'book' || parent === 'newspaper';
  const published = { volume: numeral(fields.volume), issue: numeral(fields.issue), edition: numeral(fields.edition), publisher: line(fields.publisher), location: line(fields['publisher-place']), ...(fields.isbn === undefined ? {} : { 'serial-number': { isbn: fields.isbn } }) };
  const { 'serial-number': isbn, ...rest } = published;
  const held = parent === undefined ? undefined : (fields['container-title'] ?? venue);
  const container = held === undefined && (parent === undefined || !inParent || Object.keys(said(published)).length === 0)
    ? undefined
    : said({ type: parent, title: line(held), editor: people((fields.editors ?? []).map(toPerson)), ...(inParent ? published : {}), parent: fields['collection-title'] === undefined ? undefined : { title: line(fields['collection-title']) } });
  const event = venue !== undefined && venue !== held && type !== 'article' ? { type: 'conference', title: line(venue) } : undefined;
  const parents = [container, event].filter((one) => one !== undefined);
  const serial = said({ doi: fields.doi, arxiv: fields.arxiv, 'arxiv-class': fields['arxiv-class'], acl: fields.acl, openreview: fields.openreview, version: fields.version, ...(container !== undefined && inParent ? {} : isbn) });
  return said({
    type: kind.type, title: short === undefined ? title(paper.title) : { value: title(paper.title), shorthand: line(short) },
    author: people(paper.authors), editor: container === undefined ? people((fields.editors ?? []).map(toPerson)) : undefined, date: recordDate(paper), genre: kind.genre,
    parent: parents.length > 1 ? parents : parents[0], 'page-range': fields.page === undefined ? undefined : numeral(fields.page.replace(/\s*[–—]\s*/gu, '-')),
    ...(container !== undefined && inParent ? {} : rest), 'serial-number': Object.keys(serial).length === 0 ? undefined : serial, url: recordUrl(paper), language: fields.language,
    note: options.note === true ? line(fields.note) : undefined, abstract: options.abstract === true ? line(fields.abstract) : undefined,
  });
}

/** One name by itself, several as a list. A name that the commas of the short form would take apart is written in its parts. */
function people(persons: readonly Person[]): unknown {
  const names = persons.map(({ family = '', given, suffix, literal }): unknown => {
    if (literal !== undefined) return literal.includes(',') ? { name: literal } : literal;
    if ([family, given ?? '', suffix ?? ''].some((part) => part.includes(',')) || family === '' || (suffix !== undefined && given === undefined)) return said({ name: family === '' ? given : family, 'given-name': family === '' ? undefined : given, suffix });
    return [family, ...(given === undefined ? [] : [given]), ...(suffix === undefined ? [] : [suffix])].join(', ');
  });
  return names.length === 0 ? undefined : names.length === 1 ? names[0] : names;
}

/** A number stands without quotes. */
function numeral(value: string | undefined): string | number | undefined {
  return value !== undefined && /^(?:0|[1-9]\d{0,8})$/u.test(value) ? Number(value) : value;
}

function said(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
}
