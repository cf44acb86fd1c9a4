import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alignLines } from '../../../src/core/editing/align.js';
import { runs } from '../../support/runs.js';

describe('lines of a form over a list that changes', () => {
  const align = (shown: string, now: string) => alignLines(Array.from(shown), Array.from(now), (a, b) => a === b);

  it('follow their items', () => {
    assert.deepEqual(align('abc', 'abc'), [0, 1, 2]);
    assert.deepEqual(align('abc', 'xabc'), [undefined, 0, 1, 2]);
    assert.deepEqual(align('abc', 'bc'), [1, 2]);
    assert.deepEqual(align('abc', 'bca'), [1, 2, 0]);
    assert.deepEqual(align('abc', 'axc'), [0, 1, 2]);
    assert.deepEqual(align('aa', 'aba'), [0, undefined, 1]);
    assert.deepEqual(align('', 'a'), [undefined]);
  });

  it('are each used once, and shown items keep theirs', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 6 }).map((items) => items.join(''));
    fc.assert(fc.property(list, list, (shown, now) => {
      const lines = align(shown, now).filter((line) => line !== undefined);
      assert.equal(new Set(lines).size, lines.length);
      for (const line of lines) assert.ok(line < shown.length);
      for (const item of new Set(shown)) {
        const kept = align(shown, now).filter((line, at) => now[at] === item && line !== undefined && shown[line] === item).length;
        assert.equal(kept, Math.min(shown.split(item).length, now.split(item).length) - 1);
      }
    }), { numRuns: runs(300) });
  });
});
