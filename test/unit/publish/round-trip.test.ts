import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { ShapeId } from '../../../src/core/publish/index.js';
import { assertKept, moveIn, publishAs, saidBy } from './round-trip.js';

const shapeOf: Readonly<Record<string, ShapeId>> = { bullets: 'bold-titles', tables: 'date-table', dated: 'dated', venues: 'venue-table', references: 'references' };
const seeds = '../shared/seeds';
const seedShapes: readonly ShapeId[] = ['bold-titles', 'date-table', 'dated', 'venue-table', 'references'];
const all: readonly ShapeId[] = ['bullets', 'table', ...seedShapes];

/** A list that somebody moved to a catalogue, published in a shape: nothing is lost, and the next time nothing changes. */
function holds(text: string, shape: ShapeId, name: string): void {
  const moved = moveIn(text);
  const published = publishAs(moved, { shape, list: 'mine' });
  // two entries of one work in one section are one entry of the catalogue
  const before = unique(saidBy(text));
  assertKept(before, saidBy(published), `${name} as ${shape}\n${published}`);
  const again = publishAs(moveIn(published), { shape, list: 'mine' });
  assert.equal(again.replace(/^# .*\n/u, ''), published.replace(/^# .*\n/u, ''), `${name} as ${shape} is another list the second time`);
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

describe('a list that moves to a catalogue and back', () => {
  for (const [name, shape] of Object.entries(shapeOf)) {
    it(`keeps everything: ${name} as ${shape}`, () => holds(readFileSync(`test/fixtures/lists/${name}.md`, 'utf8'), shape, name));
  }
  for (const shape of all) {
    it(`keeps everything in any shape: ${shape}`, () => {
      for (const name of [...Object.keys(shapeOf), 'wild']) holds(readFileSync(`test/fixtures/lists/${name}.md`, 'utf8'), shape, name);
    });
  }
});

describe('the five lists that move to a catalogue and back', function () {
  before(function () {
    if (!existsSync(seeds)) this.skip();
  });

  it('keep everything', () => {
    for (const [at, file] of readdirSync(seeds).sort().entries()) {
      const shape = seedShapes[at];
      assert.ok(shape);
      holds(readFileSync(`${seeds}/${file}`, 'utf8'), shape, file);
    }
  });
});
