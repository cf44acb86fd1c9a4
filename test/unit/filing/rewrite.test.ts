import assert from 'node:assert/strict';
import type { Catalogue, Shelved } from '../../../src/core/catalogue/catalogue.js';
import type { Layer, LayerKind } from '../../../src/core/catalogue/layer.js';
import { dropPapers, FilingError, mergeIntoFirst, needsTarget, rewritePapers, type Filing } from '../../../src/core/filing/index.js';
import { mergePapers } from '../../../src/core/revise/index.js';
import { apply, read, type Texts } from './shelf.js';

const tree = 'categories:\n  - id: a\n    title: A\n    children:\n      - id: a/x\n        title: X\n  - id: b\n    title: B\n  - id: c\n    title: C\n';
const one = '- id: one\n  title: One thing\n  authors: [Ada Example]\n  issued: 2022\n  arxiv: "2212.10560"\n  categories: [a/x, b]\n';
const two = '- id: two\n  title: Another\n  authors: [Bo Li]\n  issued: 2023\n  doi: 10.5555/two\n  venue: ACL 2023\n  categories: [b]\n  tags: [x]\n';
const layerIn = (catalogue: Catalogue, kind: LayerKind): Layer => catalogue.layers.find(({ source }) => source.kind === kind) ?? assert.fail(kind);
const get = (catalogue: Catalogue, key: string): Shelved => catalogue.get(key) ?? assert.fail(key);
const after = (before: Texts, what: (catalogue: Catalogue) => Filing): { texts: Texts; catalogue: Catalogue } => {
  const texts = apply(before, what(read(before)));
  return { texts, catalogue: read(texts) };
};

describe('filing: papers that say something else', () => {
  it('writes only what differs, as an override of a bundled paper', () => {
    const texts: Texts = { bundled: { 'catalog.yaml': tree, 'papers/all.yaml': one } };
    const { catalogue, texts: now } = after(texts, (before) => {
      const shelved = get(before, 'one');
      assert.ok(needsTarget(before, shelved));
      const fields = { ...shelved.paper.fields, venue: 'ACL 2023' };
      delete fields.issued;
      return rewritePapers(before, layerIn(before, 'workspace'), [{ shelved, fields }]);
    });
    assert.deepEqual([get(catalogue, 'one').paper.venue, get(catalogue, 'one').paper.fields.issued, get(catalogue, 'one').paper.title], ['ACL 2023', undefined, 'One thing']);
    assert.equal(Object.values(now.workspace ?? {}).join(''), '- id: one\n  issued: null\n  venue: ACL 2023\n');
    assert.deepEqual(now.bundled, texts.bundled);
  });

  it('writes where the paper stands', () => {
    const texts: Texts = { workspace: { 'papers/mine.yaml': `# mine\n${one}` }, personal: { 'papers/p.yaml': '- id: one\n  status: read\n' } };
    const { texts: now } = after(texts, (before) => {
      const shelved = get(before, 'one');
      assert.ok(!needsTarget(before, shelved));
      return rewritePapers(before, layerIn(before, 'personal'), [{ shelved, fields: { ...shelved.paper.fields, venue: 'ACL 2023' } }]);
    });
    assert.equal(now.workspace?.['papers/mine.yaml'], `# mine\n${one.replace('  arxiv', '  venue: ACL 2023\n  arxiv')}`);
    assert.deepEqual(now.personal, texts.personal);
  });

  const shelves: Readonly<Record<string, Texts>> = {
    'both bundled': { bundled: { 'catalog.yaml': tree, 'papers/all.yaml': one + two } },
    'both in the workspace': { bundled: { 'catalog.yaml': tree }, workspace: { 'papers/a.yaml': `# mine\n${one}`, 'papers/b.yaml': two } },
    'the first in the workspace, the second bundled': { bundled: { 'catalog.yaml': tree, 'papers/all.yaml': two }, workspace: { 'papers/z.yaml': one } },
    'the first bundled, the second in the workspace': { bundled: { 'catalog.yaml': tree, 'papers/all.yaml': one }, workspace: { 'papers/z.yaml': two } },
    'the first personal, the second bundled': { bundled: { 'catalog.yaml': tree, 'papers/all.yaml': two }, personal: { 'papers/z.yaml': one } },
  };
  for (const [where, texts] of Object.entries(shelves)) {
    for (const status of [false, true]) {
      it(`merges two papers: ${where}${status ? ', the second one read' : ''}`, () => {
        const before: Texts = status ? { ...texts, personal: { ...texts.personal, 'papers/status.yaml': '- id: two\n  status: read\n' } } : texts;
        const { catalogue, texts: now } = after(before, (old) => {
          const [first, second] = [get(old, 'one'), get(old, 'two')];
          const { fields } = mergePapers(first.paper.fields, second.paper.fields, { title: 'theirs', venue: 'theirs' });
          return mergeIntoFirst(old, { target: layerIn(old, 'workspace'), personal: layerIn(old, 'personal') }, first, second, fields);
        });
        assert.deepEqual(catalogue.papers.map(({ paper }) => paper.id), ['one']);
        const { paper } = get(catalogue, 'two');
        assert.deepEqual([paper.id, paper.title, paper.venue, paper.fields.doi, paper.fields.arxiv], ['one', 'Another', 'ACL 2023', '10.5555/two', '2212.10560']);
        assert.deepEqual([paper.categories, paper.tags, paper.status], [['a/x', 'b'], ['x'], status ? 'read' : 'unread']);
        assert.deepEqual(now.bundled, before.bundled);
        assert.doesNotMatch(Object.values(now.workspace ?? {}).join(''), /status/u);
      });
    }
  }

  it('does not give a bundled paper another identifier', () => {
    const catalogue = read({ bundled: { 'papers/all.yaml': one + two.replace('doi: 10.5555/two', 'arxiv: "2301.00001"') } });
    const [first, second] = [get(catalogue, 'one'), get(catalogue, 'two')];
    const { fields } = mergePapers(first.paper.fields, second.paper.fields, { arxiv: 'theirs' });
    assert.throws(() => mergeIntoFirst(catalogue, { target: layerIn(catalogue, 'workspace'), personal: undefined }, first, second, fields), FilingError);
    assert.throws(() => mergeIntoFirst(catalogue, { target: layerIn(catalogue, 'workspace'), personal: undefined }, first, first, fields), FilingError);
  });

  it('a layer that hides a paper has another record of the work beside it', () => {
    const hidden = read({ bundled: { 'papers/all.yaml': one }, workspace: { 'papers/a.yaml': '- id: mine\n  title: Mine\n  arxiv: "2212.10560"\n- id: one\n  removed: true\n' } });
    assert.deepEqual(hidden.papers.map(({ paper }) => [paper.id, paper.title]), [['mine', 'Mine']]);
  });
});

