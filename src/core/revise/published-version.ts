/** Which record is the published version of a preprint: by what the records say of each other, else by title, first author and year together. */
import { yearOf } from '../model/dates.js';
import { identifiers } from '../model/identity.js';
import { comparePeople, peopleOf } from '../model/similar-people.js';
import { titleSimilarity } from '../model/similar-title.js';
import type { Facts, MetadataFields } from '../metadata/answer.js';
import { canBePublicationOf } from '../metadata/merge.js';
import { compareRecords, type FieldDiff } from './compare.js';
import { citedFields, isPreprint, type ReviseFields } from './fields.js';

/** A record that may be the publication: what a look-up or a search brought. */
export interface PublicationCandidate {
  readonly fields: MetadataFields;
  readonly facts?: Facts | undefined;
}

export interface PublishedVersion {
  /** The whole record; its fields are taken together. */
  readonly fields: MetadataFields;
  readonly why: 'identifier' | 'title';
  /** What speaks for it, as a sentence. */
  readonly evidence: string;
  readonly diffs: readonly FieldDiff[];
}

/** Least likeness of titles where no identifier links the two. */
const leastLikeness = 0.9;

/**
 * The publication of a preprint among some records. `facts` is what the preprint's own record says (arXiv's DOI and journal
 * reference). Undefined when the paper is published already, or nothing certain enough is there.
 */
export function publishedVersion(mine: ReviseFields, candidates: readonly PublicationCandidate[], facts: Facts = {}): PublishedVersion | undefined {
  if (!isPreprint(mine)) return undefined;
  const published = candidates.filter(({ fields, facts: theirs }) => !isPreprint(fields) && fields.type !== 'review' && fields.type !== 'dataset' && theirs?.retracted !== true && citedFields.some((field) => field !== 'type' && fields[field] !== undefined));
  for (const { fields } of published) {
    const evidence = linked(mine, fields, facts);
    if (evidence !== undefined) return { fields, why: 'identifier', evidence, diffs: compareRecords(mine, fields) };
  }
  const alike = published.map(({ fields }) => ({ fields, evidence: alikeEnough(mine, fields) })).filter((one) => one.evidence !== undefined);
  const [only, ...others] = alike;
  // two publications under two DOIs: which one is meant cannot be told
  if (only?.evidence === undefined || others.some(({ fields }) => fields.doi?.toLowerCase() !== only.fields.doi?.toLowerCase())) return undefined;
  return { fields: only.fields, why: 'title', evidence: only.evidence, diffs: compareRecords(mine, only.fields) };
}

/** Identifiers typed by hand go wrong: a link counts only where title and authors do not speak against it. */
function linked(mine: ReviseFields, theirs: MetadataFields, facts: Facts): string | undefined {
  if (mine.title !== undefined && !canBePublicationOf(mine, theirs)) return undefined;
  const doi = theirs.doi?.toLowerCase();
  if (doi !== undefined && facts.publishedAs?.toLowerCase() === doi) return `The preprint's record names the DOI ${theirs.doi ?? ''}.`;
  if (doi !== undefined && facts.journalRef?.toLowerCase().includes(doi) === true) return `arXiv's journal reference names the DOI ${theirs.doi ?? ''}.`;
  const ours = new Set(identifiers({ id: '', ...mine }));
  const shared = identifiers({ id: '', ...theirs }).find((id) => ours.has(id));
  if (shared === undefined) return undefined;
  return shared.startsWith('arxiv:') ? `The published record names the preprint arXiv:${shared.slice(6)}.` : `Both records have the identifier ${shared}.`;
}

function alikeEnough(mine: ReviseFields, theirs: MetadataFields): string | undefined {
  const likeness = titleSimilarity(mine.title ?? '', theirs.title ?? '');
  if (likeness < leastLikeness || comparePeople(peopleOf(mine.authors), peopleOf(theirs.authors)).first !== 'same') return undefined;
  const published = yearOf(theirs.issued);
  const posted = [yearOf(mine.submitted), yearOf(mine.issued)].filter((year) => year !== undefined);
  if (published === undefined || !posted.some((year) => Math.abs(year - published) <= 1)) return undefined;
  return `Title (${Math.round(likeness * 100)} % alike), first author and year agree.`;
}
