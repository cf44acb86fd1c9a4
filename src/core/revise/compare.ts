/** Two records of one work side by side, and what becomes of them when somebody has chosen field by field. */
import type { PaperChange } from '../yaml/changes.js';
import { allFields, citedFields, isCited, isPreprint, isUnited, samePublication, type Field, type ReviseFields } from './fields.js';
import { equal, sameValue } from './same-value.js';

export interface FieldDiff {
  readonly field: Field;
  readonly state: 'same' | 'onlyMine' | 'onlyTheirs' | 'differ';
  /** Values as a catalogue writes them; undefined where a side has none. */
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Of two that say the same: the one that says more. */
  readonly finer?: 'mine' | 'theirs' | undefined;
  /** It is chosen together with all others that have this mark: see {@link consistentChoices}. */
  readonly together?: boolean | undefined;
}

/** `both`: for categories, tags, lists and links; elsewhere it means `mine`. */
export type Choice = 'mine' | 'theirs' | 'both';
export type Choices = Partial<Readonly<Record<Field, Choice>>>;

/** Field by field, in the order in which papers are written; fields that neither has are left out. */
export function compareRecords(mine: ReviseFields, theirs: ReviseFields): FieldDiff[] {
  const apart = !samePublication(mine, theirs);
  const diffs: FieldDiff[] = [];
  for (const field of allFields) {
    const [a, b] = [mine[field], theirs[field]];
    if (a === undefined && b === undefined) continue;
    const together = apart && isCited(field) ? { together: true } : {};
    if (a === undefined || b === undefined) diffs.push({ field, state: a === undefined ? 'onlyTheirs' : 'onlyMine', mine: a, theirs: b, ...together });
    else {
      const { same, finer } = sameValue(field, mine, theirs);
      diffs.push({ field, state: same ? 'same' : 'differ', mine: a, theirs: b, ...(finer === undefined ? {} : { finer }), ...together });
    }
  }
  return diffs;
}

/** One of these says where a work appeared; a record without any does not make a preprint a publication. */
const whereFields = ['venue', 'container-title', 'doi', 'isbn', 'publisher'] as const satisfies readonly Field[];

/**
 * What is proposed: `update`, where the other record is a service's, takes what it adds and what it says otherwise; `merge` takes what
 * the other adds. Fields that belong together go together: to the publication where one side is a preprint, else to mine.
 */
export function suggestedChoices(mine: ReviseFields, theirs: ReviseFields, how: 'update' | 'merge'): Choices {
  const choices: Partial<Record<Field, Choice>> = {};
  const publication = isPreprint(mine) && !isPreprint(theirs) && whereFields.some((field) => theirs[field] !== undefined);
  for (const { field, state, together } of compareRecords(mine, theirs)) {
    if (together === true) choices[field] = publication ? 'theirs' : 'mine';
    else if (isUnited(field)) choices[field] = 'both';
    else choices[field] = state === 'onlyTheirs' || (state === 'differ' && how === 'update') ? 'theirs' : 'mine';
  }
  return choices;
}

/**
 * The choices as they can be carried out: where the two describe different publications, one field of a citation taken from the
 * other record takes all of them along, so that venue, year and DOI are never mixed.
 */
export function consistentChoices(mine: ReviseFields, theirs: ReviseFields, choices: Choices): Choices {
  if (samePublication(mine, theirs) || !citedFields.some((field) => choices[field] === 'theirs' && !equal(mine[field], theirs[field]))) return choices;
  return { ...choices, ...Object.fromEntries(citedFields.map((field) => [field, 'theirs'])) };
}

/** What the record of mine says afterwards. A preprint that gives way to its publication keeps the day of its posting. */
export function chosenFields(mine: ReviseFields, theirs: ReviseFields, choices: Choices): ReviseFields {
  const consistent = consistentChoices(mine, theirs, choices);
  const result: ReviseFields = { ...mine };
  for (const field of allFields) {
    const choice = consistent[field] ?? 'mine';
    if (choice === 'mine' || (choice === 'both' && !isUnited(field))) continue;
    const value = choice === 'both' ? union(field, mine, theirs) : theirs[field];
    if (value === undefined) Reflect.deleteProperty(result, field);
    else Object.assign(result, { [field]: value });
  }
  const posted = mine.submitted ?? (isPreprint(mine) && !isPreprint(result) ? mine.issued : undefined);
  if (posted !== undefined && result.submitted === undefined && posted !== result.issued) result.submitted = posted;
  return result;
}

/** Both lists one behind the other, each item once; of links of one kind mine stay. */
export function union(field: Field, mine: ReviseFields, theirs: ReviseFields): unknown {
  const [a, b] = [mine[field], theirs[field]];
  if (a === undefined || b === undefined) return a ?? b;
  if (field === 'links') return { ...theirs.links, ...mine.links };
  if (!Array.isArray(a) || !Array.isArray(b)) return a;
  const seen = new Set<string>();
  return [...(a as unknown[]), ...(b as unknown[])].filter((item) => {
    const key = JSON.stringify(item);
    return !seen.has(key) && seen.add(key);
  });
}

/** The changes of a catalogue file that turn one record into another: only fields that differ are touched. */
export function changesBetween(id: string, before: ReviseFields, after: ReviseFields): PaperChange[] {
  const changes: PaperChange[] = [];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  for (const name of names) {
    const [was, is] = [before[name], after[name]];
    if (name === 'id' || equal(was, is)) continue;
    changes.push(is === undefined ? { kind: 'unset', id, path: [name] } : { kind: 'set', id, path: [name], value: is });
  }
  return changes;
}

/**
 * The changes that carry the choices out on the paper with key `mine.id`, for `editPapers`; none when nothing changes. A paper
 * marked as not checked has been checked by then.
 */
export function applyChoices(mine: ReviseFields & { readonly id: string }, theirs: ReviseFields, choices: Choices): PaperChange[] {
  const after = { ...chosenFields(mine, theirs, choices) };
  delete after.unchecked;
  return changesBetween(mine.id, mine, after);
}

/**
 * What a work is known by, completed from another record of it: fields that are missing, and of a citation only when both
 * records describe one publication. Nothing that is there changes.
 */
export function completed(mine: ReviseFields, theirs: ReviseFields): ReviseFields {
  const one = samePublication(mine, theirs);
  const missing = allFields.filter((field) => mine[field] === undefined && theirs[field] !== undefined && (one || !isCited(field)));
  return { ...mine, ...Object.fromEntries(missing.map((field) => [field, theirs[field]])) };
}
