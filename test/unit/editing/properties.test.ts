import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RowNumbers } from '../../../src/core/editing/numbering.js';
import type { Edit } from '../../../src/protocol.js';
import { runs } from '../../support/runs.js';
import { line, papers, prose, write } from '../yaml/generate.js';
import { Desk } from './desk.js';

const slug = fc.constantFrom('generation', 'math', 'code/review', 'a-b');
const value = fc.oneof(line, prose, fc.constantFrom('2023', '2023-07', true, 12, null), fc.array(line, { maxLength: 3 }), fc.dictionary(fc.constantFrom('code', 'page', 'data'), line, { maxKeys: 2 }));
const field = fc.constantFrom('title', 'authors', 'tags', 'issued', 'venue', 'note', 'summary', 'links', 'volume', 'x-own', 'x-new', 'categories', 'type', 'starred');
const index = fc.nat(4);
const path = fc.oneof({ weight: 4, arbitrary: field.map((one) => [one]) }, fc.tuple(field, index), fc.tuple(fc.constant('links'), fc.constantFrom('code', 'page')), fc.tuple(fc.constant('lists'), index, fc.constantFrom('section', 'note')));
const change = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), path, value }),
  fc.record({ kind: fc.constant('unset' as const), path }),
  fc.record({ kind: fc.constant('insert' as const), path: field.map((one) => [one]), index, value: line }),
  fc.record({ kind: fc.constant('reorder' as const), path: fc.constantFrom(['authors'], ['tags']), from: index, to: index }),
  fc.record({ kind: fc.constant('set' as const), path: fc.constant(['id']), value: fc.stringMatching(/^[a-z]{3,8}[0-9]{4}$/) }),
);
/** Rows by their place: which numbers they have is only known when the edit is made. */
const placed = fc.array(fc.nat(5), { minLength: 1, maxLength: 3 });
const edit = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('fields' as const), rows: placed, changes: fc.array(change, { minLength: 1, maxLength: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('items' as const), rows: placed, field: fc.constantFrom('categories' as const, 'tags' as const), add: fc.array(slug, { maxLength: 2 }), remove: fc.array(slug, { maxLength: 2 }) }) },
  fc.record({ kind: fc.constant('add' as const), fields: fc.dictionary(fc.constantFrom('title', 'note'), line, { maxKeys: 2 }), after: fc.nat(5) }, { requiredKeys: ['kind', 'fields'] }),
  fc.record({ kind: fc.constant('duplicate' as const), rows: placed }),
  fc.record({ kind: fc.constant('delete' as const), rows: placed }),
);

/** A place as the number of the row there. */
function at(desk: Desk, place: number): number {
  const { rows } = desk.page;
  return rows[place % Math.max(1, rows.length)]?.row ?? 1_000_000;
}

function numbered(desk: Desk, one: Readonly<Edit>): Edit {
  if (one.kind === 'add') return { kind: 'add', fields: one.fields, ...(one.after === undefined ? {} : { after: at(desk, one.after) }) };
  return 'rows' in one ? { ...one, rows: [...new Set(one.rows.map((place) => at(desk, place)))] } : one;
}

/** Makes an edit, or learns that it cannot be made; anything else that goes wrong is a mistake. */
function attempt(desk: Desk, one: Edit): void {
  const before = desk.text;
  try {
    desk.edit(numbered(desk, one));
  } catch (fault) {
    assert.ok(fault instanceof Error && ['Refusal', 'EditError'].includes(fault.name), String(fault));
    assert.equal(desk.text, before);
  }
}

describe('editing, whatever is done', () => {
  it('gives the starting bytes back after as many undos, and the last ones after as many redos', function () {
    this.timeout(300_000);
    fc.assert(
      fc.property(papers, fc.nat(), fc.array(edit, { minLength: 1, maxLength: 6 }), (list, seed, edits) => {
        const start = write(list, seed);
        const desk = new Desk(start);
        for (const one of edits) {
          attempt(desk, one as Edit);
          // what the page was sent is what a page that opens now would be sent
          assert.deepEqual(desk.page, desk.state());
        }
        const end = desk.text;
        const { steps } = desk;
        while (desk.undo());
        assert.equal(desk.text, start);
        while (desk.redo());
        assert.equal(desk.text, end);
        assert.equal(desk.steps, steps);
        assert.deepEqual(desk.page, desk.state());
      }),
      { numRuns: runs(120) },
    );
  });

  it('leaves every paper alone that is not meant, with its row', function () {
    this.timeout(300_000);
    fc.assert(
      fc.property(papers, fc.nat(), edit, (list, seed, one) => {
        const desk = new Desk(write(list, seed));
        const asked = numbered(desk, one as Edit);
        const meant = new Set('rows' in asked ? asked.rows : []);
        const others = desk.page.rows.filter(({ row }) => !meant.has(row)).map(({ row }) => [row, desk.fields(row)] as const);
        attempt(desk, one as Edit);
        for (const [row, fields] of others) assert.deepEqual(desk.fields(row), fields);
      }),
      { numRuns: runs(120) },
    );
  });
});

const texts = fc.array(fc.record({ source: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), key: fc.constantFrom('', 'k', 'l', 'm') }), { maxLength: 8 });

describe('row numbers', () => {
  it('are different from one another and never used twice', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 6 }), (versions) => {
        const numbers = new RowNumbers();
        let last = new Set<number>();
        const ever = new Set<number>();
        for (const version of versions) {
          const now = numbers.assign(version);
          assert.equal(new Set(now).size, version.length);
          for (const row of now) assert.ok(last.has(row) || !ever.has(row), `${row} came back`);
          for (const row of now) ever.add(row);
          last = new Set(now);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('stay with a paper that is moved, changed, renamed, or has others put beside it', () => {
    const numbers = new RowNumbers();
    const [a, b, c] = [{ source: 'A', key: 'a' }, { source: 'B', key: 'b' }, { source: 'C', key: 'c' }];
    assert.deepEqual(numbers.assign([a, b, c]), [0, 1, 2]);
    assert.deepEqual(numbers.assign([c, a, b]), [2, 0, 1]);
    assert.deepEqual(numbers.assign([c, { source: 'A changed', key: 'a' }, b]), [2, 0, 1]);
    assert.deepEqual(numbers.assign([c, { source: 'A renamed', key: 'z' }, b]), [2, 0, 1]);
    assert.deepEqual(numbers.assign([c, { source: 'N', key: 'n' }, { source: 'A renamed', key: 'z' }, b]), [2, 3, 0, 1]);
    assert.deepEqual(numbers.assign([c, { source: 'A renamed', key: 'z' }]), [2, 0]);
    assert.deepEqual(numbers.assign([]), []);
    assert.deepEqual(numbers.assign([a]), [4]);
  });
});
