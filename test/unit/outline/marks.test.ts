import assert from 'node:assert/strict';
import { marksOf } from '../../../src/core/outline/marks.js';
import { mergeLayers } from '../../../src/core/catalogue/merge.js';
import { layer } from '../../support/layers.js';

describe('marks of a row', () => {
  const marks = (...layers: Parameters<typeof mergeLayers>[0]) => {
    const [shelved] = mergeLayers(layers).papers;
    return marksOf(shelved ?? assert.fail('no paper'));
  };
  const base = layer('bundled', [{ id: 'a', title: 'A' }]);

  it('say what a reader makes of a paper, which changes nothing of it', () => {
    assert.deepEqual(marks(base), { starred: false, status: undefined, overridden: false, personal: false });
    assert.deepEqual(marks(base, layer('personal', [{ id: 'a', status: 'read', starred: true }])), { starred: true, status: 'read', overridden: false, personal: false });
  });

  it('say where a paper comes from', () => {
    assert.equal(marks(base, layer('workspace', [{ id: 'a', title: 'B' }])).overridden, true);
    assert.equal(marks(layer('workspace', [{ id: 'a', title: 'B' }])).overridden, false);
    assert.equal(marks(layer('personal', [{ id: 'a', title: 'B' }])).personal, true);
  });
});
