import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readNotes, withNotes, type Notes } from '../../../src/core/cite/notes.js';

/** Only what is there. */
const read = (typed: string): Notes => Object.fromEntries(Object.entries(readNotes(typed)).filter(([, value]) => value !== undefined));

describe('notes of a citation', () => {
  const cases: readonly [string, Notes][] = [
    ['', {}],
    ['   ', {}],
    ['p. 3', { locator: 'p. 3' }],
    ['pp. 3-5', { locator: 'pp. 3-5' }],
    ['p.3', { locator: 'p.3' }],
    ['p3', { locator: 'p3' }],
    ['3', { locator: '3' }],
    ['33–35', { locator: '33–35' }],
    ['see', { prefix: 'see' }],
    ['see also', { prefix: 'see also' }],
    ['see p. 3', { prefix: 'see', locator: 'p. 3' }],
    ['see p. 3, for details', { prefix: 'see', locator: 'p. 3', suffix: 'for details' }],
    ['p. 3, for details', { locator: 'p. 3', suffix: 'for details' }],
    ['chap. 2', { locator: 'chap. 2' }],
    ['see §4.2', { prefix: 'see', locator: '§4.2' }],
    ['Section 4.2 and 4.3', { locator: 'Section 4.2 and 4.3' }],
    ['Theorem A.1', { locator: 'Theorem A.1' }],
    ['appendix B', { locator: 'appendix B' }],
    ['vol. iv', { locator: 'vol. iv' }],
    ['pp. 3, 5 and 7ff.', { locator: 'pp. 3, 5 and 7ff.' }],
    ['e.g.', { prefix: 'e.g.' }],
    ['the part of it', { prefix: 'the part of it' }],
    [', passim', { suffix: 'passim' }],
    ['see | p. 3 | for details', { prefix: 'see', locator: 'p. 3', suffix: 'for details' }],
    ['see; p. 3; for details', { prefix: 'see', locator: 'p. 3', suffix: 'for details' }],
    ['see | p. 3', { prefix: 'see', locator: 'p. 3' }],
    ['p. 3 | for details', { locator: 'p. 3', suffix: 'for details' }],
    ['see | for details', { prefix: 'see', suffix: 'for details' }],
    ['| p. 3', { locator: 'p. 3' }],
    ['| | for details', { suffix: 'for details' }],
    ['see | the proof there | for details', { prefix: 'see', locator: 'the proof there', suffix: 'for details' }],
  ];
  for (const [typed, expected] of cases) it(`reads "${typed}"`, () => assert.deepEqual(read(typed), expected));

  it('loses no word, and takes no time over what is no note', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('see', 'p.', '3', 'and', ',', '§', '-', 'x', 'ff.', 'pp', '12'), { maxLength: 60 }).map((words) => words.join(' ')), (typed) => {
      const { prefix = '', locator = '', suffix = '' } = readNotes(typed);
      const words = (text: string) => text.replace(/[\s,]+/gu, '');
      assert.equal(words(`${prefix}${locator}${suffix}`), words(typed));
    }));
    readNotes('p. '.repeat(100_000));
  });

  it('gives the prefix to the first work, place and suffix to the last', () => {
    const works = withNotes([{ key: 'a' }, { key: 'b' }, { key: 'c' }], { prefix: 'see', locator: 'p. 3', suffix: 'too' });
    assert.deepEqual(works, [{ key: 'a', prefix: 'see' }, { key: 'b' }, { key: 'c', locator: 'p. 3', suffix: 'too' }]);
    assert.deepEqual(withNotes([{ key: 'a' }], { prefix: 'see', locator: 'p. 3' }), [{ key: 'a', prefix: 'see', locator: 'p. 3' }]);
    assert.deepEqual(withNotes([{ key: 'a', prefix: 'cf.' }], {}), [{ key: 'a', prefix: 'cf.' }]);
  });
});
