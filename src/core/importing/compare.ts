/** Two records side by side, field by field, as text. */
import { fullName, toPerson } from '../model/person.js';
import type { PaperFields } from '../model/schema.js';

export interface Compared {
  readonly field: string;
  /** What the list says; undefined: nothing. */
  readonly list: string | undefined;
  /** What the catalogue says. */
  readonly catalogue: string | undefined;
}

const order: readonly string[] = ['title', 'authors', 'issued', 'venue', 'type', 'arxiv', 'doi', 'acl', 'openreview', 'links', 'note'];
/** Of no use in a comparison of records. */
const apart: ReadonlySet<string> = new Set(['id', 'aliases', 'categories', 'lists', 'tags', 'added', 'unchecked', 'removed', 'status', 'starred']);

/** The fields that either says, in the order of a card. */
export function compareFields(list: Partial<PaperFields>, catalogue: Partial<PaperFields> | undefined): Compared[] {
  const names = [...new Set([...order, ...Object.keys(list), ...Object.keys(catalogue ?? {})])].filter((name) => !apart.has(name));
  return names.flatMap((field) => {
    const [one, other] = [textOf(field, list), catalogue === undefined ? undefined : textOf(field, catalogue)];
    return one === undefined && (other === undefined || !order.includes(field)) ? [] : [{ field, list: one, catalogue: other }];
  });
}

function textOf(field: string, fields: Partial<PaperFields>): string | undefined {
  const value = (fields as Readonly<Record<string, unknown>>)[field];
  if (value === undefined || value === null) return undefined;
  if (field === 'authors') return (fields.authors ?? []).map((one) => fullName(toPerson(one))).join(', ');
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && !Array.isArray(value)) return Object.entries(value).map(([name, one]) => `${name}: ${typeof one === 'string' ? one : JSON.stringify(one)}`).join(', ');
  return JSON.stringify(value);
}
