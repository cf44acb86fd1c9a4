/** A candidate → the fields that a catalogue gets, with a key that nothing else has. */
import { newPaper } from '../catalogue/new-paper.js';
import { citationKeyPattern, type PaperFields } from '../model/schema.js';
import { stubKey } from './stub.js';
import type { KnownFields } from './types.js';

/** Decided here, whatever a record says. */
const ours: ReadonlySet<string> = new Set(['added', 'categories']);

export interface Filing {
  readonly categories: readonly string[];
  readonly tags?: readonly string[] | undefined;
  /** Today, as YYYY-MM-DD. */
  readonly added: string;
  /** Keep the key that a record of a bibliography brings, when nothing else has it. */
  readonly keepKey?: boolean | undefined;
}

/**
 * Fields of a new paper. `taken` says which keys are in use: the catalogue's, and those given in the same go. Tags of the record and
 * chosen ones are united; a paper without author and title gets a key made of its identifier.
 */
export function newWork(known: KnownFields, filing: Filing, taken: (key: string) => boolean): PaperFields {
  const { id, ...rest } = known;
  const fields = Object.fromEntries(Object.entries(rest).filter(([name]) => !ours.has(name))) as KnownFields;
  const tags = [...new Set([...(filing.tags ?? []), ...(known.tags ?? [])])];
  const keys = { get: (key: string) => (taken(key) ? true : undefined) };
  const paper = newPaper(keys, fields, filing);
  const nameless = fields.title === undefined && (fields.authors ?? []).length === 0 ? stubKey(known) : undefined;
  const kept = filing.keepKey === true && id !== undefined && citationKeyPattern.test(id) && !taken(id) ? id : undefined;
  const key = kept ?? free(nameless, taken) ?? paper.id;
  const result: PaperFields = { ...paper, id: key, ...(tags.length === 0 ? {} : { tags }) };
  return Object.fromEntries(Object.entries(result).filter(([, value]) => value !== undefined)) as PaperFields;
}

function free(key: string | undefined, taken: (key: string) => boolean): string | undefined {
  if (key === undefined || !citationKeyPattern.test(key)) return undefined;
  if (!taken(key)) return key;
  for (let suffix = 2; ; suffix += 1) if (!taken(`${key}-${suffix}`)) return `${key}-${suffix}`;
}

/** Says which keys are in use, and learns those that are given; one for each go. */
export function keyBook(catalogue: { get(key: string): unknown }): { readonly taken: (key: string) => boolean; readonly take: (key: string) => void } {
  const given = new Set<string>();
  return {
    taken: (key) => given.has(key) || catalogue.get(key) !== undefined,
    take: (key) => void given.add(key),
  };
}
