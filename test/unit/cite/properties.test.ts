/** What holds for every text: joining is undone by removing, what is inserted is found, offsets hold, nothing crashes or takes long. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applySplices } from '../../../src/core/yaml/splice.js';
import { keyAt, markups, namedByProject, namedFiles, type Markup, type MarkupId } from '../../../src/core/cite/index.js';
import { checkOffsets } from './caret.js';
import { runs } from '../../support/runs.js';

/** The markups that have keys and lists, with citations and prose that are theirs. */
const samples: Readonly<Partial<Record<MarkupId, readonly string[]>>> = {
  latex: ['\\cite{a}', '\\citep[see][p. 2]{a,  b}', '\\cite{\n  a, % one\n  b % two\n}', '\\cite{a,%\n b%\n}', '\\autocites(x)[1]{a}[2]{b}', '\\parencites{a,b}[3]{c}', '\\textcite*{a ,b }', '\\cite{ a,\n b }'],
  pandoc: ['[@a]', '[see @a, p. 3; -@b]', '[@a;@b]', '[@a;\n  @b ]', '@a', '@a [p. 3]', '@a [@b; @c]', '@{a.} [x; @b]', '[-@a]', '[@{b:c.}, *p.* 3]'],
  myst: ['{cite:p}`a`', '{cite}`a, b`', '{cite:t}`{see}a{p. 3, 4},b`', '[@a; @b]', '@a'],
  jupyter: ['{cite}`a`', '[@a]', '@b [p. 3]'],
  rst: [':cite:p:`a`', ':cite:`a, b`', ':cite:t:`{see}a{p. 3},\n b`'],
  typst: ['@a', '@a @b', '@a[p. 3]', '#cite(<a>)', '#cite(<a>, form: "prose") @b', '@a\n@b', '#cite(label("x/y"))'],
  asciidoc: ['cite:[a]', 'cite:[a(12, 13),b]', 'citenp:[a, b]'],
  org: ['[cite:@a]', '[cite/t:see @a p. 3;@b]', '[cite:pre; @a ; @b ; post]', '[cite:@a;\n@b]'],
  bibtex: ['@book{k, xdata = {a}}', '@book{k, xdata = {a, b}}', '@set{k, entryset = "a,b"}'],
};
const markup = fc.constantFrom(...(Object.keys(samples) as MarkupId[]));
const prose = fc.constantFrom('', 'word ', 'One. Two ', 'x\n\n', '(', 'and, ', 'ü ', '\n- item ');
const tail = fc.constantFrom('', ' word', '.', ', and', '\n\nnext', ')', ' - x');
const key = fc.constantFrom('z', 'new2020', 'x-y', 'x:y', 'x_y.z', 'DBLP/abc+d');
const often = { numRuns: runs(400) };

const keysIn = (one: Markup, text: string) => one.findCitations(text).flatMap((citation) => citation.keys);