describe('filing: papers carried from category to category', () => {
  const texts: Texts = { bundled: { 'catalog.yaml': tree }, workspace: { 'papers/mine.yaml': `# mine\n- id: one   # kept\n  title: One\n  categories: [a, a/x, b]\n` } };
  const moved = (from: readonly string[], to: string | undefined, keep = false) =>
    get(after(texts, (before) => dropPapers(before, layerIn(before, 'workspace'), [{ shelved: get(before, 'one'), from }], to, { keep })).catalogue, 'one').paper.categories;

  it('leaves the very category it was taken from, and no other', () => {
    assert.deepEqual(moved(['a'], 'c'), ['c', 'a/x', 'b']);
    assert.deepEqual(moved(['a/x'], 'c'), ['a', 'c', 'b']);
    assert.deepEqual(moved(['a', 'b'], 'c'), ['c', 'a/x']);
    assert.deepEqual(moved(['a'], 'b'), ['a/x', 'b']);
    assert.deepEqual(moved(['a'], undefined), ['a/x', 'b']);
    assert.deepEqual(moved(['a'], 'c', true), ['a', 'a/x', 'b', 'c']);
    assert.deepEqual(moved(['b'], 'b'), ['a', 'a/x', 'b']);
  });

  it('changes nothing where it was dropped already, and refuses a category that is not', () => {
    const catalogue = read(texts);
    const carried = [{ shelved: get(catalogue, 'one'), from: ['a'] }];
    assert.deepEqual(dropPapers(catalogue, layerIn(catalogue, 'workspace'), carried, 'a', { keep: false }), { papers: [], config: [] });
    assert.throws(() => dropPapers(catalogue, layerIn(catalogue, 'workspace'), carried, 'zzz', { keep: false }), FilingError);
  });
});
