/**
 * Several records of one work → one answer. What a citation is made of (type, title, people, date, venue, DOI) comes from
 * one record, always: a venue of one with the year of another cites a work that does not exist.
 */
import { yearOf } from '../model/dates.js';
import { shortName, toPerson } from '../model/person.js';
import { fold, foldWords } from '../model/text.js';
import type { Facts, Found, MetadataFields, Source } from './answer.js';

type Field = keyof MetadataFields;

/** May come from any record of the work: true of the work itself, whichever version is cited. */
const ofTheWork: readonly Field[] = ['arxiv', 'arxiv-class', 'submitted', 'acl', 'abstract', 'language'];
/** May come from another record of the same publication, which is one with the same DOI. */
const ofThePublication: readonly Field[] = ['collection-title', 'volume', 'issue', 'page', 'edition', 'publisher', 'publisher-place', 'isbn', 'editors'];

/** The first record is the one to cite; the others only add to it. */
export function merge(cited: Found, others: readonly Found[]): Found {
  const fields: Partial<Record<Field, unknown>> = { ...cited.metadata.fields };
  const facts: Partial<Record<keyof Facts, unknown>> = { ...cited.metadata.facts };
  const sources: Partial<Record<string, Source>> = { ...cited.sources };
  for (const other of others) {
    const sameDoi = fields.doi !== undefined && other.metadata.fields.doi?.toLowerCase() === cited.metadata.fields.doi?.toLowerCase();
    for (const field of sameDoi ? [...ofTheWork, ...ofThePublication] : ofTheWork) {
      if (fields[field] !== undefined || other.metadata.fields[field] === undefined) continue;
      fields[field] = other.metadata.fields[field];
      sources[field] = other.sources[field];
    }
    for (const [fact, value] of Object.entries(other.metadata.facts) as [keyof Facts, unknown][]) {
      if (facts[fact] !== undefined) continue;
      facts[fact] = value;
      sources[fact] = other.sources[fact];
    }
  }
  if (typeof fields.doi === 'string' && fields.doi.toLowerCase() === (facts.publishedAs as string | undefined)?.toLowerCase()) {
    delete facts.publishedAs;
    delete sources['publishedAs'];
  }
  const incomplete = [cited, ...others].flatMap((one) => one.incomplete ?? []);
  const stale = [cited, ...others].find((one) => one.stale !== undefined)?.stale;
  return {
    kind: 'found',
    metadata: { fields: fields as MetadataFields, facts: facts as Facts },
    sources,
    ...(stale === undefined ? {} : { stale }),
    ...(incomplete.length === 0 ? {} : { incomplete }),
  };
}

/** A preprint's first posting says nothing new when it is its date of issue. */
export function tidy(answer: Found): Found {
  const { submitted, ...fields } = answer.metadata.fields;
  if (submitted === undefined || submitted !== fields.issued) return answer;
  const sources = Object.fromEntries(Object.entries(answer.sources).filter(([name]) => name !== 'submitted'));
  return { ...answer, metadata: { ...answer.metadata, fields }, sources };
}

/**
 * Whether a published record can be what a preprint's record says it became. Identifiers typed by hand go wrong: the two must
 * share an author and some of the title, and nothing is published more than a year before it is posted.
 */
export function canBePublicationOf(preprint: MetadataFields, published: MetadataFields): boolean {
  const years = [yearOf(preprint.issued), yearOf(published.issued)];
  if (years[0] !== undefined && years[1] !== undefined && years[1] < years[0] - 1) return false;
  const shared = likeness(preprint.title, published.title);
  const [ours, theirs] = [families(preprint), families(published)];
  if (ours.size === 0 || theirs.size === 0) return shared >= 0.6;
  return shared >= 0.2 && [...ours].some((name) => theirs.has(name));
}

function families(fields: MetadataFields): Set<string> {
  return new Set((fields.authors ?? []).map((author) => fold(shortName(toPerson(author)))));
}

/** Share of the words that two titles have in common, 0 to 1. */
function likeness(a: string | undefined, b: string | undefined): number {
  const [ours, theirs] = [a, b].map((title) => new Set(foldWords(title ?? '').split(' ').filter(Boolean)));
  if (ours === undefined || theirs === undefined || ours.size === 0 || theirs.size === 0) return 0;
  const common = [...ours].filter((word) => theirs.has(word)).length;
  return common / (ours.size + theirs.size - common);
}