describe('cite: properties', () => {
  it('joining and then removing changes nothing', () => {
    fc.assert(
      fc.property(
        markup.chain((id) => fc.tuple(fc.constant(id), prose, fc.constantFrom(...(samples[id] ?? [])), tail)),
        fc.uniqueArray(key, { minLength: 1, maxLength: 3 }),
        fc.nat(),
        ([id, before, cited, behind], keys, place) => {
          const one = markups[id];
          const text = before + cited + behind;
          const lists = one.findCitations(text).filter(({ command }) => command !== 'entry');
          const citation = lists[0];
          assert.ok(citation, text);
          const offset = citation.start + (place % (citation.end - citation.start + 1));
          const joined = applySplices(text, one.insert(text, offset, keys));
          let now = joined;
          for (const gone of [...keys].reverse()) {
            const held = one.findCitations(now).find(({ start, keys: inside }) => start === citation.start && inside.some(({ key: name }) => name === gone));
            assert.ok(held, `${gone} in ${JSON.stringify(now)}`);
            now = applySplices(now, one.remove(now, held, gone));
          }
          // a space may have been needed to keep Typst's text apart from a key
          assert.equal(id === 'typst' ? now.replace(/ (?=\W|$)/gu, '') : now, id === 'typst' ? text.replace(/ (?=\W|$)/gu, '') : text, joined);
        },
      ),
      often,
    );
  });

  it('what is inserted is found, once, exactly where it was inserted', () => {
    fc.assert(
      fc.property(
        markup.filter((id) => id !== 'bibtex').chain((id) => fc.tuple(fc.constant(id), fc.array(fc.oneof(prose, tail, fc.constantFrom(...(samples[id] ?? []))), { maxLength: 6 }))),
        fc.uniqueArray(key, { minLength: 1, maxLength: 3 }),
        fc.nat(),
        fc.nat(3),
        ([id, parts], keys, place, command) => {
          const one = markups[id];
          const text = parts.join(' ');
          const offset = place % (text.length + 1);
          const before = keysIn(one, text);
          const inside = one.findCitations(text).find(({ start, end }) => start <= offset && offset <= end);
          // Inside a code span, a comment or behind an escape nothing can be cited; none of the samples has one.
          const edits = one.insert(text, offset, keys, { command: one.commands[command % Math.min(one.commands.length, 2)] });
          const after = applySplices(text, edits);
          const found = keysIn(one, after);
          const expected = keys.filter((name) => !inside?.keys.some(({ key: held }) => held === name));
          assert.deepEqual(found.map(({ key: name }) => name).sort(), [...before.map(({ key: name }) => name), ...expected].sort(), `${JSON.stringify(text)} at ${String(offset)} → ${JSON.stringify(after)}`);
          for (const citation of one.findCitations(after)) checkOffsets(after, citation);
        },
      ),
      often,
    );
  });

  const scraps = fc.array(
    fc.constantFrom('[', ']', '{', '}', '(', ')', '<', '>', '@', '\\', '\\cite', '\\cites', '`', '``', '```', '~~~', ';', ',', '%', '#', '#cite', '"', '$', '/*', '*/', '//', ':', '::', '.. ', 'cite:', '[cite:', ':cite:', '{cite}', '<!--', '-->', '---\n', '\n', '\n\n', '\r\n', ' ', '-', '^', '!', 'a', 'ü', '😀', 'key', 'xdata = ', '@book{', '\\verb', '\\begin{verbatim}', 'label(', '\u3000', '\0'),
    { maxLength: 60 },
  );

  it('no text makes anything fail, and offsets hold the keys', () => {
    fc.assert(
      fc.property(scraps, fc.nat(), (parts, place) => {
        const text = parts.join('');
        const offset = place % (text.length + 1);
        for (const one of Object.values(markups)) {
          let end = 0;
          for (const citation of one.findCitations(text, { isKey: () => true })) {
            assert.ok(citation.start >= end, `order in ${one.id}: ${JSON.stringify(text)}`);
            end = citation.end;
            checkOffsets(text, citation);
            for (const { key: name } of citation.keys.slice(0, 2)) applySplices(text, one.remove(text, citation, name));
          }
          applySplices(text, one.insert(text, [offset, 0, text.length], ['new', 'key']));
          const completion = one.completionAt(text, offset);
          if (completion) assert.ok(completion.start <= offset && offset <= completion.end && text.slice(completion.start, offset) === completion.typed);
          keyAt(text, offset, one);
          for (const file of namedFiles(text, one.id)) assert.equal(text.slice(file.start, file.end), file.path);
        }
        namedByProject(text, 'conf.py');
        namedByProject(text, 'myst.yml');
      }),
      { numRuns: runs(300) },
    );
  });

  // Quadratic work on texts like these would run into mocha's limit.
  const hostile = ['[', '\\cite{', '\\cite[', '@', '\\', '{', '[@a', '@{', '`', '``a', '{cite}`', 'cite:[', '[cite:', '<!--', '](', '@a [p;', '#cite(<a', '"', '/*', '$', '```\n', 'xdata={', '---\n'];
  for (const unit of hostile) {
    it(`takes 20 kB of ${JSON.stringify(unit)}, and the same closed`, () => {
      const open = unit.repeat(Math.ceil(20_000 / unit.length));
      for (const text of [open, open + ']})`"'.repeat(4000)]) {
        for (const one of Object.values(markups)) {
          one.findCitations(text);
          one.completionAt(text, 10_000);
          namedFiles(text, one.id);
        }
      }
    });
  }

  for (const [unit, id] of [['[', 'pandoc'], ['@', 'pandoc'], ['\\cite{', 'latex'], ['\\', 'latex'], ['{', 'typst'], ['@', 'typst']] as const) {
    it(`${id} takes a megabyte of ${JSON.stringify(unit)}`, () => {
      assert.deepEqual(keysIn(markups[id], unit.repeat(Math.ceil(1_000_000 / unit.length))), []);
    });
  }

  it('takes a list of 150,000 keys', () => {
    const list = Array.from({ length: 150_000 }, (_, index) => `k${String(index)}`);
    assert.equal(keysIn(markups.latex, `\\cite{${list.join(',')}}`).length, list.length);
    assert.equal(keysIn(markups.pandoc, `[@${list.join('; @')}]`).length, list.length);
  });

  it('a place is asked for in many citations at once, and each joins once', () => {
    const text = Array.from({ length: 500 }, (_, index) => `\\cite{k${String(index)}}`).join(' and ');
    const offsets = markups.latex.findCitations(text).flatMap(({ start, end }) => [start, end]);
    const after = applySplices(text, markups.latex.insert(text, offsets, ['new']));
    assert.equal(markups.latex.findCitations(after).filter(({ keys }) => keys.length === 2 && keys[1]?.key === 'new').length, 500);
  });
});
