import assert from 'node:assert/strict';
import { choicesOf, proposedChanges, settledTicks, updatedFields, type Proposal, type TickRow } from '../../../src/core/revise/index.js';
import type { PaperFields } from '../../../src/core/model/schema.js';

const preprint: PaperFields = { id: 'one', type: 'article', title: 'One Thing', authors: ['A. Author'], issued: '2022-12-20', arxiv: '2212.10560', tags: ['mine'], summary: 'Ours.', unchecked: true };
const published = { type: 'paper-conference', title: 'One thing', authors: ['Alice Author'], issued: '2023', venue: 'ACL 2023', doi: '10.5555/one', arxiv: '2212.10560', abstract: 'Long.' } as const satisfies Partial<PaperFields>;
const update: Proposal = { mine: preprint, theirs: { ...published, authors: [...published.authors] }, how: 'update' };

describe('proposed changes of a paper', () => {
  it('are what the other record adds or says otherwise, each with what it hangs together with', () => {
    assert.deepEqual(proposedChanges(update).map(({ field, suggested, together }) => [field, suggested, together]), [
      ['type', true, true], ['authors', false, false], ['issued', true, true], ['venue', true, true], ['doi', true, true], ['abstract', true, false], ['unchecked', true, false],
    ]);
  });

  it('are made as wanted, and nothing else is touched', () => {
    assert.deepEqual(updatedFields(update, new Set()), preprint);
    const checked = updatedFields(update, new Set(['abstract', 'unchecked']));
    assert.deepEqual([checked.abstract, checked.unchecked, checked.venue, checked.type], ['Long.', undefined, undefined, 'article']);
    const all = updatedFields(update, new Set(['type', 'issued', 'venue', 'doi']));
    assert.deepEqual([all.type, all.issued, all.venue, all.doi, all.submitted, all.summary, all.unchecked], ['paper-conference', '2023', 'ACL 2023', '10.5555/one', '2022-12-20', 'Ours.', true]);
  });

  it('unite lists of two papers, and leave what only the first has', () => {
    const merge: Proposal = { mine: preprint, theirs: { tags: ['theirs'], title: 'One Thing' }, how: 'merge' };
    assert.deepEqual(proposedChanges(merge).map(({ field, after, suggested }) => [field, after, suggested]), [['tags', ['mine', 'theirs'], true]]);
    assert.deepEqual([choicesOf(merge, new Set(['tags'])).tags, choicesOf(merge, new Set()).tags], ['both', 'mine']);
  });
});

describe('ticks of a list of changes', () => {
  const row = (group: number, heading: boolean, together = false): TickRow => ({ group, heading, together });
  const rows = [row(0, true), row(0, false), row(0, false, true), row(0, false, true), row(1, true), row(1, false, true)];
  const ticks = (before: readonly number[], now: readonly number[]) => {
    const pick = (which: readonly number[]) => new Set(which.flatMap((at) => rows[at] ?? []));
    const settled = settledTicks(rows, pick(before), pick(now));
    return rows.flatMap((one, at) => (settled.has(one) ? [at] : []));
  };

  it('a heading takes all below it along', () => {
    assert.deepEqual(ticks([], [0]), [0, 1, 2, 3]);
    assert.deepEqual(ticks([0, 1, 2, 3], [1, 2, 3]), []);
  });

  it('what is made together is ticked together, within one paper', () => {
    assert.deepEqual(ticks([1], [1, 2]), [0, 1, 2, 3]);
    assert.deepEqual(ticks([0, 1, 2, 3], [0, 1, 2]), [1]);
    assert.deepEqual(ticks([], [5]), [4, 5]);
  });
});
