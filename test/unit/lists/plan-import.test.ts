import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { planImport, readList, toFields, type Incoming } from '../../../src/core/lists/index.js';
import type { CatalogueConfig, PaperFields } from '../../../src/core/model/schema.js';
import { applySplices, editConfig } from '../../../src/core/yaml/index.js';

const incoming = (name: string): Incoming[] => readList(readFileSync(`test/fixtures/lists/${name}.md`, 'utf8')).papers.map((paper) => ({ fields: toFields(paper), section: paper.section, line: paper.line }));
const empty: { config: CatalogueConfig; papers: { fields: PaperFields }[] } = { config: { categories: [], lists: [] }, papers: [] };
const options = { added: '2024-05-06', categories: true, list: { id: 'gardens', title: 'Gardens' } };

describe('bringing lists into a catalogue', () => {
  it('makes categories of the sections, without their numbers', () => {
    const plan = planImport(empty, incoming('bullets'), options);
    const text = applySplices('title: Mine\n', editConfig('title: Mine\n', plan.config));
    assert.equal(text, 'title: Mine\ncategories:\n  - id: papers\n    title: Papers\n    children: [{id: papers/surveys, title: Surveys}, {id: papers/methods, title: Methods}]\n  - {id: tools, title: Tools}\n  - {id: blogs, title: Blogs}\nlists: [{id: gardens, title: Gardens}]\n');
    const papers = [...plan.added].map(([file, added]) => [file, added.map(({ id, categories, type, venue }) => [id, categories?.join(' '), type, venue])]);
    assert.deepEqual(papers, [
      ['papers/papers.yaml', [['dubois2023survey', 'papers/surveys', 'article', undefined], ['kern2024hedges', 'papers/surveys', 'paper-conference', 'ACL 2024'], ['pena2024counting', 'papers/methods', 'paper-conference', 'DPFM@ICLR 2024']]],
      ['papers/tools.yaml', [['lima2024spade', 'tools', 'paper-conference', 'ACL 2024']]],
      ['papers/blogs.yaml', [['park2024count', 'blogs', 'document', undefined]]],
    ]);
  });

  it('makes one paper of two entries, in the sections of both', () => {
    const plan = planImport(empty, incoming('venues'), options);
    const weeding = [...plan.added.values()].flat().find(({ arxiv }) => arxiv === '2310.00110');
    assert.deepEqual(weeding?.categories, ['applications/preparation', 'applications/applications/medical']);
    assert.deepEqual(weeding.lists, [{ list: 'gardens', section: 'Applications > Preparation' }, { list: 'gardens', section: 'Applications > Applications > Medical' }]);
    assert.deepEqual(plan.known.map(({ line }) => line), [31]);
  });

  it('leaves what is there alone, and uses its categories by their titles', () => {
    const config: CatalogueConfig = { categories: [{ id: 'a', title: 'Papers', children: [{ id: 'a/s', title: 'surveys' }] }], lists: [{ id: 'gardens', title: 'Gardens' }] };
    const plan = planImport({ config, papers: [{ fields: { id: 'mine', arxiv: '2301.00101' } }, { fields: { id: 'kern2024hedges' } }] }, incoming('bullets'), options);
    assert.deepEqual(plan.known, [{ line: 23, title: 'A Survey of Measured Gardens', id: 'mine' }]);
    assert.deepEqual([...plan.added.values()].flat().map(({ id, categories }) => [id, categories?.[0]]), [['kern2024hedgesfences', 'a/s'], ['pena2024counting', 'a/methods'], ['lima2024spade', 'tools'], ['park2024count', 'blogs']]);
    assert.deepEqual(plan.config, [
      { kind: 'insert', path: ['categories', 'a', 'children'], value: { id: 'a/methods', title: 'Methods' } },
      { kind: 'insert', path: ['categories'], value: { id: 'tools', title: 'Tools' } },
      { kind: 'insert', path: ['categories'], value: { id: 'blogs', title: 'Blogs' } },
    ]);
  });

  it('twice changes nothing more', () => {
    for (const name of ['bullets', 'tables', 'dated', 'venues', 'references', 'wild']) {
      const first = planImport(empty, incoming(name), options);
      const papers = [...first.added.values()].flat().map((fields) => ({ fields }));
      const again = planImport({ config: { ...empty.config, lists: [{ id: 'gardens', title: 'Gardens' }] }, papers }, incoming(name), options);
      assert.deepEqual([again.added.size, again.config.length, again.known.length], [0, 0, incoming(name).length], name);
    }
  });
});
