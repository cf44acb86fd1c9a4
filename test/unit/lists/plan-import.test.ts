import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { headingPaths, planImport, readList, sectionKey, toFields, type Incoming } from '../../../src/core/lists/index.js';
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

  const gives = (work: Partial<PaperFields>, section: readonly string[] = ['A'], line = 1): Incoming => ({ fields: work, section, line });
  const complete = { ...options, complete: true };

  it('says of papers that are there what the list adds: its place, fields that nobody knew, links; nothing is replaced', () => {
    const there: PaperFields = { id: 'two2023', type: 'article', title: 'Two Trees', authors: ['Ada Example'], arxiv: '2301.00001', categories: ['mine'], links: { code: 'https://github.com/example/one' } };
    const works = [gives({ type: 'paper-conference', title: 'Two  trees!', authors: ['B. Other'], arxiv: '2301.00001', venue: 'ACL 2023', issued: '2023', note: 'A remark.', links: { code: 'https://github.com/example/two' } })];
    const plan = planImport({ config: { categories: [], lists: [] }, papers: [{ fields: there }] }, works, complete);
    assert.deepEqual(plan.changed.get('two2023'), {
      lists: [{ list: 'gardens', section: 'A', order: 1, note: 'A remark.' }],
      categories: ['mine', 'a'],
      issued: '2023',
      venue: 'ACL 2023',
      type: 'paper-conference',
      links: { code: 'https://github.com/example/one', 'code-2': 'https://github.com/example/two' },
    });
    assert.deepEqual(plan.outcomes.map(({ state, id }) => [state, id]), [['known', 'two2023']]);
    const after = { ...there, ...plan.changed.get('two2023') } as PaperFields;
    const again = planImport({ config: { categories: [{ id: 'a', title: 'A' }], lists: [{ id: 'gardens', title: 'Gardens' }] }, papers: [{ fields: after }] }, works, complete);
    assert.deepEqual([again.changed.size, again.config.length, again.added.size], [0, 0, 0]);
  });

  it('completes a paper that was not checked, and takes the mark away', () => {
    const there: PaperFields = { id: 'stub', title: 'Three Trees', arxiv: '2301.00002', unchecked: true };
    const plan = planImport({ config: empty.config, papers: [{ fields: there }] }, [gives({ title: 'Three Trees', arxiv: '2301.00002', authors: ['Ada Example'] })], { ...complete, list: undefined });
    assert.deepEqual([...plan.changed], [['stub', { authors: ['Ada Example'], unchecked: undefined }]]);
    const partly = planImport({ config: empty.config, papers: [{ fields: there }] }, [gives({ title: 'Three Trees', arxiv: '2301.00002', authors: ['Ada Example'], unchecked: true })], { ...complete, list: undefined });
    assert.equal(partly.changed.size, 0);
  });

  it('files a section under another category, or none, and what is below it below that', () => {
    const config: CatalogueConfig = { categories: [{ id: 'x', title: 'X', children: [{ id: 'x/b', title: 'B' }] }], lists: [] };
    const works = [gives({ title: 'One of the Works', arxiv: '2301.00011' }, ['A']), gives({ title: 'Two of the Works', arxiv: '2301.00012' }, ['A', 'B']), gives({ title: 'Three of the Works', arxiv: '2301.00013' }, ['A', 'C']), gives({ title: 'Four of the Works', arxiv: '2301.00014' }, ['D'])];
    const plan = planImport({ config, papers: [] }, works, { ...options, mapped: new Map([[sectionKey(['A']), 'x'], [sectionKey(['D']), undefined]]) });
    assert.deepEqual([...plan.added.values()].flat().map(({ categories }) => categories), [['x'], ['x/b'], ['x/c'], undefined]);
    assert.deepEqual(plan.made, [{ id: 'x/c', title: 'C', parent: 'x' }]);
  });

  it('leaves works out, and counts their places all the same', () => {
    const works = [gives({ title: 'One of the Works', arxiv: '2301.00011' }), gives({ title: 'Two of the Works', arxiv: '2301.00012' }, ['B'])];
    const plan = planImport(empty, works, { ...options, without: new Set([0]) });
    assert.deepEqual([...plan.added.values()].flat().map(({ title, lists }) => [title, lists?.[0]?.order]), [['Two of the Works', 2]]);
    assert.deepEqual(plan.made.map(({ id }) => id), ['b']);
  });

  it('brings a work in as another catalogue knows it, whole and under its key, with the categories that it uses', () => {
    const others: PaperFields[] = [{ id: 'known2023', title: 'Five Trees: All of Them', authors: ['Ada Example'], arxiv: '2301.00021', categories: ['top/low'], lists: [{ list: 'theirs' }], starred: true }];
    const tree = [{ id: 'top', title: 'Top', children: [{ id: 'top/low', title: 'Low' }] }];
    const plan = planImport({ config: { categories: [], lists: [] }, papers: [] }, [gives({ title: 'Five Trees', arxiv: '2301.00021', venue: 'ACL 2023' }, ['Low Things'])], { ...complete, others, tree });
    assert.deepEqual([...plan.added.values()].flat(), [{ id: 'known2023', title: 'Five Trees: All of Them', authors: ['Ada Example'], arxiv: '2301.00021', venue: 'ACL 2023', lists: [{ list: 'gardens', section: 'Low Things', order: 1 }], categories: ['low-things', 'top/low'], added: '2024-05-06' }]);
    assert.deepEqual(plan.config.slice(0, 2), [{ kind: 'insert', path: ['categories'], value: { id: 'top', title: 'Top', children: [{ id: 'top/low', title: 'Low' }] } }, { kind: 'insert', path: ['categories'], value: { id: 'low-things', title: 'Low Things' } }]);
  });

  describe('recognises a work of another list under a longer or shorter title', () => {
    const people = ['Ada One', 'Bo Two', 'Cy Three', 'Di Four'];
    const find = (there: Partial<PaperFields>, fields: Partial<PaperFields>) => planImport({ config: empty.config, papers: [{ fields: { id: 'there', ...there } }] }, [gives(fields)], complete).outcomes[0];
    it('by all its people: a preprint and what became of it', () => {
      const preprint = { title: 'What We Learnt of Measured Gardens for Small Towns', authors: people, arxiv: '2301.00031', issued: '2023-01' };
      const published = { title: 'What We Learnt of Measured Gardens', authors: people, openreview: 'abcdefghij', issued: '2023', venue: 'COLM' };
      assert.equal(find(preprint, published)?.id, 'there');
      assert.equal(find(published, preprint)?.id, 'there');
      for (const other of [{ authors: people.slice(1) }, { authors: [...people, 'Ed Five'] }, { issued: '2025' }, { venue: undefined }, { title: 'What We Learnt of Measured Gardens for Small Towns Part Two' }, { arxiv: '2301.99999' }]) assert.notEqual(find(preprint, { ...published, ...other })?.id, 'there', JSON.stringify(other));
    });
    it('by the end of a long title, where one comes without people', () => {
      const whole = { title: 'GardenBook: Growing Very Long Titles in Books on Measured Gardens', arxiv: '2301.00032', issued: '2023-01' };
      assert.equal(find(whole, { title: 'Growing Very Long Titles in Books on Measured Gardens', openreview: 'abcdefghij', issued: '2023' })?.id, 'there');
      assert.equal(find({ title: 'GrAB: Gardens and Books: Growing Books With Books', issued: '2022' }, { title: 'GrAB: Growing Books with Books', arxiv: '2203.00033', issued: '2022-03' })?.id, 'there');
      for (const [a, b] of [['GardenBook: A Survey of Gardens', 'A Survey of Gardens'], ['Growing Very Long Titles in Books on Measured Gardens: A Survey', 'Growing Very Long Titles in Books on Measured Gardens'], ['One: Growing Very Long Titles in Books on Measured Gardens', 'Two: Growing Very Long Titles in Books on Measured Gardens'], ['Part Two: Growing Very Long Titles in Books on Measured Gardens', 'Growing Very Long Titles in Books on Measured Gardens']] as const) assert.notEqual(find({ title: a, issued: '2023' }, { title: b, issued: '2023' })?.id, 'there', a);
      assert.notEqual(find(whole, { title: 'Growing Very Long Titles in Books on Measured Gardens', arxiv: '2301.99999', issued: '2023' })?.id, 'there');
    });
    it('but not what one list names twice', () => {
      const works = [gives({ title: 'GardenBook: Growing Very Long Titles in Books on Measured Gardens', arxiv: '2301.00032', issued: '2023-01' }), gives({ title: 'Growing Very Long Titles in Books on Measured Gardens', openreview: 'abcdefghij', issued: '2023' }, ['A'], 2)];
      const plan = planImport(empty, works, complete);
      assert.deepEqual(plan.outcomes.map(({ state, perhaps }) => [state, perhaps.length]), [['new', 0], ['new', 1]]);
    });
    it('and knows it again under all its titles', () => {
      const there: PaperFields = { id: 'there', title: 'GrAB: Gardens and Books: Growing Books With Books', issued: '2022' };
      const rows = [gives({ title: 'GrAB: Growing Books with Books', issued: '2022', venue: 'ACL 2022', links: { page: 'https://grab.example.net/' } }), gives({ title: 'GrAB: Growing books with books', arxiv: '2203.00033', issued: '2022-03' }, ['B'])];
      for (const works of [rows, [...rows].reverse()]) {
        const plan = planImport({ config: empty.config, papers: [{ fields: there }] }, works, complete);
        assert.deepEqual([plan.added.size, plan.outcomes.map(({ id }) => id)], [0, ['there', 'there']]);
        const again = planImport({ config: empty.config, papers: [{ fields: { ...there, ...plan.changed.get('there') } }] }, works, complete);
        assert.deepEqual([again.added.size, again.changed.size], [0, 0]);
      }
    });
    it('and says which works may be the same', () => {
      assert.deepEqual(find({ title: 'Quince: A Strong, Replicable Garden-Watering Model', issued: '2023-03' }, { title: 'Meadow Quince: A Garden-Watering Fence Model', issued: '2023' })?.perhaps, ['there']);
    });
  });
});
