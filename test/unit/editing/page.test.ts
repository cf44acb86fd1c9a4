import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editorHtml } from '../../../src/core/editing/html.js';
import { listChanges } from '../../../src/core/editing/list-changes.js';
import { readPeople, writePerson } from '../../../src/core/editing/people.js';
import { toPerson, type Person } from '../../../src/core/model/person.js';
import type { FieldChange } from '../../../src/protocol.js';
import { runs } from '../../support/runs.js';

describe('names typed into a list of authors', () => {
  const cases: [string, unknown[]][] = [
    ['', []],
    ['Ada Lovelace', ['Ada Lovelace']],
    ['Lovelace, Ada', ['Ada Lovelace']],
    ['A. Author and B. Author', ['A. Author', 'B. Author']],
    ['Last, First; Second, Name', ['First Last', 'Name Second']],
    ['Ada Lovelace, Alan Turing, and Grace Hopper', ['Ada Lovelace', 'Alan Turing', 'Grace Hopper']],
    ['Ada Lovelace & Alan Turing', ['Ada Lovelace', 'Alan Turing']],
    ['Ada Lovelace\nAlan Turing\n', ['Ada Lovelace', 'Alan Turing']],
    ['Lovelace, A., Turing, A. M., & Hopper, G.', ['A. Lovelace', 'A. M. Turing', 'G. Hopper']],
    ['Wang, Y. and others', ['Y. Wang']],
    ['Yizhong Wang et al.', ['Yizhong Wang']],
    ['Ada Lovelace*, Alan Turing†¹', ['Ada Lovelace', 'Alan Turing']],
    ['King, Jr., Martin Luther', [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }]],
    ['{Open and Free, Inc.} and Ada Lovelace', [{ literal: 'Open and Free, Inc.' }, 'Ada Lovelace']],
    ['Ludwig van Beethoven', ['Ludwig van Beethoven']],
    ['van der Berg, Jan', ['Jan van der Berg']],
    ['Alexandra Anders', ['Alexandra Anders']],
    [' ; and , ', []],
  ];
  for (const [text, people] of cases) it(JSON.stringify(text), () => assert.deepEqual(readPeople(text), people));

  it('reads back what it writes', () => {
    const word = fc.stringMatching(/^[A-Z][a-zéü]{1,8}$/u).filter((text) => !/^(?:and|others)$/iu.test(text));
    const plain = { noNullPrototype: true } as const;
    const person: fc.Arbitrary<Person> = fc.oneof(
      fc.record({ family: word, given: word }, plain),
      fc.record({ family: fc.tuple(word, word).map((words) => words.join(' ')), given: word }, plain),
      fc.record({ family: word }, plain),
      fc.record({ family: word, given: word, suffix: fc.constantFrom('Jr.', 'III') }, plain),
      fc.record({ literal: fc.constantFrom('OpenAI', 'Food and Drug Administration', 'A, B; C') }, plain),
    );
    fc.assert(fc.property(person, (one) => assert.deepEqual(readPeople(writePerson(one as never)).map(toPerson), [one])), { numRuns: runs(200) });
  });
});

describe('changes from one list to another', () => {
  const done = (from: readonly unknown[] | undefined, changes: readonly FieldChange[]): unknown[] => {
    let list = [...(from ?? [])];
    for (const change of changes) {
      const at = change.path[1] as number;
      if (change.kind === 'set') list = change.path.length === 1 ? (change.value as unknown[]) : list.map((item, index) => (index === at ? change.value : item));
      else if (change.kind === 'unset') list = change.path.length === 1 ? [] : list.filter((_, index) => index !== at);
      else if (change.kind === 'insert') list.splice(change.index ?? list.length, 0, change.value);
      else list.splice(change.to, 0, ...list.splice(change.from, 1));
    }
    return list;
  };

  it('lead to the other list', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 7 });
    fc.assert(fc.property(fc.option(list, { nil: undefined }), list, (from, to) => assert.deepEqual(done(from, listChanges(['authors'], from, to)), to)), { numRuns: runs(500) });
  });

  it('are one for one item', () => {
    assert.deepEqual(listChanges(['x'], ['a', 'b', 'c'], ['a', 'B', 'c']), [{ kind: 'set', path: ['x', 1], value: 'B' }]);
    assert.deepEqual(listChanges(['x'], ['a', 'b', 'c'], ['a', 'c']), [{ kind: 'unset', path: ['x', 1] }]);
    assert.deepEqual(listChanges(['x'], ['a', 'c'], ['a', 'b', 'c']), [{ kind: 'insert', path: ['x'], index: 1, value: 'b' }]);
    assert.deepEqual(listChanges(['x'], ['a', 'b', 'c'], ['b', 'c', 'a']), [{ kind: 'reorder', path: ['x'], from: 0, to: 2 }]);
    assert.deepEqual(listChanges(['x'], ['a', 'b', 'c'], ['c', 'a', 'b']), [{ kind: 'reorder', path: ['x'], from: 2, to: 0 }]);
    assert.deepEqual(listChanges(['x'], ['a'], ['a']), []);
    assert.deepEqual(listChanges(['x'], ['a'], []), [{ kind: 'unset', path: ['x'] }]);
  });
});

describe('the shell of the page', () => {
  it('lets nothing in but its script, by nonce, and its style and font', () => {
    const html = editorHtml({ script: 'https://x/p.js?a&b', style: 'https://x/p.css', nonce: 'n0', cspSource: 'https://x', title: '"</title><script>alert(1)</script>', lang: 'en' });
    assert.match(html, /content="default-src 'none'; script-src 'nonce-n0'; style-src https:\/\/x; font-src https:\/\/x;"/u);
    assert.match(html, /<script nonce="n0" src="https:\/\/x\/p\.js\?a&amp;b"><\/script>/u);
    assert.equal(html.match(/<script/gu)?.length, 1);
    assert.ok(html.includes('<div id="app"></div>'));
  });
});
