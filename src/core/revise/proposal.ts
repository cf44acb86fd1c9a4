/** Another record of a work, field by field, as a list of changes of which some are wanted. */
import type { PaperFields } from '../model/schema.js';
import { chosenFields, compareRecords, suggestedChoices, union, type Choice, type Choices } from './compare.js';
import { isUnited, type Field, type ReviseFields } from './fields.js';
import { equal } from './same-value.js';

/** Two records of one work, of which the first may be changed. */
export interface Proposal {
  readonly mine: PaperFields;
  readonly theirs: ReviseFields;
  /** `update`: the other record is a service's; `merge`: it is another paper of the catalogue. */
  readonly how: 'update' | 'merge';
}

export interface ProposedChange {
  /** `unchecked`: the mark of a paper that nobody could check goes. */
  readonly field: Field | 'unchecked';
  /** Values as a catalogue writes them; undefined where there is none. */
  readonly before: unknown;
  readonly after: unknown;
  /** Whether it is recommended. */
  readonly suggested: boolean;
  /** It is made together with all others that have this mark, or not at all. */
  readonly together: boolean;
}

/** What could change, in the order in which papers are written. What only the first record says stays, unless it belongs to a citation that gives way. */
export function proposedChanges({ mine, theirs, how }: Proposal): ProposedChange[] {
  const suggested = suggestedChoices(mine, theirs, how);
  const changes: ProposedChange[] = [];
  for (const { field, state, finer, together } of compareRecords(mine, theirs)) {
    const after = taken(field) === 'both' ? union(field, mine, theirs) : theirs[field];
    const apart = together === true;
    if (equal(mine[field], after) || (state === 'same' && finer !== 'theirs' && !apart) || (state === 'onlyMine' && !apart)) continue;
    // a short name that a person gave a venue is worth more than the title of the journal once again
    const named = field === 'venue' && !apart && mine.venue !== undefined && theirs.venue === theirs['container-title'];
    changes.push({ field, before: mine[field], after, suggested: (suggested[field] ?? 'mine') !== 'mine' && !named, together: apart });
  }
  if (how === 'update' && mine.unchecked === true) changes.push({ field: 'unchecked', before: true, after: undefined, suggested: true, together: false });
  return changes;
}

function taken(field: Field): Choice {
  return isUnited(field) ? 'both' : 'theirs';
}

/** The choices that make the wanted changes and no others. */
export function choicesOf(proposal: Proposal, wanted: ReadonlySet<string>): Choices {
  const choices: Partial<Record<Field, Choice>> = {};
  for (const { field } of compareRecords(proposal.mine, proposal.theirs)) choices[field] = wanted.has(field) ? taken(field) : 'mine';
  return choices;
}

/** What the paper says after an update with the wanted changes. */
export function updatedFields(proposal: Proposal, wanted: ReadonlySet<string>): ReviseFields {
  const fields: ReviseFields = { ...chosenFields(proposal.mine, proposal.theirs, choicesOf(proposal, wanted)) };
  if (wanted.has('unchecked')) delete fields.unchecked;
  return fields;
}
