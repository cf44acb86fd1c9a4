import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { CategoryModel } from '../../../src/core/adding/suggest-categories.js';
import { toPaper, type Paper } from '../../../src/core/model/paper.js';
import { readConfig } from '../../../src/core/yaml/read-config.js';
import { readPapersNow } from '../../../src/core/yaml/read-papers.js';

const { config } = readConfig(readFileSync('catalog/catalog.yaml', 'utf8'), 'catalog.yaml');
const papers = readdirSync('catalog/papers').sort().flatMap((name) => readPapersNow(readFileSync(path.join('catalog/papers', name), 'utf8'), name).entries.map(({ fields }) => toPaper(fields)));

/** Papers are hidden from the model in turn, a dozen at a time; how often one of its categories comes first, or among the first three. */
function crossValidated(known: (paper: Paper) => Partial<Paper['fields']>, folds = 13): { first: number; three: number } {
  const hits = { first: 0, three: 0 };
  for (let fold = 0; fold < folds; fold += 1) {
    const model = new CategoryModel(papers.filter((_, at) => at % folds !== fold), config.categories);
    for (const paper of papers.filter((_, at) => at % folds === fold)) {
      const ids = model.suggest(known(paper), 3).map(({ id }) => id);
      if (ids[0] !== undefined && paper.categories.includes(ids[0])) hits.first += 1;
      if (ids.some((id) => paper.categories.includes(id))) hits.three += 1;
    }
  }
  return { first: hits.first / papers.length, three: hits.three / papers.length };
}
const bare = ({ fields }: Paper): Partial<Paper['fields']> => ({ title: fields.title, authors: fields.authors, ...(fields['arxiv-class'] === undefined ? {} : { 'arxiv-class': fields['arxiv-class'] }) });

describe('likely categories', () => {
  it('of the bundled papers, by title, authors and class alone', () => {
    const { first, three } = crossValidated(bare);
    assert.ok(first >= 0.57 && three >= 0.77, `first ${first}, three ${three}`);
  });

  it('of the bundled papers, with their tags', () => {
    const { first, three } = crossValidated((paper) => ({ ...bare(paper), tags: paper.fields.tags ?? [] }));
    assert.ok(first >= 0.8 && three >= 0.94, `first ${first}, three ${three}`);
  });

  const model = new CategoryModel(papers, config.categories);
  it('learns the same in slices', async () => {
    let pauses = 0;
    const sliced = await CategoryModel.learn(papers, config.categories, () => {
      pauses += 1;
      return Promise.resolve();
    });
    assert.ok(pauses > 3);
    assert.deepEqual(sliced.suggest({ title: 'Self-play for maths' }), model.suggest({ title: 'Self-play for maths' }));
  });
  it('knows a survey', () => {
    assert.equal(model.suggest({ title: 'A Survey on Synthetic Data Generation with Large Language Models' })[0]?.id, 'surveys');
  });
  it('finds a category that has no papers by its own words', () => {
    const empty = new CategoryModel(papers, [...config.categories, { id: 'music', title: 'Music and audio', description: 'Synthetic melodies.' }]);
    assert.equal(empty.suggest({ title: 'Synthesising melodies: music from nothing' })[0]?.id, 'music');
  });
  it('names categories of the tree only, likeliest first, and is silent where nothing is known', () => {
    const ids = new Set(config.categories.flatMap((top) => [top.id, ...(top.children ?? []).map(({ id }) => id)]));
    const all = model.suggest({ title: 'Evolving instructions for code with agents' }, 100);
    assert.ok(all.length > 3 && all.every(({ id }) => ids.has(id)));
    assert.deepEqual(all.map(({ score }) => score), all.map(({ score }) => score).sort((a, b) => b - a));
    assert.ok(Math.abs(all.reduce((sum, { score }) => sum + score, 0) - 1) < 1e-6);
    assert.deepEqual(new CategoryModel([], []).suggest({ title: 'Anything' }), []);
    assert.deepEqual(model.suggest({ title: 'xyzzy' }).length, 0);
  });
});
