/** Two papers of a catalogue → one, under the key of the first; the other key goes on leading there. */
import type { PaperFields, ReadingStatus } from '../model/schema.js';
import { readingStatuses } from '../model/schema.js';
import type { PaperChange } from '../yaml/changes.js';
import { changesBetween, chosenFields, suggestedChoices, union, type Choices } from './compare.js';
import { allFields, unitedFields } from './fields.js';

const known: ReadonlySet<string> = new Set([...allFields, 'id', 'aliases', 'removed', 'unchecked']);

export interface MergedPapers {
  /** The paper that stays, whole. */
  readonly fields: PaperFields;
  /** Changes of the file that has the first paper. */
  readonly keep: readonly PaperChange[];
  /** Changes of the file that has the second one; after `keep` when it is the same file. */
  readonly drop: readonly PaperChange[];
}

/**
 * Merges the second paper into the first. Categories, tags, lists and links of both are kept, both keys and all aliases, the
 * earlier day of entry, the further reading status, and the star; what else differs is as chosen, by default the first's.
 */
export function mergePapers(first: PaperFields, second: PaperFields, choices: Choices = {}): MergedPapers {
  const all = { ...suggestedChoices(first, second, 'merge'), ...choices };
  const fields = { ...chosenFields(first, second, all), id: first.id } as { -readonly [Key in keyof PaperFields]: PaperFields[Key] };
  for (const field of unitedFields) {
    if (choices[field] === undefined || choices[field] === 'both') Object.assign(fields, { [field]: union(field, first, second) });
    if (fields[field] === undefined) Reflect.deleteProperty(fields, field);
  }
  const aliases = [...new Set([...(first.aliases ?? []), second.id, ...(second.aliases ?? [])])].filter((alias) => alias !== first.id);
  if (aliases.length > 0) fields.aliases = aliases;
  const dates = [first.added, second.added].filter((date) => date !== undefined).sort();
  if (dates[0] !== undefined) fields.added = dates[0];
  const status = furthest(first.status, second.status);
  if (status !== undefined) fields.status = status;
  if (first.starred === true || second.starred === true) fields.starred = true;
  if (first.unchecked === true && second.unchecked === true) fields.unchecked = true;
  else delete fields.unchecked;
  // what Litshelf does not know is nobody's to throw away
  for (const [name, value] of Object.entries(second)) if (!Object.hasOwn(fields, name) && !known.has(name)) fields[name] = value;
  return { fields, keep: changesBetween(first.id, first, fields), drop: [{ kind: 'remove', id: second.id }] };
}

function furthest(a: ReadingStatus | undefined, b: ReadingStatus | undefined): ReadingStatus | undefined {
  const rank = (status: ReadingStatus | undefined) => (status === undefined ? -1 : readingStatuses.indexOf(status));
  return rank(b) > rank(a) ? b : a;
}
