import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PackedFields } from '../../../src/core/bibtex/packed-fields.js';
import type { BibField } from '../../../src/core/bibtex/syntax.js';
import { runs } from '../../support/runs.js';

const place = fc.nat({ max: 0x7fffffff });
const piece = fc.record({ kind: fc.constantFrom('braces' as const, 'quotes' as const, 'number' as const, 'macro' as const, 'bare' as const), start: place, end: place, closed: fc.boolean() });
const field: fc.Arbitrary<BibField> = fc.record({ name: fc.constantFrom('title', 'author', 'ids', '__proto__', 'ß'), nameStart: place, nameEnd: place, pieces: fc.array(piece, { maxLength: 4 }) }, { noNullPrototype: true });

describe('packed fields', () => {
  it('come out as they went in, all of an entry and one of a name', () => {
    fc.assert(fc.property(fc.array(fc.array(field, { maxLength: 30 }), { maxLength: 30 }), (entries) => {
      const packed = new PackedFields();
      const places = entries.map((fields) => packed.add(fields));
      places.forEach((at, nth) => {
        const fields = entries[nth] ?? [];
        assert.deepEqual(packed.at(at), fields.map((one) => ({ ...one, pieces: one.pieces.map((part) => ({ ...part })) })));
        for (const name of ['title', 'author', 'ids', '__proto__', 'ß', 'other']) assert.deepEqual(packed.find(at, name), packed.at(at).find((one) => one.name === name));
      });
    }), { numRuns: runs(100) });
  });
});
