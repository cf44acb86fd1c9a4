import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { headingPaths, planImport, readList, toFields, type Incoming } from '../../../src/core/lists/index.js';
import type { CatalogueConfig, PaperFields } from '../../../src/core/model/schema.js';
import { applySplices, editConfig } from '../../../src/core/yaml/index.js';

const incoming = (name: string): Incoming[] => readList(readFileSync(`test/fixtures/lists/${name}.md`, 'utf8')).papers.map((paper) => ({ fields: toFields(paper), section: paper.section, line: paper.line }));
const empty: { config: CatalogueConfig; papers: { fields: PaperFields }[] } = { config: { categories: [], lists: [] }, papers: [] };
const options = { added: '2024-05-06', categories: true, list: { id: 'gardens', title: 'Gardens' } };

describe('bringing lists into a catalogue', () => {
  it('makes categories of the sections, without their numbers', () => {
    const plan = planImport(empty, incoming('bullets'), options);
    const text = applySplices('title: Mine\n', editConfig('title: Mine\n', plan.config));
    assert.equal(text, 'title: Mine\ncategories:\n  - id: papers\n    title: Papers\n    children:\n      - id: papers/surveys\n        title: Surveys\n      - id: papers/methods\n        title: Methods\n  - id: tools\n    title: Tools\n  - id: blogs\n    title: Blogs\nlists:\n  - id: gardens\n    title: Gardens\n    sections: [{title: 1. Papers, sections: [1.1. Surveys, 1.2. Methods]}, 2. Tools, 3. Blogs]\n');
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
    assert.deepEqual(weeding.lists, [{ list: 'gardens', section: 'Applications > Preparation', order: 2 }, { list: 'gardens', section: 'Applications > Applications > Medical', order: 6 }]);
    assert.deepEqual(plan.known.map(({ line }) => line), [31]);
  });

  it('keeps what both entries of a paper say: links, the second remark with its section, and where it is published', () => {
    const twice: Incoming[] = [
      { fields: { type: 'article', title: 'Two Trees', arxiv: '2301.00001', note: 'First.', links: { code: 'https://github.com/example/one' } }, section: ['A'], line: 1 },
      { fields: { type: 'paper-conference', title: 'Two Trees', arxiv: '2301.00001', venue: 'ACL 2023', note: 'Second.', links: { code: 'https://github.com/example/two' } }, section: ['B'], line: 2 },
    ];
    const [paper] = [...planImport(empty, twice, { ...options, headings: [['A'], ['Empty', 'Below'], ['B']] }).added.values()].flat();
    assert.deepEqual([paper?.type, paper?.venue, paper?.note, paper?.links], ['paper-conference', 'ACL 2023', 'First.', { code: 'https://github.com/example/one', 'code-2': 'https://github.com/example/two' }]);
    assert.deepEqual(paper?.lists, [{ list: 'gardens', section: 'A', order: 1 }, { list: 'gardens', section: 'B', order: 2, note: 'Second.' }]);
  });

  it('notes the headings of the list, those without papers too', () => {
    const list = readList('# L\n\n## Contents\n\n- [A](#a)\n\n## A\n\n### B\n\n- [Some Title of a Work](https://arxiv.org/abs/2301.00001)\n\n## C\n\n## License\n');
    assert.deepEqual(headingPaths(list), [['A'], ['A', 'B'], ['C']]);
    const plan = planImport(empty, [], { ...options, headings: headingPaths(list) });
    assert.deepEqual(plan.config, [{ kind: 'insert', path: ['lists'], value: { id: 'gardens', title: 'Gardens', sections: [{ title: 'A', sections: ['B'] }, 'C'] } }]);
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
