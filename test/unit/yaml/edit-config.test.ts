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
  it('refuses what is not there and text that does not parse', () => {
    assert.throws(() => editConfig(text, [{ kind: 'set', path: ['categories', 'nothing', 'title'], value: 'x' }]), EditError);
    assert.throws(() => editConfig('title: "x\n', [{ kind: 'set', path: ['title'], value: 'x' }]), EditError);
    assert.throws(() => editConfig('- a\n', [{ kind: 'set', path: ['title'], value: 'x' }]), EditError);
  });
});
