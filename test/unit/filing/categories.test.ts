import assert from 'node:assert/strict';
import { addCategory, categoryId, deleteCategory, mergeCategory, moveCategory, papersIn, renameCategory, FilingError, type Filing } from '../../../src/core/filing/index.js';
import type { Catalogue } from '../../../src/core/catalogue/catalogue.js';
import type { Layer } from '../../../src/core/catalogue/layer.js';
import { apply, read, type Texts } from './shelf.js';

const bundled = { 'catalog.yaml': 'categories:\n  - id: base\n    title: Base\n    children:\n      - id: base/in\n        title: In\n', 'papers/a.yaml': '- id: one\n  title: One\n  categories: [base/in]\n' };
const texts: Texts = {
  bundled,
  workspace: {
    'catalog.yaml': 'title: Ours   # a name\ncategories:\n  - id: a\n    title: A\n    children:\n      - id: a/x\n        title: X\n      - id: a/y\n        title: Y\n  # the other half\n  - id: b\n    title: B\n',
    'papers/p.yaml': '- id: two\n  title: Two\n  categories: [a/x, b]\n\n- id: three\n  title: Three\n  categories: [a]\n',
  },
};

describe('filing: categories', () => {
  const target = (catalogue: Catalogue): Layer => catalogue.layers.find(({ source }) => source.kind === 'workspace') ?? assert.fail('no workspace');
  const after = (before: Texts, what: (catalogue: Catalogue) => Filing): { texts: Texts; catalogue: Catalogue } => {
    const now = apply(before, what(read(before)));
    return { texts: now, catalogue: read(now) };
  };
  const titles = (catalogue: Catalogue, id?: string): string[] => (id === undefined ? catalogue.categories : (catalogue.category(id)?.category.children ?? [])).map(({ title }) => title);
  const categoriesOf = (catalogue: Catalogue, key: string) => catalogue.get(key)?.paper.categories;
  const config = ({ workspace }: Texts) => workspace?.['catalog.yaml'] ?? '';

  it('makes ids that are free, from titles in any script', () => {
    const catalogue = read(texts);
    assert.equal(categoryId(catalogue, ' Größe & Maß '), 'grosse-mass');
    assert.equal(categoryId(catalogue, 'X', 'a'), 'a/x-2');
    assert.equal(categoryId(catalogue, '合成数据'), 'category');
  });

  it('adds at the top, in a category, and in one that only the bundled catalogue has', () => {
    assert.deepEqual(titles(after(texts, (before) => addCategory(before, target(before), 'New')).catalogue), ['Base', 'A', 'B', 'New']);
    assert.deepEqual(titles(after(texts, (before) => addCategory(before, target(before), 'New', 'a')).catalogue, 'a'), ['X', 'Y', 'New']);
    const below = after(texts, (before) => addCategory(before, target(before), 'Deep', 'base/in'));
    assert.deepEqual(below.catalogue.category('base/in/deep')?.path.map(({ title }) => title), ['Base', 'In', 'Deep']);
    assert.match(config(below.texts), /^title: Ours {3}# a name\n/u);
  });

  it('renames in one line, and a bundled one from above', () => {
    const own = after(texts, (before) => renameCategory(before, target(before), 'a/x', 'Xylophone: music'));
    assert.equal(config(own.texts), (texts.workspace?.['catalog.yaml'] ?? '').replace('title: X\n', 'title: "Xylophone: music"\n'));
    const base = after(texts, (before) => renameCategory(before, target(before), 'base/in', 'Inside'));
    assert.deepEqual(titles(base.catalogue, 'base'), ['Inside']);
    assert.deepEqual(base.texts.bundled, bundled);
    const again = after(base.texts, (before) => renameCategory(before, target(before), 'base/in', 'Within'));
    assert.deepEqual(titles(again.catalogue, 'base'), ['Within']);
  });

  it('moves with everything below, and papers stay where they are', () => {
    const moved = after(texts, (before) => moveCategory(before, 'a', 'b'));
    assert.deepEqual(titles(moved.catalogue), ['Base', 'B']);
    assert.deepEqual(moved.catalogue.category('a/x')?.path.map(({ id }) => id), ['b', 'a', 'a/x']);
    assert.deepEqual(categoriesOf(moved.catalogue, 'two'), ['a/x', 'b']);
    assert.equal(moved.texts.workspace?.['papers/p.yaml'], texts.workspace?.['papers/p.yaml']);
    const top = after(moved.texts, (before) => moveCategory(before, 'a/x', undefined));
    assert.deepEqual(titles(top.catalogue), ['Base', 'B', 'X']);
  });

  it('merges and deletes; papers follow', () => {
    const merged = after(texts, (before) => mergeCategory(before, target(before), 'a', 'b'));
    assert.deepEqual(titles(merged.catalogue), ['Base', 'B']);
    assert.deepEqual([categoriesOf(merged.catalogue, 'two'), categoriesOf(merged.catalogue, 'three')], [['b'], ['b']]);
    const deleted = after(texts, (before) => deleteCategory(before, target(before), 'a/x'));
    assert.deepEqual(categoriesOf(deleted.catalogue, 'two'), ['a', 'b']);
    assert.deepEqual(titles(deleted.catalogue, 'a'), ['Y']);
    const top = after(texts, (before) => deleteCategory(before, target(before), 'a'));
    assert.deepEqual([categoriesOf(top.catalogue, 'two'), categoriesOf(top.catalogue, 'three')], [['b'], []]);
    assert.match(config(top.texts), /# the other half/u);
  });

  it('refuses what would lose something, with the way out', () => {
    const catalogue = read(texts);
    assert.throws(() => moveCategory(catalogue, 'a', 'a/x'), FilingError);
    assert.throws(() => mergeCategory(catalogue, target(catalogue), 'a', 'a/x'), FilingError);
    assert.throws(() => deleteCategory(catalogue, target(catalogue), 'base'), /bundled catalogue/u);
    assert.throws(() => renameCategory(catalogue, target(catalogue), 'nowhere', 'N'), FilingError);
  });

  it('counts what is in a category and below', () => {
    const catalogue = read(texts);
    assert.deepEqual(['a', 'a/x', 'b', 'base'].map((id) => papersIn(catalogue, id)), [2, 1, 1, 1]);
  });
});
