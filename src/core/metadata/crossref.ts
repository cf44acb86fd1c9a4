/** Crossref's REST API (https://api.crossref.org/swagger-ui): a DOI → its record. */
import type { PaperType } from '../model/schema.js';
import { notFound, type Answer, type CouldNotCheck, type Found, type Hits, type MetadataFields } from './answer.js';
import { aclOfDoi, aclVenue } from './acl.js';
import type { Asker } from './asker.js';
import { badAnswer } from './failure.js';
import { dateFrom, firstText, list, object, objects, text, type Json } from './json.js';
import { abstractText, withoutMarkup } from './markup.js';
import { found, personFrom, present } from './record.js';

/** Crossref's types (https://api.crossref.org/types) → CSL's. */
const types: Readonly<Record<string, PaperType>> = {
  'journal-article': 'article-journal',
  'proceedings-article': 'paper-conference',
  'posted-content': 'article',
  'book-chapter': 'chapter',
  'book-section': 'chapter',
  'book-part': 'chapter',
  'reference-entry': 'chapter',
  book: 'book',
  monograph: 'book',
  'edited-book': 'book',
  'reference-book': 'book',
  proceedings: 'book',
  report: 'report',
  'report-component': 'report',
  dataset: 'dataset',
  database: 'dataset',
  dissertation: 'thesis',
  'peer-review': 'review',
};

/** Not found means that Crossref does not have the DOI; another agency may. */
export async function askCrossref(asker: Asker, base: string, doi: string): Promise<Answer> {
  const answer = await asker.json({ url: `${base}/works/${doiPath(doi)}`, headers: { accept: 'application/json' } });
  if (answer.kind === 'missing') return notFound('crossref', `Crossref has no record of the DOI ${doi}.`);
  if (answer.kind === 'couldNotCheck') return answer;
  const message = object(object(answer.json)?.['message']);
  if (message === undefined || !sameDoi(text(message['DOI']), doi)) return badAnswer('crossref', 'answered with something that is not the record asked for.');
  return readCrossref(doi, message);
}

/** Works whose bibliographic data are most like a text: a title, or a whole reference. `most`: how many. */
export function searchCrossref(asker: Asker, base: string, text: string, most: number): Promise<Hits | CouldNotCheck> {
  return askList(asker, `${base}/works?query.bibliographic=${encodeURIComponent(text)}&rows=${most}`);
}

/** Works whose records name this DOI as their preprint. */
export function askPublications(asker: Asker, base: string, preprintDoi: string): Promise<Hits | CouldNotCheck> {
  return askList(asker, `${base}/works?filter=relation.type:has-preprint,relation.object:${encodeURIComponent(preprintDoi)}&rows=5`);
}

async function askList(asker: Asker, url: string): Promise<Hits | CouldNotCheck> {
  const answer = await asker.json({ url, headers: { accept: 'application/json' } });
  if (answer.kind === 'missing') return badAnswer('crossref', 'has no list of works.');
  if (answer.kind === 'couldNotCheck') return answer;
  const items = object(object(answer.json)?.['message'])?.['items'];
  if (!Array.isArray(items)) return badAnswer('crossref', 'answered with something that is not a list of works.');
  const hits = objects(items).map((item) => {
    const doi = text(item['DOI']);
    return doi === undefined ? undefined : readCrossref(doi, item);
  });
  return { kind: 'hits', hits: present(hits) };
}

/** Which agency registered a DOI: its name, or undefined when Crossref's directory of all agencies has none. */
export async function askAgency(asker: Asker, base: string, doi: string): Promise<{ kind: 'agency'; id: string; label: string } | Exclude<Answer, { kind: 'found' }>> {
  const answer = await asker.json({ url: `${base}/works/${doiPath(doi)}/agency`, headers: { accept: 'application/json' } });
  if (answer.kind === 'missing') return notFound('crossref', `There is no DOI ${doi}: no agency has registered it.`);
  if (answer.kind === 'couldNotCheck') return answer;
  const agency = object(object(object(answer.json)?.['message'])?.['agency']);
  const id = text(agency?.['id']);
  return id === undefined ? badAnswer('crossref', 'did not say which agency registered the DOI.') : { kind: 'agency', id: id.toLowerCase(), label: text(agency?.['label']) ?? id };
}

/** A DOI as one or more path segments: what a URL takes for its own is escaped. */
export function doiPath(doi: string): string {
  return doi.split('/').map(encodeURIComponent).join('/');
}

