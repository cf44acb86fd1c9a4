/** A paper of the catalogue → what the services say of it now, or the publication of a preprint. */
import type { Answer, CouldNotCheck, Facts, LookUp, LookUpOptions, MetadataFields } from '../metadata/index.js';
import { canLookUp } from '../metadata/kinds.js';
import { compareWorks } from '../model/similar.js';
import { titleSimilarity } from '../model/similar-title.js';
import { isPreprint, type ReviseFields } from './fields.js';
import { publishedVersion, type PublicationCandidate } from './published-version.js';

/** `none`: there is nothing, and that is certain. `couldNotCheck`: `why` is a sentence. */
export type FoundRecord =
  | { readonly kind: 'record'; readonly fields: MetadataFields; readonly reason?: string | undefined }
  | { readonly kind: 'none'; readonly why?: string | undefined }
  | { readonly kind: 'couldNotCheck'; readonly why: string }
  | { readonly kind: 'cancelled' };

type Services = Pick<LookUp, 'lookUp' | 'searchTitle' | 'publicationsOf'>;

/** Below this a record is of another work, whatever its identifier says. */
const leastLikeness = 0.5;

const cancelled: FoundRecord = { kind: 'cancelled' };
const unsure = ({ reason, message }: CouldNotCheck): FoundRecord => (reason === 'cancelled' ? cancelled : { kind: 'couldNotCheck', why: message });

/** The services' record of a paper: by its identifier, else by its title when no other work can be meant. */
export async function findUpdate(mine: ReviseFields, services: Services, options: LookUpOptions = {}): Promise<FoundRecord> {
  const identifier = identifierOf(mine);
  if (identifier === undefined) return byTitle(mine, services, options);
  const answer = await services.lookUp(identifier, options);
  const found = recordOf(answer);
  if (found.kind !== 'record') return found;
  const { title } = found.fields;
  // the title of what nobody could check is a stand-in
  if (mine.unchecked !== true && mine.title !== undefined && title !== undefined && titleSimilarity(mine.title, title) < leastLikeness) {
    return { kind: 'couldNotCheck', why: `${identifier.kind} ${identifier.id} is another work: "${title}".` };
  }
  return found;
}

/** What is cited is asked for first: arXiv does not always know what became of a preprint. */
function identifierOf(mine: ReviseFields) {
  const { arxiv, doi, acl } = mine;
  const arxivFirst = isPreprint(mine) || doi === undefined;
  const ids = { arxiv, doi, acl };
  const order = arxivFirst ? (['arxiv', 'doi', 'acl'] as const) : (['doi', 'acl', 'arxiv'] as const);
  const kind = order.find((one) => ids[one] !== undefined && canLookUp(one));
  return kind && { kind, id: ids[kind] ?? '' };
}

function recordOf(answer: Answer): FoundRecord {
  if (answer.kind === 'notFound') return { kind: 'couldNotCheck', why: answer.message };
  if (answer.kind === 'couldNotCheck') return unsure(answer);
  // an old answer tells nothing new
  if (answer.stale) return unsure(answer.stale.because);
  return { kind: 'record', fields: answer.metadata.fields };
}

async function byTitle(mine: ReviseFields, services: Services, options: LookUpOptions): Promise<FoundRecord> {
  if (mine.title === undefined) return { kind: 'couldNotCheck', why: 'It has neither an identifier that can be looked up nor a title.' };
  const { hits, incomplete } = await services.searchTitle({ title: mine.title, authors: mine.authors, issued: mine.issued }, options);
  const [first, ...others] = hits.filter(({ answer }) => compareWorks(mine, answer.metadata.fields)?.certain === true);
  if (first && others.length === 0) return { kind: 'record', fields: first.answer.metadata.fields, reason: 'Found by its title, first author and year.' };
  const [silent] = incomplete;
  if (silent) return unsure(silent);
  return { kind: 'couldNotCheck', why: first ? 'Several works have this title.' : 'It has no identifier that can be looked up, and its title was not found for certain.' };
}

/** The publication of a preprint: by identifier, else by title, first author and year. Sources are asked in turn until one is certain. */
export async function findPublication(mine: ReviseFields, services: Services, options: LookUpOptions = {}): Promise<FoundRecord> {
  if (!isPreprint(mine)) return { kind: 'none', why: 'It is published already.' };
  const candidates: PublicationCandidate[] = [];
  let facts: Facts = {};
  let silent: CouldNotCheck | undefined;
  const certain = () => {
    const published = publishedVersion(mine, candidates, facts);
    return published?.why === 'identifier' ? ({ kind: 'record', fields: published.fields, reason: published.evidence } as const) : undefined;
  };
  const identifier = identifierOf(mine);
  if (identifier) {
    const answer = await services.lookUp(identifier, options);
    if (answer.kind === 'found') {
      facts = answer.metadata.facts;
      candidates.push(answer.metadata);
      silent ??= answer.incomplete?.[0];
    } else if (answer.kind === 'couldNotCheck') silent ??= answer;
  }
  const named = certain();
  if (named) return named;
  if (mine.arxiv !== undefined) {
    const hits = await services.publicationsOf(mine.arxiv, options);
    if (hits.kind === 'hits') candidates.push(...hits.hits.map(({ metadata }) => metadata));
    else silent ??= hits;
  }
  const naming = certain();
  if (naming) return naming;
  if (mine.title !== undefined) {
    const { hits, incomplete } = await services.searchTitle({ title: mine.title, authors: mine.authors, issued: mine.issued }, options);
    candidates.push(...hits.map(({ answer }) => answer.metadata));
    silent ??= incomplete[0];
  }
  if (options.signal?.aborted === true) return cancelled;
  const published = publishedVersion(mine, candidates, facts);
  if (published) return { kind: 'record', fields: published.fields, reason: published.evidence };
  return silent ? unsure(silent) : { kind: 'none', why: 'No publication was found.' };
}
