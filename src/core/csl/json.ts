/** Papers → CSL-JSON (https://github.com/citation-style-language/schema, csl-data.json 1.0.2), the form that every CSL processor reads. */
import { dateParts } from '../model/dates.js';
import type { Paper } from '../model/paper.js';
import { toPerson, type Person } from '../model/person.js';
import type { PaperType } from '../model/schema.js';
import { recordDate, recordUrl } from './record.js';

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  readonly literal?: string;
}
/** Year, month, day, as far as known. */
export interface CslDate {
  readonly 'date-parts': readonly [readonly number[]];
}
export interface CslItem {
  readonly id: string;
  readonly type: PaperType;
  readonly title: string;
  readonly 'title-short'?: string;
  readonly author?: readonly CslName[];
  readonly editor?: readonly CslName[];
  readonly issued?: CslDate;
  readonly submitted?: CslDate;
  readonly 'container-title'?: string;
  readonly 'event-title'?: string;
  readonly 'collection-title'?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly edition?: string;
  readonly version?: string;
  readonly publisher?: string;
  readonly 'publisher-place'?: string;
  readonly number?: string;
  readonly DOI?: string;
  readonly ISBN?: string;
  readonly URL?: string;
  readonly language?: string;
  readonly abstract?: string;
  readonly keyword?: string;
  /** What CSL has no variable for; processors pass it over. */
  readonly custom?: Readonly<Record<string, string>>;
}

/** One paper as a CSL item; only what is known is set. */
export function toCsl(paper: Paper): CslItem {
  const { fields, type } = paper;
  const preprint = type === 'article';
  const held = fields['container-title'] ?? (preprint ? undefined : paper.venue);
  const posted = preprint ? fields.arxiv : undefined;
  const { arxiv, acl, openreview } = fields;
  const custom = known({ arxiv, acl, openreview });
  return known({
    id: paper.id,
    type,
    title: paper.title,
    'title-short': fields['title-short'],
    author: names(paper.authors),
    editor: names((fields.editors ?? []).map(toPerson)),
    issued: date(recordDate(paper)),
    submitted: date(fields.submitted),
    'container-title': held,
    'event-title': type === 'paper-conference' && paper.venue !== held ? paper.venue : undefined,
    'collection-title': fields['collection-title'],
    volume: fields.volume,
    issue: fields.issue,
    page: fields.page,
    edition: fields.edition,
    version: fields.version,
    // a style names the repository where a publisher would stand, and its number beside it;
    // with `archive` as well, as CSL has it for letters and papers in a box, APA prints arXiv twice
    publisher: fields.publisher ?? (posted === undefined ? undefined : 'arXiv'),
    'publisher-place': fields['publisher-place'],
    number: posted === undefined ? undefined : `arXiv:${posted}`,
    DOI: fields.doi,
    ISBN: fields.isbn,
    URL: recordUrl(paper),
    language: fields.language,
    abstract: fields.abstract,
    keyword: paper.tags.length === 0 ? undefined : paper.tags.join(', '),
    custom: Object.keys(custom).length === 0 ? undefined : custom,
  });
}

/** A CSL-JSON document: an array of items, indented by two, with a line break at its end. */
export function toCslJson(papers: Iterable<Paper>): string {
  return `${JSON.stringify(Array.from(papers, toCsl), undefined, 2)}\n`;
}

function names(people: readonly Person[]): readonly CslName[] | undefined {
  return people.length === 0 ? undefined : people.map(({ family, given, suffix, literal }) => known({ family, given, suffix, literal }));
}

function date(text: string | undefined): CslDate | undefined {
  return text === undefined ? undefined : { 'date-parts': [dateParts(text)] };
}

type Known<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };

/** The record without its undefined values. */
function known<T extends object>(record: T): Known<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Known<T>;
}
