/** Changes of catalog.yaml. */
import assert from 'node:assert/strict';
import { editConfig } from '../../../src/core/yaml/edit-config.js';
import { EditError, type ValueChange } from '../../../src/core/yaml/edit.js';
import { readConfig } from '../../../src/core/yaml/read-config.js';
import { applySplices } from '../../../src/core/yaml/splice.js';

const text = `# The catalogue
title: Synthetic data   # shown on top
categories:
  - id: generation      # first
    title: Generation
    children:
      - {id: generation/single, title: Single model}
      # about agents
      - id: generation/agentic
        title: Agentic
  - id: evaluation
    title: Evaluation

lists:
  - {id: awesome, title: Awesome list, sections: [A, {title: B, sections: [C]}]}
`;

function edited(...changes: ValueChange[]): string {
  const after = applySplices(text, editConfig(text, changes));
  assert.deepEqual(readConfig(after, 'c').problems, []);
  return after;
}

describe('yaml: editing catalog.yaml', () => {
  it('sets, renames by id, adds, removes', () => {
    assert.equal(edited({ kind: 'set', path: ['title'], value: 'New' }), text.replace('Synthetic data', 'New'));
    assert.equal(edited({ kind: 'set', path: ['categories', 'generation', 'children', 'generation/agentic', 'title'], value: 'Agents' }), text.replace('title: Agentic', 'title: Agents'));
    assert.equal(edited({ kind: 'set', path: ['categories', 1, 'description'], value: 'What: measures' }), text.replace('title: Evaluation\n', 'title: Evaluation\n    description: "What: measures"\n'));
    assert.equal(edited({ kind: 'insert', path: ['categories', 'evaluation', 'children'], value: { id: 'evaluation/human', title: 'Human' } }), text.replace('title: Evaluation\n', 'title: Evaluation\n    children:\n      - id: evaluation/human\n        title: Human\n'));
    assert.equal(edited({ kind: 'insert', path: ['categories'], index: 1, value: { id: 'safety', title: 'Safety' } }), text.replace('  - id: evaluation', '  - id: safety\n    title: Safety\n  - id: evaluation'));
    assert.equal(edited({ kind: 'unset', path: ['categories', 'generation', 'children', 0] }), text.replace('      - {id: generation/single, title: Single model}\n', ''));
    assert.equal(edited({ kind: 'unset', path: ['lists', 'awesome', 'sections', 1] }), text.replace(', {title: B, sections: [C]}', ''));
    assert.equal(edited({ kind: 'unset', path: ['categories', 'evaluation'] }, { kind: 'set', path: ['description'], value: 'D' }), text.replace('  - id: evaluation\n    title: Evaluation\n', '').replace('list, sections: [A, {title: B, sections: [C]}]}\n', 'list, sections: [A, {title: B, sections: [C]}]}\ndescription: D\n'));
  });
  it('writes a category like the one before it', () => {
    const item = { id: 'x', title: 'X', children: [{ id: 'x/y', title: 'Under' }] };
    assert.equal(edited({ kind: 'insert', path: ['categories', 'generation', 'children'], index: 1, value: item }), text.replace('      # about agents', '      - {id: x, title: X, children: [{id: x/y, title: Under}]}\n      # about agents'));
    assert.equal(edited({ kind: 'insert', path: ['categories', 'generation', 'children'], value: item }), text.replace('        title: Agentic\n', '        title: Agentic\n      - id: x\n        title: X\n        children:\n          - id: x/y\n            title: Under\n'));
  });
  it('begins an empty file', () => {
    const begun = applySplices('', editConfig('', [{ kind: 'set', path: ['title'], value: 'T' }, { kind: 'insert', path: ['categories'], value: { id: 'a', title: 'A' } }]));
    assert.equal(begun, 'title: T\ncategories:\n  - id: a\n    title: A\n');
  });
  it('moves an item with its comments, and with what only other programs know', () => {
    const move = (source: string, id: string, from: (string | number)[], to: (string | number)[], value: object, index?: number) =>
      applySplices(source, editConfig(source, [{ kind: 'unset', path: from }, { kind: 'insert', path: to, value: { ...value, id }, ...(index === undefined ? {} : { index }) }]));
    const agentic = { title: 'Agentic' };
    const moved = move(text, 'generation/agentic', ['categories', 'generation', 'children', 'generation/agentic'], ['categories', 'evaluation', 'children'], agentic);
    assert.equal(moved, text.replace('      # about agents\n      - id: generation/agentic\n        title: Agentic\n', '').replace('    title: Evaluation\n', '    title: Evaluation\n    children:\n      # about agents\n      - id: generation/agentic\n        title: Agentic\n'));
    assert.equal(move(moved, 'generation/agentic', ['categories', 'evaluation', 'children'], ['categories', 'generation', 'children'], agentic), text);

    const rich = 'categories:\n- id: a\n  title: A\n# all of b\n- id: b   # yes\n  colour: red\n\n  # its name\n  title: >-\n    B and\n    more\n  children:\n  - id: b/c # here\n    title: C\n';
    assert.equal(
      move(rich, 'b', ['categories', 'b'], ['categories', 'a', 'children'], { title: 'B and more', children: [{ id: 'b/c', title: 'C' }] }),
      'categories:\n- id: a\n  title: A\n  children:\n    # all of b\n    - id: b   # yes\n      colour: red\n\n      # its name\n      title: >-\n        B and\n        more\n      children:\n      - id: b/c # here\n        title: C\n',
    );
    assert.equal(move(rich, 'b', ['categories', 'b'], ['categories'], { title: 'B and more' }, 0), rich.replace('- id: a\n  title: A\n', '').trimEnd() + '\n- id: a\n  title: A\n');
    assert.equal(move(rich, 'b/c', ['categories', 'b', 'children'], ['categories'], { title: 'C' }), rich.replace('\n  children:\n  - id: b/c # here\n    title: C\n', '\n- id: b/c # here\n  title: C\n'));
    assert.equal(move(rich.replace(/\n/gu, '\r\n'), 'b', ['categories', 'b'], ['categories'], { title: 'B and more' }, 0), move(rich, 'b', ['categories', 'b'], ['categories'], { title: 'B and more' }, 0).replace(/\n/gu, '\r\n'));
  });
  it('refuses to move comments to where none can stand', () => {
    const flow = 'categories:\n  - {id: a, title: A, children: [{id: a/b, title: B}]}\n  - id: c # mine\n    title: C\n';
    const move = (source: string) => applySplices(source, editConfig(source, [{ kind: 'unset', path: ['categories', 'c'] }, { kind: 'insert', path: ['categories', 'a', 'children'], value: { id: 'c', title: 'C' } }]));
    assert.throws(() => move(flow), { name: 'EditError', message: /^c has comments/u });
    assert.equal(move(flow.replace(' # mine', '')), 'categories:\n  - {id: a, title: A, children: [{id: a/b, title: B}, {id: c, title: C}]}\n');
  });
  it('refuses what is not there and text that does not parse', () => {
    assert.throws(() => editConfig(text, [{ kind: 'set', path: ['categories', 'nothing', 'title'], value: 'x' }]), EditError);
    assert.throws(() => editConfig('title: "x\n', [{ kind: 'set', path: ['title'], value: 'x' }]), EditError);
    assert.throws(() => editConfig('- a\n', [{ kind: 'set', path: ['title'], value: 'x' }]), EditError);
  });
});
