import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstOf } from '../../../src/core/model/first-of.js';
import { runs } from '../../support/runs.js';

describe('model: the first items in an order', () => {
  it('are those of sorting all, equal ones in their order', () => {
    const item = fc.record({ rank: fc.nat(9), name: fc.nat() });
    const compare = (a: { rank: number }, b: { rank: number }) => a.rank - b.rank;
    fc.assert(
      fc.property(fc.array(item, { maxLength: 200 }), fc.oneof(fc.nat(40), fc.constant(Infinity)), (items, count) => {
        assert.deepEqual(firstOf(items, count, compare), [...items].sort(compare).slice(0, count));
      }),
      { numRuns: runs(500) },
    );
  });
});
