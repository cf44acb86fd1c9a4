/** Fixes as rules make them: changes of fields of one record. */
import type { PaperFields } from '../model/schema.js';
import type { PaperChange, ValueChange } from '../yaml/changes.js';
import type { CheckedRecord, CheckFix } from './check.js';

/** Values by path within a record; undefined takes what is there away. */
export type Values = readonly (readonly [path: ValueChange['path'], value: unknown])[];

/** Loses nothing and guesses nothing. */
export function safeFix(title: string, record: CheckedRecord, values: Values): CheckFix {
  return { title, safe: true, papers: changes(record, values) };
}

/** For a person to choose. */
export function possibleFix(title: string, record: CheckedRecord, values: Values): CheckFix {
  return { title, safe: false, papers: changes(record, values) };
}

function changes({ fields: { id } }: CheckedRecord, values: Values): PaperChange[] {
  return values.map(([path, value]) => (value === undefined ? { kind: 'unset', id, path } : { kind: 'set', id, path, value }));
}

/** Fields that are text for people. */
export const textFields = ['title', 'title-short', 'venue', 'container-title', 'collection-title', 'publisher', 'summary', 'abstract', 'note'] as const satisfies readonly (keyof PaperFields)[];
export type TextField = (typeof textFields)[number];

/** The texts that a record has, by field. */
export function* textsOf({ fields }: CheckedRecord): Generator<[TextField, string]> {
  for (const field of textFields) {
    const text = fields[field];
    if (text !== undefined) yield [field, text];
  }
}
