import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Client, Fault } from '../../../media/editor/client.js';
import { moveByKey } from '../../../media/editor/categories/move.js';
import { asKept } from '../../../media/editor/kept.js';
import { Selection } from '../../../media/editor/selection.js';
import { State } from '../../../media/editor/state.js';
import { applyPatch, patchBetween } from '../../../src/core/editing/patch.js';
import type { CategoryNode, EditorState, Row } from '../../../src/protocol.js';
import { runs } from '../../support/runs.js';

const row = (id: number, title = `Title ${id}`): Row => ({ row: id, key: `k${id}`, type: 'article', title, authors: '', year: '', venue: '', categories: [], identifiers: [], problems: { errors: 0, warnings: 0, infos: 0 } });
const state = (version: number, rows: Row[]): EditorState => ({ version, kind: 'papers', file: 'papers.yaml', editable: { papers: true, categories: true }, banner: null, rows, categories: [], problems: { errors: 0, warnings: 0, infos: 0 } });

describe('the page’s end of the messages', () => {
  const made = () => {
    const sent: { id: number; method: string }[] = [];
    const malformed: string[] = [];
    const client = new Client({ postMessage: (message) => sent.push(message as { id: number; method: string }) }, () => undefined, (what) => malformed.push(what));
    return { client, sent, malformed };
  };

  it('gives each request its own answer', async () => {
    const { client, sent } = made();
    const [first, second] = [client.request('complete', { field: 'tags', typed: 'a' }), client.request('complete', { field: 'tags', typed: 'b' })];
    client.receive({ kind: 'answer', id: sent[1]?.id, ok: true, result: ['b'] });
    client.receive({ kind: 'answer', id: sent[0]?.id, ok: true, result: ['a'] });
    assert.deepEqual([await first, await second], [['a'], ['b']]);
  });

  it('fails what was refused, with the reason', async () => {
    const { client, sent } = made();
    const asked = client.request('paper', { row: 1 });
    client.receive({ kind: 'answer', id: sent[0]?.id, ok: false, code: 'refused', message: 'No.' });
    await assert.rejects(asked, (error: unknown) => error instanceof Fault && error.code === 'refused' && error.message === 'No.');
  });

  it('takes null for an answer, and nothing that is no answer', async () => {
    const { client, sent, malformed } = made();
    const asked = client.request('paper', { row: 1 });
    for (const hostile of [undefined, null, 7, 'x', {}, { kind: 'answer' }, { kind: 'answer', id: '1', ok: true }, { kind: 'patch', patch: { rows: 'all' } }, { kind: 'command', command: 'quit' }]) client.receive(hostile);
    assert.equal(malformed.length, 9);
    client.receive({ kind: 'answer', id: sent[0]?.id, ok: true, result: null });
    assert.equal(await asked, null);
    const wrong = client.request('paper', { row: 1 });
    client.receive({ kind: 'answer', id: sent[1]?.id, ok: true, result: { row: 'one' } });
    await assert.rejects(wrong, (error: unknown) => error instanceof Fault && error.code === 'malformed');
  });
});

describe('the page’s state', () => {
  it('is after a patch what the extension has', () => {
    const rows = fc.uniqueArray(fc.tuple(fc.nat(8), fc.constantFrom('a', 'b')), { selector: ([id]) => id }).map((all) => all.map(([id, title]) => row(id, title)));
    fc.assert(fc.property(rows, rows, (before, after) => {
      const [from, to] = [state(1, before), state(2, after)];
      const patch = patchBetween(from, to);
      assert.ok(patch);
      const page = new State(from);
      assert.ok(page.apply(patch));
      assert.deepEqual(page.order.map((id) => page.row(id)), applyPatch(from, patch).rows);
      assert.deepEqual(page.order.map((id) => page.row(id)), after);
    }), { numRuns: runs(200) });
  });

  it('takes no patch that stands on another version', () => {
    const page = new State(state(1, [row(1)]));
    assert.equal(page.apply({ version: 4, from: 3, rows: [], gone: [1], order: null }), false);
    assert.ok(page.has(1));
  });
});

describe('the page’s selection', () => {
  it('extends from where it began', () => {
    const selection = new Selection();
    const order = [5, 4, 3, 2, 1];
    selection.only(3);
    selection.rangeTo(1, order);
    assert.deepEqual(selection.rows, [3, 2, 1]);
    selection.rangeTo(5, order);
    assert.deepEqual(selection.rows, [5, 4, 3]);
    selection.toggle(4);
    assert.deepEqual(selection.rows, [5, 3]);
  });

  it('goes to the neighbour of a paper that is gone', () => {
    const selection = new Selection();
    selection.only(2);
    selection.keep((one) => one !== 2, [1, 2, 3], [1, 3]);
    assert.deepEqual([selection.active, selection.single], [3, 3]);
    selection.keep((one) => one === 1, [1, 3], [1]);
    assert.equal(selection.single, 1);
    selection.keep(() => false, [1], []);
    assert.deepEqual([selection.active, selection.size], [undefined, 0]);
  });
});

describe('what the page keeps', () => {
  it('is read whatever it is, part by part', () => {
    assert.equal(asKept(undefined).filter, '');
    assert.equal(asKept({ filter: 'x', widths: 3, sort: { column: 'year', descending: true } }).sort?.column, 'year');
    fc.assert(fc.property(fc.anything(), (value) => assert.ok(asKept(value).columns.length > 0)), { numRuns: runs(200) });
  });
});

describe('categories moved by keys', () => {
  const node = (id: string, children: CategoryNode[] = []): CategoryNode => ({ id, title: id, description: '', own: 0, all: 0, children });
  const b1 = node('b1');
  const roots = [node('a'), node('b', [b1]), node('c')];
  const at = (id: string, parent: string | null, index: number, self = node(id)) => ({ node: self, parent, index });

  it('go up, down, in and out, as far as there is a way', () => {
    assert.deepEqual(moveByKey('ArrowUp', at('b', null, 1), roots), { category: 'b', under: null, before: 'a' });
    assert.deepEqual(moveByKey('ArrowDown', at('b', null, 1), roots), { category: 'b', under: null, before: null });
    assert.deepEqual(moveByKey('ArrowDown', at('a', null, 0), roots), { category: 'a', under: null, before: 'c' });
    assert.deepEqual(moveByKey('ArrowRight', at('c', null, 2), roots), { category: 'c', under: 'b', before: null });
    assert.deepEqual(moveByKey('ArrowLeft', at('b1', 'b', 0, b1), roots), { category: 'b1', under: null, before: 'c' });
    assert.equal(moveByKey('ArrowUp', at('a', null, 0), roots), undefined);
    assert.equal(moveByKey('ArrowDown', at('c', null, 2), roots), undefined);
    assert.equal(moveByKey('ArrowLeft', at('a', null, 0), roots), undefined);
    assert.equal(moveByKey('ArrowRight', at('a', null, 0), roots), undefined);
  });
});
