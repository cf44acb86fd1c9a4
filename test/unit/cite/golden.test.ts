/** Golden cases: what citing does to a text, by hand, over all markups. `¦` is the caret. */
import assert from 'node:assert/strict';
import { applySplices } from '../../../src/core/yaml/splice.js';
import { markups, type InsertOptions, type MarkupId, type Work } from '../../../src/core/cite/index.js';
import { carets, cite } from './caret.js';

type Golden = readonly [markup: MarkupId, before: string, works: string | readonly (Work | string)[], after: string, options?: InsertOptions];

const anna: Work = { key: 'a', title: 'On [Things]', url: 'https://example.org/a(1)', reference: 'Anna. On Things. 2020.' };

const cases: readonly Golden[] = [
  // LaTeX: new
  ['latex', 'As shown by ¦.', 'a', 'As shown by \\cite{a}.'],
  ['latex', 'word¦', 'a', 'word\\citep{a}', { command: 'citep' }],
  ['latex', '¦', ['a', 'b', 'a'], '\\textcite{a,b}', { command: 'textcite' }],
  ['latex', '¦', [{ key: 'a', locator: 'p. 2' }], '\\citep[p. 2]{a}', { command: 'citep' }],
  ['latex', '¦', [{ key: 'a', prefix: 'see' }], '\\citep[see][]{a}', { command: 'citep' }],
  ['latex', '¦', [{ key: 'a', prefix: 'see', locator: 'p. [2]', suffix: 'again' }], '\\citep[see][{p. [2], again}]{a}', { command: 'citep' }],
  ['latex', '¦', [{ key: 'a', locator: '2' }, { key: 'b', locator: '3' }], '\\parencites[2]{a}[3]{b}', { command: 'parencite' }],
  ['latex', '¦', [{ key: 'a', locator: '2' }, 'b'], '\\citep[2]{a}\\citep{b}', { command: 'citep' }],
  ['latex', '¦', [{ key: 'a', prefix: 'see' }, { key: 'b', locator: 'p. 3' }], '\\citep[see][p. 3]{a,b}', { command: 'citep' }],
  ['latex', '¦', [{ key: 'a', suppressAuthor: true }], '\\citeyearpar{a}', { command: 'citep' }],
  ['latex', '¦', ['a', 'b'], '\\autocites{a}{b}', { command: 'autocites' }],
  // LaTeX: join
  ['latex', '\\cite[p. 2]{a¦}', 'b', '\\cite[p. 2]{a,b}'],
  ['latex', '\\cite[p. 2]{a}¦', 'b', '\\cite[p. 2]{a,b}'],
  ['latex', '\\ci¦te{a}', ['a'], '\\cite{a}'],
  ['latex', '\\cite{a,  b}¦', 'c', '\\cite{a,  b,  c}'],
  ['latex', '\\cite{a ,b }¦', 'c', '\\cite{a ,b ,c }'],
  ['latex', '\\cite{¦}', ['a', 'b'], '\\cite{a,b}'],
  ['latex', '\\cite{a, ¦}', 'b', '\\cite{a, b}'],
  ['latex', '\\cite{a,¦,b}', 'c', '\\cite{a,c,b}'],
  ['latex', '\\cite{a,}¦', 'b', '\\cite{a,b}'],
  ['latex', '\\citep*[see][p.~2]{a}¦ and', 'b', '\\citep*[see][p.~2]{a,b} and'],
  ['latex', '\\cite{\n  a,\n  b\n}¦', 'c', '\\cite{\n  a,\n  b,\n  c\n}'],
  ['latex', '\\cite{\n  a, % first\n  b  % second, last\n}¦', 'c', '\\cite{\n  a, % first\n  b,  % second, last\n  c\n}'],
  ['latex', '\\cite{a % main\n}¦', 'b', '\\cite{a,b % main\n}'],
  ['latex', '\\cite{%\n  a,%\n  b%\n}¦', 'c', '\\cite{%\n  a,%\n  b,%\n  c%\n}'],
  ['latex', '\\autocites(pre)(post)[1]{a}[2]{b}¦', 'c', '\\autocites(pre)(post)[1]{a}[2]{b}{c}'],
  ['latex', '\\cites{a}¦', [{ key: 'b', locator: '7' }], '\\cites{a}[7]{b}'],
  ['latex', '\\cite[p. 2]{a}¦', [{ key: 'b', locator: 'p. 3' }], '\\cite[p. 2]{a}\\cite[p. 3]{b}'],
  ['latex', '\\cite{a}¦\\cite{b}', 'b', '\\cite{a,b}\\cite{b}'],
  ['latex', 'x ¦ \\cite{a¦} ¦', 'b', 'x \\cite{b} \\cite{a,b} \\cite{b}'],
  ['latex', '\\cite{a¦,b¦}', 'c', '\\cite{a,b,c}'],
  ['latex', '\\nocite{*}¦', 'a', '\\nocite{*,a}'],
  ['latex', 'as \\citep¦ and \\textcite*¦.', ['a', 'b'], 'as \\citep{a,b} and \\textcite*{a,b}.'],
  ['latex', '\\parencite¦', [{ key: 'a', prefix: 'see', locator: 'p. 2' }], '\\parencite[see][p. 2]{a}'],
  ['latex', '\\emph¦ \\\\cite¦', 'a', '\\emph\\cite{a} \\\\cite\\cite{a}'],
  ['latex', 'as \\cite{¦ shows', ['a', 'b'], 'as \\cite{a,b} shows'],
  ['latex', '\\cite[p. 2]{x,¦', 'a', '\\cite[p. 2]{x,a}'],
  ['latex', '% \\cite{a¦}\n', 'b', '% \\cite{a\\cite{b}}\n'],
  // pandoc
  ['pandoc', 'As shown ¦.', 'a', 'As shown [@a].'],
  ['pandoc', '¦', ['a', 'b'], '[@a; @b]'],
  ['pandoc', '¦ says', 'a', '@a says', { command: 'text' }],
  ['pandoc', 'word¦', 'a', 'word @a', { command: 'text' }],
  ['pandoc', '¦s', 'a', '@{a}s', { command: 'text' }],
  ['pandoc', '¦', ['odd.key.'], '[@{odd.key.}]'],
  ['pandoc', '[link]¦(x)', 'a', '[link] [@a] (x)'],
  ['pandoc', '¦', [{ key: 'a', prefix: 'see', locator: 'pp. 3-5' }, { key: 'b', suppressAuthor: true }], '[see @a, pp. 3-5; -@b]'],
  ['pandoc', '¦', [{ key: 'a', locator: 'p. 3' }], '@a [p. 3]', { command: 'text' }],
  ['pandoc', '[@a, p. 3]¦', 'b', '[@a, p. 3; @b]'],
  ['pandoc', '[see @a, pp. 3-5; -@¦b]', ['b', 'c'], '[see @a, pp. 3-5; -@b; @c]'],
  ['pandoc', '[@a;@b]¦', 'c', '[@a;@b;@c]'],
  ['pandoc', '[@a;\n@b]¦', 'c', '[@a;\n@b;\n@c]'],
  ['pandoc', '[@a; ¦]', 'b', '[@a; @b]'],
  ['pandoc', '[¦]', ['a', 'b'], '[@a; @b]'],
  ['pandoc', '[see ¦] [x¦](y)', 'a', '[see @a] [x[@a]](y)'],
  ['pandoc', '@a¦ says', 'b', '@a [@b] says'],
  ['pandoc', '@a¦ [p. 3]', 'b', '@a [p. 3; @b]'],
  ['pandoc', '@a [@b; @c]¦', 'd', '@a [@b; @c; @d]'],
  ['pandoc', '@{odd key}x [@{b:c.}]¦', 'd', '@{odd key}x [@{b:c.}; @d]'],
  ['pandoc', '[@a] and ¦ and [@b]¦', 'c', '[@a] and [@c] and [@b; @c]'],
  ['pandoc', 'As @¦ shows', 'a', 'As [@a] shows'],
  ['pandoc', 'As @¦ shows', 'a', 'As @a shows', { command: 'text' }],
  ['pandoc', '[@¦] [see @b; @¦] [-@¦]', 'a', '[@a] [see @b; @a] [-@a]'],
  ['pandoc', 'me@¦', 'a', 'me@[@a]'],
  // MyST, notebooks, reStructuredText
  ['myst', '{cite:p}`¦` and {cite}`¦', ['a', 'b'], '{cite:p}`a,b` and {cite}`a,b`'],
  ['myst', '[@¦]', 'a', '[@a]'],
  ['rst', 'As :cite:t:`¦` shows', 'a', 'As :cite:t:`a` shows'],
  ['myst', 'As ¦.', 'a', 'As {cite:p}`a`.'],
  ['myst', '¦', ['a', 'b'], '{cite:t}`a,b`', { command: 'cite:t' }],
  ['myst', '{cite:p}`a`¦', 'b', '{cite:p}`a,b`'],
  ['myst', '{cite}`a, b¦`', 'c', '{cite}`a, b, c`'],
  ['myst', '{cite:p}`{see}a{p. 3, 4}`¦', [{ key: 'b', locator: 'p. 5' }], '{cite:p}`{see}a{p. 3, 4},b{p. 5}`'],
  ['myst', '[@a]¦', 'b', '[@a; @b]'],
  ['jupyter', '¦', 'a', '[@a]'],
  ['jupyter', '{cite}`a`¦', 'b', '{cite}`a,b`'],
  ['jupyter', '¦', 'a', '{cite:p}`a`', { command: 'cite:p' }],
  ['rst', 'As word¦.', 'a', 'As word :cite:p:`a`.'],
  ['rst', '(¦)', 'a', '(:cite:t:`a`)', { command: 'cite:t' }],
  ['rst', ':cite:p:`a`¦', 'b', ':cite:p:`a,b`'],
  ['rst', ':cite:`a,\n  b`¦', 'c', ':cite:`a,\n  b,\n  c`'],
  // Typst
  ['typst', 'As ¦.', 'a', 'As @a.'],
  ['typst', '¦word', 'a', '@a word'],
  ['typst', '¦', 'odd/key', '#cite(label("odd/key"))'],
  ['typst', '¦', 'ends.', '#cite(<ends.>)'],
  ['typst', '¦', [{ key: 'a', locator: 'p. 3' }], '@a[p. 3]'],
  ['typst', '¦', [{ key: 'a', locator: 'p. 3' }], '#cite(<a>, supplement: [p. 3], form: "prose")', { command: 'prose' }],
  ['typst', '@a¦ shows', 'b', '@a @b shows'],
  ['typst', '@a[p. 3]¦.', 'b', '@a[p. 3] @b.'],
  ['typst', '@a\n@b¦', 'c', '@a\n@b\n@c'],
  ['typst', '#cite(<a¦>)', 'b', '#cite(<a>) @b'],
  ['typst', '#cite(<a>, form: "prose")¦', 'b', '#cite(<a>, form: "prose") #cite(<b>, form: "prose")'],
  ['typst', '@a¦ @b', 'b', '@a @b'],
  ['typst', '#text(cite(<a>¦))', 'b', '#text(cite(<a>) + cite(<b>))'],
  ['typst', 'as @¦ and #¦ show', 'a', 'as @a and @a show'],
  ['typst', '#cite(<¦>, form: "prose") #cite(¦)', 'a', '#cite(<a>, form: "prose") #cite(<a>)'],
  ['typst', '#figure(image("x.png"), caption: ¦)', ['a', 'b'], '#figure(image("x.png"), caption: [@a @b])'],
  ['typst', '#let source = ¦\n#set text(red) ¦', 'a', '#let source = [@a]\n#set text(red) @a'],
  ['typst', '$ x = ¦ $', 'a', '$ x = #[@a] $'],
  ['typst', '#table([¦], "¦")', 'a', '#table([@a], "@a")'],
  ['typst', '#text(red, [x]\n\nBelow what was never closed ¦', 'a', '#text(red, [x]\n\nBelow what was never closed @a'],
  // AsciiDoc, Org, .bib
  ['asciidoc', 'As cite:[¦ shows', 'a', 'As cite:[a] shows'],
  ['org', '[cite:@¦] [cite/t:see @b;@¦] [cite:@¦', 'a', '[cite:@a] [cite/t:see @b;@a] [cite:@a]'],
  ['asciidoc', 'As ¦.', 'a', 'As cite:[a].'],
  ['asciidoc', 'word¦', [{ key: 'a', locator: '12' }, 'b'], 'word citenp:[a(12),b]', { command: 'citenp' }],
  ['asciidoc', 'cite:[a(12, 13),b]¦', 'c', 'cite:[a(12, 13),b,c]'],
  ['asciidoc', 'cite:[a, b¦]', 'c', 'cite:[a, b, c]'],
  ['asciidoc', '¦', 'a', '<<a>>', { command: 'xref' }],
  ['asciidoc', '<<a>>¦', 'b', '<<a>> <<b>>', { isKey: () => true }],
  ['org', 'As ¦.', 'a', 'As [cite:@a].'],
  ['org', '¦', [{ key: 'a', prefix: 'see', locator: 'p. 3' }, 'b'], '[cite/t:see @a p. 3;@b]', { command: 'cite/t' }],
  ['org', '[cite/t:see @a p. 3;@b]¦', 'c', '[cite/t:see @a p. 3;@b;@c]'],
  ['org', '[cite:@a; @b¦; and others]', 'c', '[cite:@a; @b; @c; and others]'],
  ['org', '[cite:¦]', 'a', '[cite:@a]'],
  ['bibtex', '@book{a, title = {T}}¦', [{ key: 'b', reference: '@book{b}' }], '@book{a, title = {T}}\n\n@book{b}\n'],
  ['bibtex', '@book{a,\n  title = {¦T}\n}\n\n@book{c}\n', [{ key: 'b', reference: '@book{b}' }], '@book{a,\n  title = {T}\n}\n\n@book{b}\n\n@book{c}\n'],
  ['bibtex', '@book{a¦, title = {T}}', [{ key: 'a', reference: '@book{a}' }], '@book{a, title = {T}}'],
  ['bibtex', '@book{a, xdata = {x, y¦}}', 'z', '@book{a, xdata = {x, y, z}}'],
  // without a bibliography
  ['markdown', 'See ¦.', [anna], 'See [On \\[Things\\]](https://example.org/a%281%29).'],
  ['markdown', 'See this¦.\n', [anna], 'See this[^a].\n\n[^a]: Anna. On Things. 2020.\n', { command: 'footnote' }],
  ['markdown', 'See¦ this¦.\n\n[^b]: B\n', [anna], 'See[^a] this[^a].\n\n[^b]: B\n[^a]: Anna. On Things. 2020.\n', { command: 'footnote' }],
  ['markdown', 'A¦', [{ key: 'b' }], 'A[^b]\n\n[^b]: b\n', { command: 'footnote' }],
  ['html', '<p>¦</p>', [anna], '<p>Anna. On Things. 2020.</p>'],
  ['html', '¦', [anna], '<a href="https://example.org/a(1)"><cite>On [Things]</cite></a>', { command: 'link' }],
  ['text', '¦', [anna, { key: 'b', title: 'B' }], 'Anna. On Things. 2020.; B'],
];

