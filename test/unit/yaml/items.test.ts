import assert from 'node:assert/strict';
import { applySplices, editPapers, fieldRanges, itemsOfFile, readPapersNow, writtenFields, type PaperChange } from '../../../src/core/yaml/index.js';

const text = '# top\n- id: same\n  title: First\n- title: None\n  x: .inf\n- id: same\n  title: Second # two\n- id: other\n';
const change = (from: string, ...changes: PaperChange[]) => applySplices(from, editPapers(from, changes));

describe('yaml: items', () => {
  it('are all there, readable or not, with what is written in them and where', () => {
    const file = readPapersNow(text, 'a.yaml');
    assert.deepEqual(itemsOfFile(file).map(({ fields }) => fields?.id), ['same', undefined, 'same', 'other']);
    assert.deepEqual(writtenFields(file, 1), { title: 'None', x: Infinity });
    assert.deepEqual(writtenFields(file, 9), {});
    assert.deepEqual([...fieldRanges(file, 2)].map(([name, { start, end }]) => [name, text.slice(start, end)]), [['id', 'id: same'], ['title', 'title: Second']]);
  });

  it('are changed by their place, whatever their ids', () => {
    assert.equal(change(text, { kind: 'set', id: 'same', item: 2, path: ['title'], value: 'X' }), text.replace('Second', 'X'));
    assert.equal(change(text, { kind: 'set', id: '', item: 1, path: ['id'], value: 'none' }), text.replace('- title: None', '- title: None\n  id: none'));
    assert.equal(change(text, { kind: 'remove', id: 'same', item: 2 }, { kind: 'remove', id: 'same', item: 0 }), '# top\n- title: None\n  x: .inf\n- id: other\n');
    assert.equal(change(text, { kind: 'move', id: 'same', item: 0, place: { after: 2 } }), '# top\n- title: None\n  x: .inf\n- id: same\n  title: Second # two\n- id: same\n  title: First\n- id: other\n');
    assert.throws(() => change(text, { kind: 'set', id: 'other', item: 3, path: ['id'], value: 'same' }), /already has a paper same/u);
    assert.throws(() => change(text, { kind: 'remove', id: '', item: 7 }), /no paper number 8/u);
    assert.throws(() => change(text, { kind: 'remove', id: 'same', item: 0 }, { kind: 'remove', id: 'same', item: 0 }), /no paper same/u);
  });

  it('leave the other one of two with one id to be found by it', () => {
    assert.equal(change(text, { kind: 'remove', id: 'same' }, { kind: 'set', id: 'same', path: ['title'], value: 'X' }), '# top\n- title: None\n  x: .inf\n- id: same\n  title: X # two\n- id: other\n');
    assert.equal(change(text, { kind: 'set', id: 'same', path: ['id'], value: 'first' }, { kind: 'set', id: 'same', path: ['id'], value: 'second' }), text.replace('same', 'first').replace('same', 'second'));
  });

  it('come from another file as they are written there, where they fit', () => {
    const source = '# why\n- id: moved   # here\n  tags: [ a,b ]\n\n';
    assert.equal(change('- id: x\n', { kind: 'add', fields: { id: 'moved', tags: ['a', 'b'] }, source }), '- id: x\n\n# why\n- id: moved   # here\n  tags: [ a,b ]\n');
    assert.equal(change('- id: x\r\n', { kind: 'add', fields: { id: 'moved' }, source }), '- id: x\r\n\r\n# why\r\n- id: moved   # here\r\n  tags: [ a,b ]\r\n');
    for (const other of ['- id: else\n', '- id: moved\n- id: two\n', '  - id: moved\n', 'no list', '- id: moved\n  tags: *t\n']) assert.equal(change('- id: x\n', { kind: 'add', fields: { id: 'moved' }, source: other }), '- id: x\n\n- id: moved\n');
  });
});
