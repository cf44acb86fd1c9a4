/** What was typed or pasted → papers that could be added: looked up together, compared with the catalogue and with each other. */
import type { Cancellation } from '../ports.js';
import type { Answer, CouldNotCheck, Facts, LookUp, NotFound, TitleHit } from '../metadata/index.js';
import { SimilarIndex } from '../model/similar.js';
import { titleSimilarity } from '../model/similar-title.js';
import { completed } from '../revise/compare.js';
import { identifierOf } from './entries.js';
import type { SameShelved } from './known-works.js';
import { stubOf } from './stub.js';
import type { EntryItem, IdentifierItem, InputItem, KnownFields, TitleItem } from './types.js';

/**
 * `found`: a service said what it is. `asWritten`: a record of a bibliography as it stands. `unchecked`: no service could be asked, a
 * stub. `choose`: a title, with what it may be. `notFound`: a service is sure that there is no such thing. `cancelled`: given up before.
 */
export type CandidateState = 'found' | 'asWritten' | 'unchecked' | 'choose' | 'notFound' | 'cancelled';

export interface Candidate {
  readonly item: InputItem;
  readonly state: CandidateState;
  /** What would be added; for `choose` that of {@link best}, else the title alone. */
  readonly fields: KnownFields;
  readonly facts?: Facts | undefined;
  /** For titles: the likeliest first. */
  readonly hits?: readonly TitleHit[] | undefined;
  /** The hit that is beyond doubt: the same title, and no other work has it. */
  readonly best?: number | undefined;
  /** Why something could not be checked, or is not there. */
  readonly why?: CouldNotCheck | NotFound | undefined;
  /** Works of the catalogue that it is or may be. */
  readonly same: readonly SameShelved[];
  /** An earlier candidate that is the same work: it is added once. */
  readonly repeats?: Candidate | undefined;
}

/** Counts while it goes on. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface ResolveOptions {
  readonly lookUp: Pick<LookUp, 'lookUp' | 'searchTitle'>;
  /** The catalogue's works, by `worksOf`. */
  readonly works: { find(fields: KnownFields): readonly SameShelved[] };
  readonly signal?: Cancellation | undefined;
  /** Milliseconds to wait for each answer; without it as long as the services take. */
  readonly patience?: number | undefined;
  /** False: records that carry an identifier are taken as they stand. True by default. */
  readonly complete?: boolean | undefined;
  /** False: titles are not searched for. True by default. */
  readonly searchTitles?: boolean | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Where a title is the same beyond doubt, and where it is not the same work at all. */
const likeness = { sure: 0.97, title: 0.95, other: 0.5 };

/**
 * Resolves all items, in their order. Identifiers go to the services at once, so that they share requests; titles after them. Never
 * rejects for what a service does; called off, it gives what was done until then.
 */
export async function resolveItems(items: readonly InputItem[], options: ResolveOptions): Promise<Candidate[]> {
  const states = new Map<InputItem, Candidate>();
  let done = 0;
  const tell = (): void => options.onProgress?.({ done, total: items.length });
  const settle = (candidate: Candidate): void => {
    states.set(candidate.item, candidate);
    done += 1;
    tell();
  };
  tell();
  await Promise.all(items.map(async (item) => {
    if (item.kind !== 'title') settle(item.kind === 'identifier' ? await identified(item, options) : await recorded(item, options));
  }));
  // a title above its link, as lists are often pasted, is not searched for
  const known = [...states.values()];
  await Promise.all(items.map(async (item) => {
    if (item.kind !== 'title') return;
    const above = known.find(({ fields }) => fields.title !== undefined && titleSimilarity(fields.title, item.title) >= likeness.title);
    settle(above === undefined ? await searched(item, options) : { item, state: above.state, fields: above.fields, same: [], repeats: above });
  }));
  return once(items.map((item) => states.get(item)).filter((candidate) => candidate !== undefined), options);
}

function ask(item: IdentifierItem | EntryItem, options: ResolveOptions): Promise<Answer> | undefined {
  const { identifier } = item;
  return identifier && options.lookUp.lookUp(identifier, { signal: options.signal, patience: options.patience });
}

const wasCancelled = (answer: Answer) => answer.kind === 'couldNotCheck' && answer.reason === 'cancelled';

async function identified(item: IdentifierItem, options: ResolveOptions): Promise<Candidate> {
  const answer = await ask(item, options);
  if (answer?.kind === 'found') return { item, state: 'found', fields: { ...answer.metadata.fields, ...unasked(item) }, facts: answer.metadata.facts, why: answer.incomplete?.[0], same: [] };
  const fields = stubOf(item.identifier, item.title);
  if (answer === undefined || wasCancelled(answer)) return { item, state: 'cancelled', fields, same: [] };
  return { item, state: answer.kind === 'notFound' ? 'notFound' : 'unchecked', fields, why: answer, same: [] };
}

