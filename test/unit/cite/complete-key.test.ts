import assert from 'node:assert/strict';
import { completedKey } from '../../../src/core/cite/complete-key.js';
import type { MarkupId } from '../../../src/core/cite/types.js';
import { applySplices } from '../../../src/core/yaml/splice.js';

describe('a chosen key in the place of what was typed', () => {
  const cases: readonly (readonly [MarkupId, before: string, typed: string, behind: string, key: string, after: string | undefined])[] = [
    ['latex', '\\cite{', 'x', '}', 'DBLP:conf/x', '\\cite{DBLP:conf/x}'],
    ['pandoc', '[@', 'x', ']', 'a:b/c', '[@a:b/c]'],
    ['pandoc', '[@', 'x', ']', 'ends.', '[@{ends.}]'],
    ['pandoc', '[@{', 'x', '}]', 'ends.', '[@{ends.}]'],
    ['myst', '{cite:p}`', 'x', '`', 'ends.', '{cite:p}`ends.`'],
    ['typst', 'As @', 'x', '.', 'a:b', 'As @a:b.'],
    ['typst', 'As @', 'x', ' y', 'DBLP:conf/x', 'As #cite(label("DBLP:conf/x")) y'],
    ['typst', 'As @', '', '', 'ends.', 'As #cite(<ends.>)'],
    ['typst', '#cite(<', 'x', '>)', 'ends.', '#cite(<ends.>)'],
    ['typst', '#cite(<', 'x', '>)', 'DBLP:conf/x', undefined],
    ['typst', '#cite(label("', 'x', '"))', 'a"b/c', '#cite(label("a\\"b/c"))'],
  ];
  for (const [markup, before, typed, behind, key, after] of cases) {
    it(`${markup}: ${before}${typed}¦${behind} ← ${key}`, () => {
      const splice = completedKey(markup, before.at(-1) ?? '', { start: before.length, end: before.length + typed.length }, key);
      assert.equal(splice && applySplices(before + typed + behind, [splice]), after);
    });
  }
});
