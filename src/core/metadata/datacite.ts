/** DataCite's REST API (https://support.datacite.org/docs/api-get-doi): arXiv's own DOIs, datasets, software. */
import type { PaperType } from '../model/schema.js';
import { notFound, type Answer, type MetadataFields } from './answer.js';
import type { Asker } from './asker.js';
import { doiPath, sameDoi } from './crossref.js';
import { badAnswer } from './failure.js';
import { arxivKey } from './arxiv.js';
import { isoDate, object, objects, text, type Json } from './json.js';
import { abstractText, titleText, withoutMarkup } from './markup.js';
import { found, personFrom, present } from './record.js';

/** resourceTypeGeneral of DataCite's schema 4 → CSL's types. */
const types: Readonly<Record<string, PaperType>> = {
  Preprint: 'article',
  Dataset: 'dataset',
  Software: 'software',
  ConferencePaper: 'paper-conference',
  JournalArticle: 'article-journal',
  Report: 'report',
  Dissertation: 'thesis',
  Book: 'book',
  BookChapter: 'chapter',
  PeerReview: 'review',
  ConferenceProceeding: 'book',
};

/** The DOI that arXiv registers for a paper. */
export function arxivDoi(id: string): string {
  return `10.48550/arXiv.${id}`;
}

/** The arXiv id in a DOI of arXiv's, without version; undefined for other DOIs. */
export function arxivOfDoi(doi: string): string | undefined {
  const id = /^10\.48550\/arxiv\.(.+)$/iu.exec(doi)?.[1];
  return id === undefined ? undefined : arxivKey(id);
}

/** Not found is certain for other DOIs; an arXiv paper's DOI is registered hours after the paper appears. */
export async function askDataCite(asker: Asker, base: string, doi: string): Promise<Answer> {
  const answer = await asker.json({ url: `${base}/dois/${doiPath(doi)}`, headers: { accept: 'application/vnd.api+json' } });
  if (answer.kind === 'missing') return notFound('datacite', `DataCite has no record of the DOI ${doi}.`);
  if (answer.kind === 'couldNotCheck') return answer;
  const attributes = object(object(object(answer.json)?.['data'])?.['attributes']);
  if (attributes === undefined || !sameDoi(text(attributes['doi']), doi)) return badAnswer('datacite', 'answered with something that is not the record asked for.');
  return readDataCite(doi, attributes);
}

function readDataCite(doi: string, attributes: Json): Answer {
  const arxiv = arxivOfDoi(doi);
  const dates = objects(attributes['dates']);
  const first = (...kinds: string[]) => kinds.flatMap((kind) => dates.filter((date) => date['dateType'] === kind).map((date) => isoDate(date['date'])).filter((date) => date !== undefined)).sort()[0];
  const posted = first('Submitted');
  const types_ = object(attributes['types']);
  const container = object(attributes['container']);
  const title = text(objects(attributes['titles']).find((one) => one['titleType'] === undefined || one['titleType'] === null)?.['title']);
  const fields: MetadataFields = {
    type: arxiv === undefined ? typeOf(types_) : 'article',
    title: arxiv === undefined ? plain(title) : title && titleText(title),
    authors: people(attributes['creators']),
    issued: (arxiv === undefined ? first('Issued') : posted) ?? isoDate(attributes['publicationYear']),
    submitted: arxiv === undefined ? undefined : posted,
    'container-title': arxiv === undefined ? plain(text(container?.['title'])) : undefined,
    volume: text(container?.['volume']),
    issue: text(container?.['issue']),
    version: arxiv === undefined ? text(attributes['version']) : undefined,
    publisher: arxiv === undefined ? plain(text(attributes['publisher']) ?? text(object(attributes['publisher'])?.['name'])) : undefined,
    doi: arxiv === undefined ? doi : undefined,
    arxiv,
    'arxiv-class': arxiv === undefined ? undefined : classOf(attributes),
    language: text(attributes['language']),
    abstract: abstractOf(attributes),
  };
  const versions = dates.map((date) => /^v(\d+)$/u.exec(text(date['dateInformation']) ?? '')?.[1]).filter((version) => version !== undefined).map(Number);
  return found('datacite', doi, fields, {
    arxivVersion: arxiv === undefined || versions.length === 0 ? undefined : Math.max(...versions),
    withdrawn: dates.some((date) => date['dateType'] === 'Withdrawn'),
    publishedAs: publishedAs(attributes),
  });
}

function typeOf(types_: Json | undefined): PaperType {
  const general = types[text(types_?.['resourceTypeGeneral']) ?? ''];
  return general ?? (types_?.['citeproc'] === 'article-journal' ? 'article-journal' : 'document');
}

function plain(value: string | undefined): string | undefined {
  return value === undefined ? undefined : withoutMarkup(value);
}

function people(value: unknown): MetadataFields['authors'] {
  return present(
    objects(value).map((one) => {
      if (one['nameType'] === 'Organizational') return personFrom({ name: text(one['name']) });
      const [family, given] = (text(one['name']) ?? '').split(/\s*,\s*/u, 2);
      const written = text(one['familyName']);
      if (written !== undefined) return personFrom({ family: written, given: text(one['givenName']) });
      return given === undefined ? personFrom({ name: text(one['name']) }) : personFrom({ family, given });
    }),
  );
}

/** "Computation and Language (cs.CL)" → cs.CL; arXiv puts the primary class first. */
function classOf(attributes: Json): string | undefined {
  return objects(attributes['subjects']).map((one) => /\(([a-z-]+(?:\.[A-Za-z-]{2,})?)\)$/u.exec(text(one['subject']) ?? '')?.[1]).find((name) => name !== undefined);
}

function abstractOf(attributes: Json): string | undefined {
  const abstract = text(objects(attributes['descriptions']).find((one) => one['descriptionType'] === 'Abstract')?.['description']);
  return abstract === undefined ? undefined : abstractText(abstract);
}

/** The published version's DOI, as the preprint's record says. */
function publishedAs(attributes: Json): string | undefined {
  const related = objects(attributes['relatedIdentifiers']).find((one) => one['relatedIdentifierType'] === 'DOI' && (one['relationType'] === 'IsVersionOf' || one['relationType'] === 'IsPreprintOf'));
  const doi = text(related?.['relatedIdentifier'])?.replace(/^https?:\/\/(?:dx\.)?doi\.org\//iu, '');
  return doi === undefined || arxivOfDoi(doi) !== undefined ? undefined : doi;
}