/** An identifier that the services do not tell back. */
function unasked({ identifier: { kind, id } }: IdentifierItem): KnownFields {
  return kind === 'openreview' ? { openreview: id } : {};
}

async function recorded(item: EntryItem, options: ResolveOptions): Promise<Candidate> {
  const asWritten: Candidate = { item, state: 'asWritten', fields: item.fields, same: [] };
  const answer = options.complete === false ? undefined : await ask(item, options);
  if (answer === undefined || wasCancelled(answer)) return asWritten;
  if (answer.kind !== 'found') return { ...asWritten, why: answer };
  const { fields, facts } = answer.metadata;
  // an identifier typed by hand may belong to another work
  if (item.fields.title !== undefined && fields.title !== undefined && titleSimilarity(item.fields.title, fields.title) < likeness.other) return asWritten;
  return { item, state: 'found', fields: completed(item.fields, fields), facts, why: answer.incomplete?.[0], same: [] };
}

async function searched(item: TitleItem, options: ResolveOptions): Promise<Candidate> {
  const alone: KnownFields = { title: item.title, unchecked: true };
  if (options.searchTitles === false) return { item, state: 'unchecked', fields: alone, same: [] };
  const { hits, incomplete } = await options.lookUp.searchTitle({ title: item.title }, { signal: options.signal, patience: options.patience });
  if (options.signal?.aborted === true && hits.length === 0) return { item, state: 'cancelled', fields: alone, same: [] };
  const why = incomplete[0];
  if (hits.length === 0) return why === undefined ? { item, state: 'notFound', fields: { title: item.title }, same: [] } : { item, state: 'unchecked', fields: alone, why, same: [] };
  const [first, second] = hits;
  const sure = first !== undefined && first.likeness >= likeness.sure && (second?.likeness ?? 0) < likeness.sure;
  return { item, state: 'choose', fields: sure ? first.answer.metadata.fields : alone, facts: sure ? first.answer.metadata.facts : undefined, hits, best: sure ? 0 : undefined, why, same: [] };
}

/** Each candidate beside the catalogue, and those that turned out to be one work as one. */
function once(candidates: readonly Candidate[], { works }: ResolveOptions): Candidate[] {
  const index = new SimilarIndex<Candidate>();
  return candidates.map((candidate) => {
    if (candidate.state === 'cancelled' || candidate.state === 'notFound') return candidate;
    const earlier = candidate.repeats ?? index.find(candidate.fields).find(({ certain, work }) => certain && work.item !== candidate.item)?.work;
    const compared: Candidate = { ...candidate, same: works.find(candidate.fields), ...(earlier === undefined ? {} : { repeats: earlier }) };
    if (earlier === undefined) index.add(compared, compared.fields);
    return compared;
  });
}

/** A candidate with another of its hits; undefined when it has no such hit. */
export function withHit(candidate: Candidate, at: number, works: ResolveOptions['works']): Candidate | undefined {
  const hit = candidate.hits?.[at];
  if (hit === undefined) return undefined;
  const { fields, facts } = hit.answer.metadata;
  return { ...candidate, state: 'found', fields, facts, best: at, same: works.find(fields) };
}

/**
 * A candidate with another of its hits, looked up: a search at arXiv does not tell what became of a preprint. What cannot be asked now
 * stays as the search told it.
 */
export async function chooseHit(candidate: Candidate, at: number, options: Pick<ResolveOptions, 'lookUp' | 'works' | 'signal' | 'patience'>): Promise<Candidate | undefined> {
  const chosen = withHit(candidate, at, options.works);
  // the record that is cited, where the search knows it
  const cited = chosen?.fields.type === 'article' ? undefined : chosen?.fields.doi;
  const identifier = cited === undefined ? chosen && identifierOf(chosen.fields) : { kind: 'doi', id: cited };
  if (chosen === undefined || identifier === undefined) return chosen;
  const answer = await options.lookUp.lookUp(identifier, { signal: options.signal, patience: options.patience });
  if (answer.kind !== 'found') return answer.kind === 'couldNotCheck' ? { ...chosen, why: answer } : chosen;
  // the search may have joined records that the look-up does not know to be one
  const fields = completed(answer.metadata.fields, chosen.fields);
  return { ...chosen, fields, facts: answer.metadata.facts, why: answer.incomplete?.[0], same: options.works.find(fields) };
}
