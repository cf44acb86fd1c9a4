import assert from 'node:assert/strict';
import { fileCategories, type CategoryEdit } from '../../../src/core/editing/category-edits.js';
import { complete, valuesOf } from '../../../src/core/editing/complete.js';
import { surroundings } from '../../../src/core/editing/surroundings.js';
import type { CategoryNode } from '../../../src/protocol.js';
import { apply, read, type Texts } from '../filing/shelf.js';
import { runNow } from './desk.js';

const texts: Texts = {
  workspace: {
    'catalog.yaml': 'title: T\n# the tree\ncategories:\n  - id: a\n    title: A\n    children:\n      - {id: a/x, title: X}\n      - {id: a/y, title: Y}\n      - {id: a/z, title: Z}\n  - {id: b, title: B}\n',
    'papers/one.yaml': '- id: p1\n  tags: [math, code]\n  categories: [a/x, a]\n- id: p2\n  tags: [math]\n  venue: The ACL\n  categories: [b]\n',
    'papers/two.yaml': '- id: p3\n  categories: [a/x]\n- id: twice\n  categories: [a/y]\n- id: twice\n  title: Second\n  categories: [a/z]\n',
  },
};

function after(edit: CategoryEdit, from = texts): Texts {
  const catalogue = read(from);
  const target = catalogue.layers.find(({ source }) => source.id === 'workspace');
  assert.ok(target);
  return apply(from, fileCategories(edit, catalogue, target));
}

/** The tree as `a(x y z) b`. */
function tree(from: Texts): string {
  const show = ({ id, children }: { id: string; children?: readonly { id: string }[] | undefined }): string => id.replace(/^.*\//u, '') + (children && children.length > 0 ? `(${children.map(show).join(' ')})` : '');
  return read(from).categories.map(show).join(' ');
}

describe('categories of the catalogue editor', () => {
  it('are counted by themselves and with what is below, each paper once', () => {
    const counts = (nodes: readonly CategoryNode[]): unknown[] => nodes.map(({ id, own, all, children }) => [id, own, all, ...counts(children)]);
    assert.deepEqual(counts(runNow(surroundings(read(texts), 'workspace')).categories)[1], ['b', 1, 1]);
    const [a] = runNow(surroundings(read(texts), 'workspace')).categories;
    assert.deepEqual([a?.own, a?.all, a?.children[0]?.own], [1, 4, 2]);
  });

  it('are moved before another one, to the end, below and out', () => {
    const moved = (category: string, under: string | null, before: string | null) => tree(after({ kind: 'moveCategory', category, under, before }));
    assert.equal(tree(texts), 'a(x y z) b');
    assert.equal(moved('a/z', 'a', 'a/x'), 'a(z x y) b');
    assert.equal(moved('a/x', 'a', null), 'a(y z x) b');
    assert.equal(moved('b', 'a', 'a/y'), 'a(x b y z)');
    assert.equal(moved('a/y', null, 'a'), 'y a(x z) b');
    assert.equal(moved('a/y', null, null), 'a(x z) b y');
  });

  it('write nothing when they stay where they are, or keep their names', () => {
    for (const edit of [{ kind: 'moveCategory', category: 'a/x', under: 'a', before: 'a/y' }, { kind: 'moveCategory', category: 'b', under: null, before: null }, { kind: 'renameCategory', category: 'b', title: ' B ' }] as const) assert.deepEqual(after(edit), texts);
  });

  it('are renamed in one line, and go with what papers say of them', () => {
    const renamed = after({ kind: 'renameCategory', category: 'a/y', title: 'Why' });
    assert.equal(renamed.workspace?.['catalog.yaml'], texts.workspace?.['catalog.yaml']?.replace('title: Y', 'title: Why'));
    const merged = after({ kind: 'mergeCategory', category: 'a/x', into: 'b' });
    assert.match(merged.workspace?.['papers/one.yaml'] ?? '', /categories: \[b, a\]/u);
    assert.match(merged.workspace?.['papers/two.yaml'] ?? '', /id: p3\n {2}categories: \[b\]/u);
    assert.equal(tree(merged), 'a(y z) b');
  });

  it('are left alone where a change would reach the wrong one of two papers with one key', () => {
    assert.throws(() => after({ kind: 'deleteCategory', category: 'a/y' }), /two papers with the citation key twice/u);
    assert.throws(() => after({ kind: 'moveCategory', category: 'a', under: 'a/x', before: null }), { name: 'FilingError' });
    assert.throws(() => after({ kind: 'addCategory', title: ' ', under: null }), { name: 'Refusal' });
    assert.throws(() => after({ kind: 'deleteCategory', category: 'nowhere' }), { name: 'FilingError' });
  });
});

describe('what others have in a field', () => {
  const papers = read(texts).papers.map(({ paper }) => paper);
  it('is offered with the most frequent first, by its beginning and by the words in it', () => {
    const tags = runNow(valuesOf(papers, 'tags'));
    assert.deepEqual(complete(tags, ''), ['math', 'code']);
    assert.deepEqual(complete(tags, 'C'), ['code']);
    assert.deepEqual(complete(tags, 'math'), []);
    assert.deepEqual(complete(runNow(valuesOf(papers, 'venue')), 'acl'), ['The ACL']);
    assert.deepEqual(complete(runNow(valuesOf(papers, 'constructor')), ''), []);
  });
});
