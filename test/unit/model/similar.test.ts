import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { compareWorks, findSame, similarIndex } from '../../../src/core/model/similar.js';
import { titleParts, titleSimilarity } from '../../../src/core/model/similar-title.js';
import { readPapersNow } from '../../../src/core/yaml/read-papers.js';
import { runs } from '../../support/runs.js';
import { falsePairs, truePairs, type Fields } from './similar-pairs.js';

describe('works that may be the same', () => {
  it('has at least sixty pairs of either kind', () => {
    assert.ok(truePairs.length >= 60 && falsePairs.length >= 60, `${truePairs.length} and ${falsePairs.length}`);
  });

  for (const { what, a, b, ask } of truePairs) {
    it(`one work: ${what}${ask === true ? ' (a person is asked)' : ''}`, () => {
      const found = compareWorks(a, b);
      assert.ok(found !== undefined, 'not found');
      assert.equal(found.certain, ask !== true);
      assert.deepEqual(compareWorks(b, a), found, 'the other way round');
    });
  }

  for (const { what, a, b } of falsePairs) {
    it(`two works: ${what}`, () => {
      assert.notEqual(compareWorks(a, b)?.certain, true);
      assert.deepEqual(compareWorks(b, a), compareWorks(a, b), 'the other way round');
    });
  }

  it('finds every true pair, and asks about few false ones', () => {
    const found = truePairs.filter(({ a, b }) => compareWorks(a, b) !== undefined);
    assert.ok(found.length >= 0.95 * truePairs.length);
    const asked = falsePairs.filter(({ a, b }) => compareWorks(a, b) !== undefined).map(({ what }) => what);
    assert.ok(asked.length <= 0.2 * falsePairs.length, asked.join('; '));
  });

  it('finds in a whole catalogue what it finds in a pair', () => {
    const works = [...truePairs, ...falsePairs].map(({ a }, at) => ({ id: `w${at}`, fields: a }));
    const index = similarIndex(works);
    for (const [at, { what, a, b }] of [...truePairs, ...falsePairs].entries()) {
      const found = findSame(index, b).find(({ work }) => work.id === `w${at}`);
      const expected = compareWorks(b, a);
      assert.deepEqual(found === undefined ? undefined : { why: found.why, certain: found.certain }, expected, what);
    }
  });

  it('names no other work of the set as certainly the same', () => {
    const all = truePairs.map(({ a }, at) => ({ id: `w${at}`, fields: a }));
    const index = similarIndex(all);
    for (const [at, { what, b }] of truePairs.entries()) {
      const wrong = findSame(index, b).filter(({ work, why, certain }) => certain && why === 'title' && compareWorks(work.fields, truePairs[at]?.a ?? {})?.certain !== true);
      assert.deepEqual(wrong.map(({ work }) => work.fields.title), [], what);
    }
  });

  it('puts certain works first', () => {
    const index = similarIndex([
      { id: 'perhaps', fields: { title: 'MedDialog: Two Large-scale Medical Dialogue Datasets', authors: ['Shu Chen', 'Zeqian Ju'], issued: '2020' } },
      { id: 'sure', fields: { doi: '10.18653/v1/2020.emnlp-main.743' } },
    ]);
    const found = findSame(index, { title: 'MedDialog: Large-scale Medical Dialogue Datasets', authors: ['Shu Chen', 'Zeqian Ju'], issued: '2020', doi: '10.18653/V1/2020.emnlp-main.743' });
    assert.deepEqual(found.map(({ work, why, certain }) => [work.id, why, certain]), [['sure', 'identifier', true], ['perhaps', 'title', false]]);
  });

  it('tells the bundled papers apart, and finds each by its title in capitals', () => {
    const papers = readdirSync('catalog/papers').flatMap((name) => readPapersNow(readFileSync(`catalog/papers/${name}`, 'utf8'), name).entries.map(({ fields }) => ({ id: fields.id, fields })));
    const index = similarIndex(papers);
    for (const { id, fields: { title = '', authors, issued } } of papers) {
      const found = findSame(index, { title: title.toUpperCase(), authors, issued });
      assert.deepEqual(found.map(({ work, certain }) => [work.id, certain]), [[id, true]]);
    }
  });

  const fields: fc.Arbitrary<Fields> = fc.record(
    { title: fc.string({ unit: 'binary', maxLength: 60 }), authors: fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), { maxLength: 5 }), issued: fc.integer({ min: 1990, max: 2030 }).map(String) },
    { requiredKeys: [] },
  );
  it('is symmetric, and never throws', () => {
    fc.assert(fc.property(fields, fields, (a, b) => {
      assert.deepEqual(compareWorks(a, b), compareWorks(b, a));
      const alike = titleSimilarity(a.title ?? '', b.title ?? '');
      assert.ok(alike >= 0 && alike <= 1 && Math.abs(alike - titleSimilarity(b.title ?? '', a.title ?? '')) < 1e-9);
    }), { numRuns: runs(500) });
  });

  it('takes a record with a good title for the same as itself', () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 5, maxLength: 12 }), fc.array(fc.stringMatching(/^[A-Z][a-z]{2,8} [A-Z][a-z]{2,8}$/), { minLength: 1, maxLength: 6 }), (words, authors) => {
      const one = { title: words.join(' '), authors, issued: '2023' };
      assert.deepEqual(compareWorks(one, { ...one, title: words.join('-').toUpperCase() }), { why: 'title', certain: true });
    }), { numRuns: runs(200) });
  });

  it('costs time in proportion to the text, whatever the text', () => {
    const long = 'a: b – c? '.repeat(200_000);
    assert.ok(titleParts(long).key.length <= 2000);
    const crowd = similarIndex(Array.from({ length: 5000 }, (_, at) => ({ id: `p${at}`, fields: { title: `Data synthesis for language models ${at}`, authors: ['Ann Lee'], issued: '2020' } })));
    assert.equal(findSame(crowd, { title: 'Data synthesis for language models 4321', authors: ['Ann Lee'], issued: '2020' })[0]?.work.id, 'p4321');
  });
});
