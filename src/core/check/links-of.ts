/** The links of a record that lead to the work itself, with the identifiers that they name. */
import { readIdentifier, type Mention } from '../ids/index.js';
import type { PaperFields } from '../model/schema.js';
import type { CheckedRecord } from './check.js';

/** Kinds that show the work itself; code, data and videos of a paper are often those of another one. */
const works = ['page', 'pdf', 'html'] as const;

export interface WorkLink {
  readonly kind: (typeof works)[number];
  readonly link: string;
  readonly names: Mention;
}

/** Fields are the same object for as long as their text is: what is read of their links is read once, and not at every key that is typed. */
const known = new WeakMap<PaperFields, readonly WorkLink[]>();

export function workLinks(record: CheckedRecord): readonly WorkLink[] {
  let links = known.get(record.fields);
  if (!links) known.set(record.fields, (links = [...readLinks(record)]));
  return links;
}

function* readLinks({ fields: { links = {} } }: CheckedRecord): Generator<WorkLink> {
  for (const kind of works) {
    const link = links[kind];
    const names = link === undefined ? undefined : readIdentifier(link);
    if (link !== undefined && names) yield { kind, link, names };
  }
}
