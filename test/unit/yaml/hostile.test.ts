/** Texts made to hurt: every one gives problems, quickly, and none throws. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPapersNow } from '../../../src/core/yaml/read-papers.js';
import { readConfig } from '../../../src/core/yaml/read-config.js';
import { editPapers, EditError } from '../../../src/core/yaml/edit.js';
import { printPaper } from '../../../src/core/yaml/print.js';
import { runs } from '../../support/runs.js';

const bomb = `&a [${'x,'.repeat(9)}x], ${['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name, index) => `&${name} [${`*${'abcdefg'[index] ?? ''},`.repeat(9)}*a]`).join(', ')}`;

const texts: Record<string, [text: string, rule: string]> = {
  'an alias bomb': [`- id: x\n  own: [${bomb}]\n- id: y\n`, 'alias-bomb'],
  'an alias bomb across papers': [`- id: x\n  own: [${bomb}]\n- id: y\n  own: *h\n`, 'alias-bomb'],
  'an alias to itself': ['- id: x\n  own: &a [*a]\n', 'alias-bomb'],
  'very many aliases': [`- id: x\n  own: [&a b, ${'*a, '.repeat(20_000)}]\n`, 'alias-bomb'],
  'very many anchors and aliases over papers': [Array.from({ length: 5000 }, (_, index) => `- id: p${index}\n  own: [&a${index} x, *a${Math.max(0, index - 1)}]\n`).join(''), 'alias-bomb'],
  'a hundred thousand brackets': [`- id: x\n  own: ${'['.repeat(100_000)}\n`, 'too-deep'],
  'a hundred thousand brackets at the top': ['['.repeat(100_000), 'too-deep'],
  'deep lists': [`- id: x\n  own:\n${Array.from({ length: 200 }, (_, index) => `${' '.repeat(2 * index + 4)}-\n`).join('')}`, 'too-deep'],
  'NUL characters': ['- id: x\n  title: a\0b\n', 'not-text'],
  'a file over 50 MB': ['- id: x\n'.repeat(7_000_000), 'too-large'],
  'a large file that is no list': [`{${'a: b, '.repeat(800_000)}`, 'too-large'],
  'a paper over a million characters': [`- id: x\n  note: ${'long '.repeat(300_000)}\n- id: y\n`, 'too-large'],
  'five thousand invalid links': [`- id: x\n  links: {${Array.from({ length: 5000 }, (_, index) => `k${index}: v`).join(', ')}}\n`, 'schema'],
  tabs: ['\t- id: x\n\t\ttitle: y\n', 'yaml-tab'],
  'a binary file': ['PK\u0003\u0004\u0014\u0000\u0008\u0000', 'not-text'],
};

describe('yaml: hostile texts', () => {
  for (const [name, [text, rule]] of Object.entries(texts)) {
    it(name, () => {
      const started = performance.now();
      const read = readPapersNow(text, 'f');
      assert.ok(read.problems.some((problem) => problem.rule === rule), JSON.stringify(read.problems.slice(0, 3)));
      assert.ok(read.problems.length <= 101);
      if (text.length < 10_000_000) readConfig(text, 'c');
      try {
        editPapers(text, [{ kind: 'set', id: 'x', path: ['title'], value: 'y' }]);
      } catch (error) {
        assert.ok(error instanceof EditError, String(error));
      }
      assert.ok(performance.now() - started < 5000);
    }).timeout(10_000);
  }

  it('twenty thousand unknown keys are read', () => {
    const read = readPapersNow(`- id: x\n${Array.from({ length: 20_000 }, (_, index) => `  k${index}-x: v\n`).join('')}`, 'f');
    assert.equal(Object.keys(read.entries[0]?.fields ?? {}).length, 20_001);
  }).timeout(10_000);

  it('any text at all', () => {
    const piece = fc.constantFrom('- ', '-', 'id: a', 'title: ', '\n', '\n  ', '\n- id: b', '"', "'", '[', ']', '{', '}', ': ', '|', '>', '|+', '&a ', '*a', '!t ', '# c', '---', '...', '%YAML 1.1', '\t', '\r', '\r\n', '\uFEFF', ', ', '? ', '<<: *a', '\u0007', '\uD800', 'x', '__proto__: 1', 'constructor: 2', '~', '12');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }).map((parts) => parts.join('')), (text) => {
        const read = readPapersNow(text, 'f');
        for (const { range } of read.problems) assert.ok(range.start >= 0 && range.end >= range.start && range.end <= text.length, text);
        assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
        const config = readConfig(text, 'c');
        for (const { range } of config.problems) assert.ok(range.start >= 0 && range.end >= range.start && range.end <= text.length, text);
        for (const { fields } of read.entries.slice(0, 1)) {
          try {
            editPapers(text, [{ kind: 'set', id: fields.id, path: ['title'], value: 'T: t' }, { kind: 'insert', id: fields.id, path: ['tags'], value: 'x' }]);
          } catch (error) {
            assert.ok(error instanceof EditError, `${String(error)}\n${JSON.stringify(text)}`);
          }
        }
      }),
      { numRuns: runs(400) },
    );
  }).timeout(600_000);
});

describe('yaml: printing', () => {
  it('is canonical', () => {
    assert.equal(
      printPaper({
        tags: ['no', 'two words', 'a, b'],
        id: 'wang2023selfinstruct',
        own: { b: 1, a: ['x'] },
        title: 'Self-Instruct: Aligning Language Models with Self-Generated Instructions',
        authors: ['Yizhong Wang', { literal: 'MetaGLM' }, { given: 'A', family: 'B, C' }],
        issued: '2023-07',
        submitted: '2022',
        arxiv: '2212.10560',
        doi: '10.18653/v1/2023.acl-long.754',
        links: { own: 'https://o.p', code: 'https://github.com/yizhongw/self-instruct' },
        lists: [{ note: 'n: 1', list: 'awesome', section: 'A > B' }, { list: 'other-list', section: 'A rather long heading > with another long heading below it', note: 'A remark that is long.' }],
        abstract: 'One.\n\nTwo: three.',
        volume: '12',
        summary: 'Fine # really',
        starred: true,
      }),
      `- id: wang2023selfinstruct
  title: "Self-Instruct: Aligning Language Models with Self-Generated Instructions"
  authors: [Yizhong Wang, {literal: MetaGLM}, {family: "B, C", given: A}]
  issued: 2023-07
  submitted: 2022
  volume: "12"
  arxiv: "2212.10560"
  doi: 10.18653/v1/2023.acl-long.754
  links: {code: https://github.com/yizhongw/self-instruct, own: https://o.p}
  tags: ["no", two words, "a, b"]
  summary: "Fine # really"
  abstract: |-
    One.

    Two: three.
  lists:
    - {list: awesome, section: A > B, note: "n: 1"}
    - list: other-list
      section: A rather long heading > with another long heading below it
      note: A remark that is long.
  starred: true
  own: {b: 1, a: [x]}
`,
    );
  });
});
