import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findMentions, idKinds, identityKey, linkTo, mentionAt, readIdentifier } from '../../../src/core/ids/index.js';
import { recognisers } from '../../../src/core/ids/recognisers.js';
import { negatives } from './negative.js';
import { positives } from './positive.js';
import { runs } from '../../support/runs.js';

/** Texts made of identifiers, near misses and the pieces that both are made of. */
const piece = fc.oneof(
  fc.constantFrom(...positives.map(({ text }) => text)),
  fc.constantFrom(...negatives.map(([text]) => text)),
  fc.constantFrom(...positives.map(({ exact }) => exact)),
  fc.constantFrom('arXiv:', 'arxiv.org/abs/', 'https://', '10.', '10.1145/', '/', '.', '(', ')', '[', ']', '{', '}', '<', '>', '%20', '%2F', '\\_', '\\', '&amp;', '_', '-', ';', ':', 'v2', '.pdf', '2212.10560', 'hep-th/', '9901001', 'eprint = {', '"arxiv": "', 'doi:', 'doi/', '?id=', 'github.com/', 'a', '0', '\n', '\u{1f600}', '論'),
  fc.string({ maxLength: 12 }),
);
const crowded = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
const spaced = fc.array(fc.tuple(piece, fc.constantFrom(' ', '\n', ', ', ') (')), { maxLength: 8 }).map((pieces) => pieces.flat().join(''));
const texts = fc.oneof(crowded, spaced);
const identified = ({ kind, id, version }: { kind: string; id: string; version?: number }) => ({ kind, id, version });

describe('identifiers in any text', () => {
  it('lie in the text, in order, apart from each other', () => {
    fc.assert(fc.property(texts, (text) => {
      let end = 0;
      for (const mention of findMentions(text)) {
        assert.ok(end <= mention.start && mention.start < mention.end && mention.end <= text.length);
        end = mention.end;
      }
    }), { numRuns: runs(500) });
  });

  it('are again found in exactly the text they were found in', () => {
    fc.assert(fc.property(texts, (text) => {
      for (const mention of findMentions(text)) {
        const exact = text.slice(mention.start, mention.end);
        const alone = readIdentifier(exact, mention.form === 'field' ? mention.kind : undefined);
        assert.deepEqual(alone && identified(alone), identified(mention), exact);
        assert.deepEqual([alone?.start, alone?.end], [0, exact.length], exact);
      }
    }), { numRuns: runs(500) });
  });

  it('keep their normal form when it is read, linked and read again', () => {
    fc.assert(fc.property(texts, (text) => {
      for (const { kind, id } of findMentions(text)) {
        const once = readIdentifier(id, kind);
        assert.equal(once?.id, id);
        const linked = readIdentifier(linkTo(kind, id));
        assert.deepEqual([linked?.kind, linked?.id], [kind, id]);
        assert.equal(linked && identityKey(linked), identityKey({ kind, id }));
      }
    }), { numRuns: runs(500) });
  });

  it('are the same from every offset', () => {
    fc.assert(fc.property(texts, (text) => {
      const found = findMentions(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const expected = found.find(({ start, end }) => start <= offset && offset < end) ?? found.find(({ end }) => end === offset);
        assert.deepEqual(mentionAt(text, offset), expected);
      }
    }), { numRuns: runs(60) });
  });

  it('are the same from every offset when only the neighbourhood is looked at', () => {
    const text = `${'word '.repeat(150)}${positives.map(({ exact }) => exact).join(` ${'word '.repeat(60)}`)}`;
    const found = findMentions(text);
    for (let offset = 0; offset <= text.length; offset += 7) {
      assert.deepEqual(mentionAt(text, offset, 500), found.find(({ start, end }) => start <= offset && offset < end) ?? found.find(({ end }) => end === offset));
    }
  });
});

describe('finding is linear', () => {
  it('because no pattern repeats anything without a bound', () => {
    for (const { patterns } of recognisers) {
      for (const { pattern } of patterns) {
        const bare = pattern.source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
        assert.doesNotMatch(bare, /[*+]|\{\d*,\}/, pattern.source);
        assert.ok(pattern.global);
      }
    }
  });

  const million = 1_000_000;
  const hostile: Readonly<Record<string, string>> = {
    a: 'a'.repeat(5 * million),
    1: '1'.repeat(5 * million),
    '/': '/'.repeat(5 * million),
    '(': '('.repeat(5 * million),
    ')': ')'.repeat(5 * million),
    ' ': ' '.repeat(5 * million),
    '10.': '10.'.repeat(million),
    'arxiv:': 'arxiv:'.repeat(million),
    'www.': 'www.'.repeat(million),
    'https://': 'https://'.repeat(million / 2),
    'github.com/a/b/': 'github.com/a/b/'.repeat(million / 5),
    'openreview.net/forum?a&': 'openreview.net/forum?a&'.repeat(million / 5),
    '10.1000/': '10.1000/'.repeat(million / 4),
    '/doi/10.1000/a1': '/doi/10.1000/a1'.repeat(million / 20),
    '10.1000/((((': `10.1000/${'('.repeat(5 * million)}`,
    '10.1000/1111': `10.1000/${'1'.repeat(5 * million)}`,
    '10.1000/<': '10.1000/<'.repeat(million / 5),
    'eprint = {': 'eprint = {'.repeat(million / 4),
    'hep-th/': 'hep-th/'.repeat(million / 2),
  };
  for (const [name, text] of Object.entries(hostile)) {
    it(`through ${(text.length / million).toFixed(1)} MB of ${JSON.stringify(name)}`, function () {
      this.timeout(4000);
      assert.ok(findMentions(text).length <= 1);
    });
  }
});

describe('the kinds', () => {
  it('each have one recogniser', () => {
    assert.deepEqual(recognisers.map(({ kind }) => kind).sort(), [...idKinds].sort());
  });
});
