import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Run } from '../../../src/core/csl/runs.js';
import { writers, type ReferenceFormat } from '../../../src/core/csl/writers.js';

const url = 'https://doi.org/10.1/a_b';
/** What a reference looks like: a volume in italics before its issue, a name beside letters, a number above the line. */
const runs: readonly Run[] = [
  { text: 'R&D_1 [x] ' },
  { text: 'Nature', italic: true },
  { text: ', ' },
  { text: '631', italic: true },
  { text: '(8022), ' },
  { text: 'bold', bold: true },
  { text: 'ly x' },
  { text: '2', shift: 'sup' },
  { text: `. ${url}` },
];

const golden: Readonly<Record<ReferenceFormat, string>> = {
  text: `R&D_1 [x] Nature, 631(8022), boldly x2. ${url}`,
  html: `R&amp;D_1 [x] <i>Nature</i>, <i>631</i>(8022), <b>bold</b>ly x<sup>2</sup>. <a href="${url}">${url}</a>`,
  markdown: `R&D\\_1 \\[x\\] *Nature*, *631*(8022), <b>bold</b>ly x<sup>2</sup>. <${url}>`,
  latex: `R\\&D\\_1 [x] \\textit{Nature}, \\textit{631}(8022), \\textbf{bold}ly x\\textsuperscript{2}. \\url{${url}}`,
  typst: `R&D\\_1 \\[x\\] _Nature_, _631_(8022), #strong[bold]ly x#super[2]. #link("${url}")`,
  rst: `R&D\\_1 [x] *Nature*, *631*\\ (8022), **bold**\\ ly x\\ :sup:\`2\`. \`https\\://doi.org/10.1/a\\_b <https://doi.org/10.1/a\\_b>\`__`,
  asciidoc: `R&D&#95;1 [x] _Nature_, _631_(8022), **bold**ly x^2^. link:++${url}++[]`,
  org: `R&D\\under{}1 [x] /Nature/, /631/\u200b(8022), *bold*\u200bly x^{2}. [[${url}]]`,
};

describe('references in the document\'s markup', () => {
  for (const [format, expected] of Object.entries(golden)) {
    it(`in ${format}`, () => assert.equal(writers[format as ReferenceFormat](runs, [url]), expected));
  }

  const starts: readonly (readonly [format: ReferenceFormat, text: string, written: string])[] = [
    ['latex', '[1] A', '{[}1] A'],
    ['latex', 'a--b \'\' ?` 5% ~', 'a-{}-b \'{}\' ?\\textasciigrave{} 5\\% \\textasciitilde{}'],
    ['typst', '1. A', '1\\. A'],
    ['typst', '- A @b #c $d$ // e', '\\- A \\@b \\#c \\$d\\$ \\// e'],
    ['typst', 'http://x.example', 'http:\\//x.example'],
    ['rst', 'I. Shumailov', '\\I. Shumailov'],
    ['rst', '(a) b', '\\(a) b'],
    ['rst', '- a', '\\- a'],
    ['asciidoc', 'A. Smith', 'A&#46; Smith'],
    ['asciidoc', '. A', '&#46; A'],
    ['asciidoc', 'a -- b ... <<c>> {d} (C)', 'a &#45;- b &#46;.. &#60;&#60;c&#62;&#62; &#123;d&#125; &#40;C)'],
    ['org', '1. A', '\u200b1. A'],
    ['org', '#+x', '\u200b#+x'],
    ['org', 'a [[b]] =c= *d*', 'a [\u200b[b]] \u200b=c= \\ast{}d\\ast{}'],
  ];
  for (const [format, text, written] of starts) it(`says ${JSON.stringify(text)} in ${format} and nothing else`, () => assert.equal(writers[format]([{ text }], []), written));

  it('ends a Typst call before what would go on with it', () => {
    assert.equal(writers.typst([{ text: 'a' }, { text: 'b', italic: true }, { text: 'c' }], []), 'a#emph[b]c');
    assert.equal(writers.typst([{ text: 'a', smallCaps: true }, { text: '(b)' }], []), '#smallcaps[a];(b)');
    assert.equal(writers.typst([{ text: 'https://a.example.' }], ['https://a.example']), '#link("https://a.example").');
  });

  it('makes no link where none is wanted', () => {
    assert.equal(writers.latex([{ text: 'https://a.example/x_y' }], []), 'https://a.example/x\\_y');
    assert.equal(writers.latex([{ text: 'https://a.example/x%20y' }], ['https://a.example/x%20y']), 'https://a.example/x\\%20y');
  });

  it('keeps every letter of any text', () => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    const known: Readonly<Partial<Record<ReferenceFormat, RegExp>>> = { latex: /\\text[a-z]+\{\}|\\[a-z]+(?=\{)/gu, asciidoc: /&#\d+;/gu, org: /\\(?:under|asciicirc|ast|tilde|dollar|bsol)\{\}/gu };
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...Array.from('abA1 <>&;#*_[]()`$\\{}!|~^@=-+.:"\'/%?,')), maxLength: 30 }), (text) => {
      for (const format of ['latex', 'typst', 'rst', 'asciidoc', 'org'] as const) {
        assert.equal(letters(writers[format]([{ text }], []).replace(known[format] ?? /^$/u, '')), letters(text), format);
      }
    }));
  });

  it('leaves LaTeX no sign that is a command', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...Array.from('ab \\{}$&#%_^~')), maxLength: 30 }), (text) => {
      const rest = writers.latex([{ text }], []).replace(/\\text[a-z]+\{\}|\\[{}$&#%_]/gu, '');
      assert.doesNotMatch(rest, /[\\{}$&#%_^~]/u);
    }));
  });
});
