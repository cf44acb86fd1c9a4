import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unfold } from '../../../src/core/adding/pasted-lines.js';

describe('lines that were pasted into a box of one line', () => {
  const pasted = '@misc{a,\n  title = {A},\n}\n2212.10560';

  it('come back, whether the box drops line breaks or makes them spaces', () => {
    assert.equal(unfold('@misc{a,  title = {A},}2212.10560', pasted), pasted);
    assert.equal(unfold('@misc{a,   title = {A}, } 2212.10560', pasted), pasted);
  });

  it('stand on lines of their own between what is typed around them', () => {
    assert.equal(unfold('2304.12244 @misc{a,   title = {A}, } 2212.10560 10.1000/182', pasted), `2304.12244\n${pasted}\n 10.1000/182`);
  });

  it('are forgotten when they were changed in the box', () => {
    const typed = '@misc{b,   title = {A}, } 2212.10560';
    assert.equal(unfold(typed, pasted), typed);
    assert.equal(unfold(typed, undefined), typed);
    assert.equal(unfold('', pasted), '');
    assert.equal(unfold(typed, ' \n'), typed);
  });

  it('come back whole, whatever they are', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }).filter((text) => text.trim() !== ''), (text) => {
      assert.equal(unfold(text.replace(/[\r\n]+/gu, ' ').trim(), text), text);
    }));
  });
});
