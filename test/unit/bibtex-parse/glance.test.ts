import assert from 'node:assert/strict';
import fc from 'fast-check';
import { glanceBibtex } from '../../../src/core/bibtex/glance.js';
import { readBibtex } from '../../../src/core/bibtex/read.js';
import { runs } from '../../support/runs.js';

describe('a glance at a .bib file', () => {
  const text = [
    '@string{acl = {Annual Meeting}}', '@preamble{"x"}', '% a remark', '@comment{nothing, here}',
    '@Article{first2020, title = {One}, author = {M{\\"u}ller, J{\\"o}rg}, year = 2020}', '', '@book( second,', '  title = "Two")', '@xdata{lent, publisher = {P}}', '  @misc { third , title = {Three} }', '@misc{}',
  ].join('\n');

  it('finds the works that reading finds, in their places', () => {
    const found = [...glanceBibtex(text)];
    const works = readBibtex(text).works.filter(({ record }) => record.key !== '');
    assert.deepEqual(found.map(({ key }) => key), works.map(({ record }) => record.key));
    assert.deepEqual(found.map(({ key, paper }) => ({ ...paper.fields, id: key })), works.map(({ record, fields }) => ({ ...fields, id: record.key })));
    for (const { start, end, key } of found) assert.match(text.slice(start, end), new RegExp(`^[ \\t]*@\\w+[^\\w]+${key}\\s*,`, 'u'));
  });

  it('tells nothing but what stands there, whatever the text is', () => {
    const pieces = fc.array(fc.constantFrom('@article{', 'key', '1', ',', ' ', '\n', '}', '{', '"', 'title=', '@', 'é', '@string{a="b"}'), { maxLength: 40 });
    fc.assert(fc.property(pieces, (parts) => {
      const text = parts.join('');
      for (const { key, start, end, paper } of glanceBibtex(text)) {
        assert.ok(text.slice(start, end).includes(key) && key !== '' && start < end);
        assert.equal(typeof paper.title, 'string');
      }
    }), { numRuns: runs(300) });
  });
});
