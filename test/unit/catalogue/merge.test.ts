import assert from 'node:assert/strict';
import { mergeCategories, mergeLayers } from '../../../src/core/catalogue/merge.js';
import { layer } from '../../support/layers.js';

const base = { id: 'wang2023selfinstruct', title: 'Self-Instruct', authors: ['Yizhong Wang'], issued: '2023', arxiv: '2212.10560', doi: '10.18653/v1/2023.acl-long.754', tags: ['a'] };

describe('layers', () => {
  it('overrides a paper by identity, field by field', () => {
    const merged = mergeLayers([layer('bundled', [base]), layer('workspace', [{ id: 'selfinstruct', arxiv: '2212.10560', tags: ['b'], note: 'mine' }])]);
    assert.equal(merged.papers.length, 1);
    const shelved = merged.papers[0];
    assert.ok(shelved);
    assert.equal(shelved.paper.id, 'wang2023selfinstruct');
    assert.equal(shelved.paper.title, 'Self-Instruct');
    assert.deepEqual(shelved.paper.tags, ['b']);
    assert.equal(shelved.paper.fields.note, 'mine');
    assert.deepEqual(shelved.places.map((place) => place.layer.kind), ['bundled', 'workspace']);
    assert.equal(merged.get('selfinstruct'), shelved, 'the other key leads here');
  });

  it('clears a field that a higher layer sets to null', () => {
    const merged = mergeLayers([layer('bundled', [base]), layer('personal', ['- id: wang2023selfinstruct\n  doi: null\n'])]);
    assert.equal(merged.papers[0]?.paper.fields.doi, undefined);
    assert.equal(merged.papers[0]?.paper.fields.arxiv, '2212.10560');
  });

  it('finds the lower paper by key, and by title when nothing else is there', () => {
    const byKey = mergeLayers([layer('bundled', [base]), layer('personal', [{ id: 'wang2023selfinstruct', status: 'read' }])]);
    assert.equal(byKey.papers[0]?.paper.status, 'read');
    const byTitle = mergeLayers([layer('bundled', [base]), layer('personal', [{ id: 'mine', title: 'Self instruct', authors: ['Y. Wang'], issued: '2022', status: 'read' }])]);
    assert.equal(byTitle.papers.length, 1);
  });

  it('keeps two works apart that share a key but contradict each other', () => {
    const merged = mergeLayers([layer('bundled', [base]), layer('workspace', [{ id: 'wang2023selfinstruct', title: 'Other', arxiv: '2301.00001' }])]);
    assert.equal(merged.papers.length, 2);
  });

  it('hides a paper with a tombstone, in the layers above too', () => {
    const tombstone = '- id: wang2023selfinstruct\n  removed: true\n';
    assert.equal(mergeLayers([layer('bundled', [base]), layer('workspace', [tombstone])]).papers.length, 0);
    const back = mergeLayers([layer('bundled', [base]), layer('workspace', [tombstone]), layer('personal', [{ id: 'wang2023selfinstruct', status: 'read' }])]);
    assert.equal(back.papers.length, 1, 'a higher layer that says something of it brings it back');
    assert.deepEqual(mergeLayers([layer('bundled', [base]), layer('workspace', [tombstone])]).hidden.map(({ paper, places }) => [paper.id, places.length]), [['wang2023selfinstruct', 1]]);
    assert.deepEqual(mergeLayers([layer('bundled', [base])]).hidden, []);
    assert.equal(mergeLayers([layer('workspace', [tombstone])]).papers.length, 0, 'a tombstone alone is no paper');
  });

  it('does not merge two records within one layer', () => {
    assert.equal(mergeLayers([layer('workspace', [base, { ...base, id: 'again' }])]).papers.length, 2);
  });

  it('keeps the objects of what did not change', () => {
    const other = { id: 'other', title: 'Other', arxiv: '2301.00001' };
    const lower = layer('bundled', [base, other]);
    const first = mergeLayers([lower, layer('workspace', [{ id: 'x', arxiv: '2212.10560', note: 'a' }])]);
    const second = mergeLayers([lower, layer('workspace', [{ id: 'x', arxiv: '2212.10560', note: 'b' }])]);
    assert.equal(second.papers.length, 2);
    assert.notEqual(second.get('wang2023selfinstruct'), first.get('wang2023selfinstruct'));
    assert.equal(second.get('other'), first.get('other'));
  });

  it('lays category trees over each other', () => {
    const merged = mergeCategories([
      [{ id: 'a', title: 'A', children: [{ id: 'a/x', title: 'X' }] }, { id: 'b', title: 'B', description: 'below' }],
      [{ id: 'b', title: 'Better B' }, { id: 'a', title: 'A', children: [{ id: 'a/y', title: 'Y' }] }, { id: 'c', title: 'C' }],
    ]);
    assert.deepEqual(merged.map(({ id }) => id), ['a', 'b', 'c']);
    assert.deepEqual(merged[0]?.children?.map(({ id }) => id), ['a/x', 'a/y']);
    assert.deepEqual(merged.map(({ title, description }) => [title, description])[1], ['Better B', 'below']);
  });
});