/** Takes the first key out, or the one named. */
const removals: readonly (readonly [MarkupId, string, string, string])[] = [
  ['latex', 'x \\cite{a¦} y', 'a', 'x y'],
  ['latex', '\\cite[p. 2]{a¦, b}', 'a', '\\cite[p. 2]{b}'],
  ['latex', '\\cite{a, b¦}', 'b', '\\cite{a}'],
  ['latex', '\\cite{a,b¦,a,c}', 'a', '\\cite{b,c}'],
  ['latex', '\\cite{\n  a, % one\n  b, % two\n  c¦\n}', 'b', '\\cite{\n  a, % one\n  % two\n  c\n}'],
  ['latex', '\\cite{\n  a, % one\n  b¦}', 'b', '\\cite{\n  a % one\n  }'],
  ['latex', '\\cites(x)()[1]{a}[2]{b¦}{c}', 'a', '\\cites(x)()[2]{b}{c}'],
  ['latex', '\\cites[1]{a}[2]{b¦}{c}', 'b', '\\cites[1]{a}{c}'],
  ['pandoc', '[see @a, p. 3; -@b¦]', 'a', '[-@b]'],
  ['pandoc', '[see @a, p. 3; -@b¦]', 'b', '[see @a, p. 3]'],
  ['pandoc', '@a [p. 3; @b¦]', 'b', '@a [p. 3]'],
  ['pandoc', '@a [p. 3; @b¦]', 'a', '[@b]'],
  ['pandoc', '@a [@b¦]', 'b', '@a'],
  ['pandoc', '@{a} [@b¦]', 'b', '@{a}'],
  ['pandoc', 'See @a¦.', 'a', 'See.'],
  ['myst', '{cite:p}`a, b¦`', 'a', '{cite:p}`b`'],
  ['typst', '@a[p. 3] @b¦ @c', 'b', '@a[p. 3] @c'],
  ['asciidoc', 'cite:[a(1),b¦]', 'a', 'cite:[b]'],
  ['org', '[cite:see @a p. 3;@b¦; all]', 'a', '[cite:@b; all]'],
];

describe('cite: golden cases', () => {
  for (const [id, before, works, after, options] of cases) {
    it(`${id}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`, () => {
      assert.equal(cite(markups[id], before, typeof works === 'string' ? [works] : works, options), after);
    });
  }

  for (const [id, before, key, after] of removals) {
    it(`${id}: ${JSON.stringify(before)} without ${key} is ${JSON.stringify(after)}`, () => {
      const { text, offsets } = carets(before);
      const citation = markups[id].findCitations(text).find(({ start, end }) => start <= (offsets[0] ?? 0) && (offsets[0] ?? 0) <= end);
      assert.ok(citation);
      assert.equal(applySplices(text, markups[id].remove(text, citation, key)), after);
    });
  }

  it('are enough', () => assert.ok(cases.length >= 60, String(cases.length)));
});
