import assert from 'node:assert/strict';
import { toPaper } from '../../../src/core/model/paper.js';
import { parseQuery, searchPapers } from '../../../src/core/search/index.js';
import { context, papers } from './papers.js';

const ranked = (text: string, limit?: number) => searchPapers(papers, parseQuery(text), context, limit).map(({ paper }) => paper.id);

describe('ranking', () => {
  it('puts the work of that name first', () => {
    for (const spelling of ['self-instruct', 'selfinstruct', 'Self Instruct']) assert.deepEqual(ranked(spelling), ['wang2023selfinstruct', 'beyond']);
    const orcas = ['Orca 2: Teaching Small Models', 'Orca: Progressive Learning', 'Orca-Math: Unlocking'].map((title, at) => toPaper({ id: `o${at}`, title, issued: String(2025 - at) }));
    assert.equal(searchPapers(orcas, parseQuery('orca'), context)[0]?.paper.id, 'o1');
    assert.equal(ranked('textbooks are all you need')[0], 'gunasekar2023phi');
    assert.equal(ranked('glan')[0], 'li2024glan');
    assert.equal(ranked('GLAN')[0], 'li2024glan');
    assert.equal(ranked('li2024glan')[0], 'li2024glan');
    assert.equal(ranked('2309.05463')[0], 'li2023phi15');
  });

  it('puts the title before the author', () => assert.deepEqual(ranked('textbooks'), ['gunasekar2023phi', 'li2023phi15', 'beyond']));

  it('puts authors before summaries and tags', () => {
    const [tagged, written] = [toPaper({ id: 'a', title: 'X', tags: ['phi'], issued: '2025' }), toPaper({ id: 'b', title: 'Y', authors: ['Jane Phi'] })];
    assert.deepEqual(searchPapers([tagged, written], parseQuery('phi'), context).map(({ paper }) => paper.id), ['b', 'a']);
  });

  it('orders equal papers by year, then title, then key, however they come', () => {
    const same = ['b', 'c', 'a'].map((id) => toPaper({ id, title: 'Same', issued: '2020' })).concat(toPaper({ id: 'z', title: 'Same', issued: '2021' }), toPaper({ id: 'y', title: 'Other', issued: '2020' }));
    const order = (list: typeof same) => searchPapers(list, parseQuery('year:2020..'), context).map(({ paper }) => paper.id).join('');
    assert.equal(order(same), 'zyabc');
    assert.equal(order(same.toReversed()), 'zyabc');
  });

  it('stops at the limit', () => {
    assert.deepEqual(ranked('', 2), ranked('').slice(0, 2));
    assert.deepEqual(ranked('', 0), []);
  });

  it('filters ten thousand papers as fast as one types', () => {
    const words = ['synthetic', 'data', 'language', 'models', 'self-instruct', 'reasoning', 'alignment', 'code', 'benchmark', 'agents', 'survey', 'textbooks'];
    const many = Array.from({ length: 10_000 }, (_, at) => toPaper({
      id: `author${at}paper`, title: Array.from({ length: 9 }, (_, word) => words[(at * 7 + word * (at % 11)) % words.length]).join(' '), authors: Array.from({ length: 6 }, (_, author) => `Given${(at + author) % 997} Family${(at * author) % 1009}`),
      issued: String(2000 + (at % 26)), venue: `Venue ${at % 40}`, tags: [`tag ${at % 200}`], summary: 'One sentence of about a hundred and fifty characters that says what the paper does in the words of whoever wrote the catalogue, as real ones do.',
    }));
    const run = (text: string) => {
      const started = performance.now();
      searchPapers(many, parseQuery(text), context, 50);
      return performance.now() - started;
    };
    run('warm up');
    for (const text of ['self-instruct', 'family500 given3', 'author:family12 year:2010..', 'tag:"tag 7" -code', 'zzz']) {
      // the machine may be busy: the best of five is what the code takes; the budget of 10 ms is held in bench/, this only catches a blunder
      const best = Math.min(...Array.from({ length: 5 }, () => run(text)));
      assert.ok(best < 50, `${text}: ${best.toFixed(1)} ms`);
      if (process.env.LITSHELF_SHOW_TIMES) process.stdout.write(`      ${text}: ${best.toFixed(1)} ms\n`);
    }
  });
});