export function sameDoi(a: string | undefined, b: string): boolean {
  return a !== undefined && a.toLowerCase() === b.toLowerCase();
}

function readCrossref(doi: string, message: Json): Found {
  const container = plain(firstText(message['container-title']));
  const type = types[text(message['type']) ?? ''] ?? 'document';
  const acl = aclOfDoi(doi);
  const fields: MetadataFields = {
    type,
    title: fullTitle(message),
    authors: people(message['author']),
    editors: people(message['editor']),
    issued: dateOf(message['issued']) ?? dateOf(message['published']) ?? dateOf(message['posted']),
    venue: venueOf(type, message) ?? (acl === undefined ? undefined : aclVenue(acl)),
    'container-title': container,
    'collection-title': plain(text(list(message['container-title'])[1])),
    volume: text(message['volume']),
    issue: text(message['issue']),
    page: text(message['page'])?.replace(/(\d)\s*-{1,2}\s*(?=[A-Za-z]*\d)/u, '$1–'),
    edition: text(message['edition-number']),
    publisher: plain(text(message['publisher'])),
    'publisher-place': plain(text(message['publisher-location'])),
    doi,
    acl,
    arxiv: preprintOf(message),
    isbn: firstText(message['ISBN'])?.replace(/^.*\/isbn\//u, ''),
    language: text(message['language']),
    abstract: mapText(message['abstract'], abstractText),
  };
  return found('crossref', doi, fields, {
    retracted: isRetracted(message),
    publishedAs: relatedDois(message, 'is-preprint-of')[0],
  });
}

function plain(value: string | undefined): string | undefined {
  return value === undefined ? undefined : withoutMarkup(value);
}

function mapText(value: unknown, map: (text: string) => string): string | undefined {
  const known = text(value);
  return known === undefined ? undefined : map(known);
}

/** Titles are lists; a subtitle stands apart ("STaR", "Bootstrapping Reasoning With Reasoning"). */
function fullTitle(message: Json): string | undefined {
  const title = plain(firstText(message['title']));
  const subtitle = plain(firstText(message['subtitle']));
  if (title === undefined || subtitle === undefined || title.toLowerCase().includes(subtitle.toLowerCase())) return title;
  return /[:?!]\s*$/u.test(title) ? `${title.trim()} ${subtitle}` : `${title.trim()}: ${subtitle}`;
}

function people(value: unknown): MetadataFields['authors'] {
  return present(objects(value).map((one) => personFrom({ family: text(one['family']), given: text(one['given']), suffix: text(one['suffix']), name: text(one['name']) })));
}

function dateOf(value: unknown): string | undefined {
  return dateFrom(list(list(object(value)?.['date-parts'])[0]).filter((part) => part !== null));
}

/** A short name with its year: the event's acronym ("CHI '23" → "CHI 2023"), or a journal's title. */
function venueOf(type: PaperType, message: Json): string | undefined {
  if (type === 'article-journal') return plain(firstText(message['container-title']));
  const acronym = text(object(message['event'])?.['acronym']);
  if (acronym === undefined) return undefined;
  const full = acronym.trim().replace(/\s*['’](\d{2})$/u, ' 20$1');
  const year = dateOf(message['issued'])?.slice(0, 4);
  return /\d{4}$/u.test(full) || year === undefined ? full : `${full} ${year}`;
}

function relatedDois(message: Json, relation: string): string[] {
  return objects(object(message['relation'])?.[relation]).filter((one) => one['id-type'] === 'doi').map((one) => text(one['id'])).filter((id) => id !== undefined);
}

/** The arXiv id that the record itself names as its preprint. */
function preprintOf(message: Json): string | undefined {
  const related = objects(object(message['relation'])?.['has-preprint']).map((one) => text(one['id']) ?? '');
  return related.map((id) => /^(?:10\.48550\/arxiv\.|arxiv:)(.+?)(?:v\d+)?$/iu.exec(id)?.[1]).find((id) => id !== undefined);
}

/** Retraction notices point both ways: `updated-by` on the retracted work; titles are marked too. */
function isRetracted(message: Json): boolean {
  return objects(message['updated-by']).some((notice) => /^(?:retraction|withdrawal|removal)$/iu.test(text(notice['type']) ?? '')) || /^\W*(?:retracted|withdrawn)\b\W/iu.test(firstText(message['title']) ?? '');
}
