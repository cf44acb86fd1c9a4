/** Which fields are compared, which belong together, and when two records describe one publication. */
import { yearOf } from '../model/dates.js';
import { paperSchema, type PaperFields } from '../model/schema.js';

export type ReviseFields = Partial<PaperFields>;
export type Field = Exclude<keyof typeof paperSchema.entries, 'id' | 'aliases' | 'removed' | 'unchecked'>;

const never: ReadonlySet<string> = new Set(['id', 'aliases', 'removed', 'unchecked']);

/** All fields that can be compared, in the order in which papers are written. */
export const allFields = Object.keys(paperSchema.entries).filter((field): field is Field => !never.has(field));

/** What a citation is made of: from one record, always. A venue of one with the year of another cites a work that does not exist. */
export const citedFields = ['type', 'editors', 'issued', 'venue', 'container-title', 'collection-title', 'volume', 'issue', 'page', 'edition', 'publisher', 'publisher-place', 'doi', 'isbn'] as const satisfies readonly Field[];
const cited: ReadonlySet<string> = new Set(citedFields);

/** Whether a field is part of what is cited together. */
export function isCited(field: string): boolean {
  return cited.has(field);
}

/** Lists and mappings of which one may want both sides. */
export const unitedFields = ['categories', 'tags', 'lists', 'links'] as const satisfies readonly Field[];
const united: ReadonlySet<string> = new Set(unitedFields);

export function isUnited(field: string): boolean {
  return united.has(field);
}

/** Whether a record describes a preprint: its own words, or an arXiv id and nothing of a publication. */
export function isPreprint({ type, arxiv, venue, 'container-title': container, doi }: ReviseFields): boolean {
  if (type !== undefined) return type === 'article';
  return arxiv !== undefined && venue === undefined && container === undefined && (doi === undefined || /^10\.48550\//iu.test(doi));
}

/** Whether two records describe the same publication, so that what one says of it can stand beside what the other says. */
export function samePublication(a: ReviseFields, b: ReviseFields): boolean {
  const dois = [a.doi?.toLowerCase(), b.doi?.toLowerCase()];
  if (dois[0] !== undefined && dois[1] !== undefined) return dois[0] === dois[1];
  if (isPreprint(a) !== isPreprint(b) && says(a) && says(b)) return false;
  const years = [yearOf(a.issued), yearOf(b.issued)];
  return years[0] === undefined || years[1] === undefined || years[0] === years[1];
}

/** Whether a record says anything of what it would be cited by. */
function says(fields: ReviseFields): boolean {
  return citedFields.some((field) => fields[field] !== undefined) || fields.arxiv !== undefined;
}
