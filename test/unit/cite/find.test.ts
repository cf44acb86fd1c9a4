/** What counts as a citation, markup by markup, and what only looks like one. */
import assert from 'node:assert/strict';
import { CitationCache, definitions, keyAt, markupFor, markups, typstLabels, withTemplate, type MarkupId } from '../../../src/core/cite/index.js';
import { carets, cite, found } from './caret.js';

const cases: readonly (readonly [MarkupId, string, readonly string[]])[] = [
  ['latex', '\\cite{a} \\citep[see][p.~2]{b,c} \\Citet*{d} \\nocite{*}', ['cite:a', 'citep:b,c', 'Citet*:d', 'nocite:']],
  ['latex', '\\cite\n  [a]\n  {b,\n   c}', ['cite:b,c']],
  ['latex', '\\cite{a, % not, this\n  b}', ['cite:a,b']],
  ['latex', '% \\cite{a}\n\\% \\cite{b} \\\\% \\cite{c}', ['cite:b']],
  ['latex', '\\verb|\\cite{a}| \\lstinline[x]!\\cite{a}! \\mintinline{tex}{\\cite{a}} \\cite{b}', ['cite:b']],
  ['latex', '\\begin{verbatim}\n\\cite{a}\n\\end{verbatim}\\begin{lstlisting}[language=TeX]\\cite{a}\\end{lstlisting}\\begin{comment}\\cite{a}\\end{comment}\\cite{b}', ['cite:b']],
  ['latex', '\\url{https://x.org/%20} \\cite{a}', ['cite:a']],
  ['latex', '\\autocites(see)(end)[1]{a}[2][3]{b,c}', ['autocites:a,b,c']],
  ['latex', '\\volcite[see]{2}[p. 3]{a} \\bibentry{b} \\footfullcite{c} \\citeA<see>[2]{d}', ['volcite:a', 'bibentry:b', 'footfullcite:c', 'citeA:d']],
  ['latex', '\\newcommand{\\mine}[1]{\\cite{#1}} \\citestyle{apa} \\setcitestyle{round} \\\\cite{x} \\citetext{y}', ['cite:']],
  ['latex', '\\cite{a\n\nb} \\cite[x {a} \\cite{a-b_c:d.e/f+g}', ['cite:a-b_c:d.e/f+g']],
  ['latex', '\\cite[{]}, p. 2]{a}', ['cite:a']],
  ['latex', '\\Verb|\\cite{a}| \\Verb[fontsize=\\small]!\\cite{a}! \\cite{b}', ['cite:b']],
  ['latex', '\\renewcommand\\citeleft{(}\\renewcommand\\citeright{)}\\renewcommand\\citepunct{;} \\cite{b}', ['cite:b']],
  ['pandoc', '[@https://doi.org/10.1/x] https://doi.org/@a', ['paren:https://doi.org/10.1/x']],
  ['pandoc', '[@a; @b, p. 3] [see @a, pp. 3-5; -@b] @c @d [p. 3] -@e @{odd key} @{odd.key.}', ['paren:a,b', 'paren:a,b', 'text:c', 'text:d', 'text:e', 'text:odd.key.']],
  ['pandoc', 'me@example.org <me@example.org> \\@a https://m.social/@user [x](https://m.social/@user) foo@bar', []],
  ['pandoc', '@Foo_bar.baz. @Foo_bar--baz @a:b, @a/b+c; @x. (@y)', ['text:Foo_bar.baz', 'text:Foo_bar', 'text:a:b', 'text:a/b+c', 'text:x', 'text:y']],
  ['pandoc', '`@a` ``[@a] ` `` <!-- @a --> <a title="@a">@b</a>', ['text:b']],
  ['pandoc', '```r\n@a\n```\n~~~~\n[@a]\n~~~\n~~~~\n@b', ['text:b']],
  ['pandoc', '---\ntitle: x @a\nnocite: |\n  @n, @m\nabstract: "@z"\n---\n@b', ['text:n', 'text:m', 'text:b']],
  ['pandoc', '[@a](x) ![@b](y) [@c]{.x} ^[see @d] [@e][f] [@g][@h]', ['text:a', 'text:b', 'text:c', 'text:d', 'text:e', 'paren:g', 'paren:h']],
  ['pandoc', '[see @a [and more], p. 3; also *@b*]', ['paren:a,b']],
  ['pandoc', '[see; also @a] [@a; nothing] [p. 3; @b] @a [p. 3; @b]', ['paren:a', 'text:a', 'text:b', 'text:a,b']],
  ['pandoc', '@a [text](url) @b [^1] @c\n[p. 3] @d\n\n[p. 3]', ['text:a', 'text:b', 'text:c', 'text:d']],
  ['pandoc', 'See @fig-plot and @sec-intro and @figaro and [@tbl-x].', ['text:figaro']],
  ['pandoc', '(@good)  An example.\n\nAs (@good) shows, @bad.', ['text:bad']],
  ['pandoc', '参见[@张三2020] und @müller2021', ['paren:张三2020', 'text:müller2021']],
  ['pandoc', '[@a\n\n@b] [@{https://x.org/?a=b&c=d}, p. 2]', ['text:a', 'text:b', 'paren:https://x.org/?a=b&c=d']],
  ['pandoc', '[see @a\nand @b; @c]', ['paren:a,b,c']],
  ['myst', '{cite:p}`a,b` {cite}`{see}c{p. 3, 4}` {cite:t}``d`` {ref}`e` `{cite}` [@f; @g]', ['cite:p:a,b', 'cite:c', 'cite:t:d', 'paren:f,g']],
  ['myst', '```{note}\n{cite:p}`a`\n```\n```{code-cell}\n{cite:p}`b`\n```\n````{admonition} x\n```python\n@c\n```\n@d\n````\n', ['cite:p:a', 'text:d']],
  ['pandoc', '---\nnocite: |\n\n    @a\n---\n\n    @x', ['text:a']],
  ['pandoc', '    @a\n\nText\n    goes on @b\n\n    @a\n\n\t@a\n    @a\n\n@c', ['text:b', 'text:c']],
  ['pandoc', '- item\n\n    more @a\n\n    - deeper\n\n        and more @b\n\nText\n\n    @x', ['text:a', 'text:b']],
  ['pandoc', '[^1]: Note\n\n    more @a\n\nTerm\n\n:   Meaning\n\n    more @b\n\n(@ex) Example\n\n    more @c\n\n!!! note\n\n    more @d\n\n 1. one\nlazy\n\n    more @e', ['text:a', 'text:b', 'text:c', 'text:d', 'text:e']],
  ['myst', '% {cite}`a` @a\n  % @a\n50 % @b\n```{note}\n% @a\n@c\n```', ['text:b', 'text:c']],
  ['jupyter', '% @a', ['text:a']],
  ['jupyter', '@a and {cite}`b`', ['text:a', 'cite:b']],
  ['rst', ':cite:p:`a,b` :cite:`{see}c{p. 3}` :footcite:t:`d` ``:cite:`e` `` :ref:`f`', ['cite:p:a,b', 'cite:c', 'footcite:t:d']],
  ['rst', '.. a comment :cite:`a`\n   more :cite:`a`\n\n.. note::\n   :cite:`b`\n\nCode::\n\n   :cite:`a`\n\n.. code-block:: rst\n\n   :cite:`a`\n\n:cite:`c`', ['cite:b', 'cite:c']],
  ['typst', '@a @b[p. 3] and #cite(<c>, form: "prose") #cite(label("d/e")) @f.', ['ref:a,b', 'cite:c,d/e,f']],
  ['typst', '= Intro <intro>\n#figure(image("x@y.png"), caption: [see @a]) <fig-1>\nSee @fig-1 and @intro and @b:c.', ['ref:a', 'ref:b:c']],
  ['typst', '// @a\n/* @a /* @a */ @a */ `@a` ```typ @a``` \\@a #link("mailto:x@y.org") https://x.org/@a $ x @a $ @b', ['ref:b']],
  ['typst', '#let x = cite(<a>)\n#text(red)[see @b] #{ let y = [@c] }\n@d\n\n@e', ['code:a', 'ref:b', 'ref:c', 'ref:d', 'ref:e']],
  ['typst', '#cite(<a, supplement: [p. 3 @b\n\n@c', ['ref:b', 'ref:c']],
  ['asciidoc', 'cite:[a,b(12, 13)] citenp:[c] mycite:[d] \\cite:[e] citet:see[f, page=3] <<g>>', ['cite:a,b', 'citenp:c', 'citet:f']],
  ['asciidoc', '// cite:[a]\n----\ncite:[a]\n----\n////\ncite:[a]\n////\n`+cite:[a]+` cite:[b]', ['cite:b']],
  ['org', '[cite:@a;@b] [cite/t:see @c p. 3;@d] [cite/text/cf:pre; @e suf; post] [fn:1] [[x][y]]', ['cite:a,b', 'cite/t:c,d', 'cite/text/cf:e']],
  ['org', '# [cite:@a]\n#+begin_src org\n[cite:@a]\n#+end_src\n: [cite:@a]\n=[cite:@a]= ~[cite:@a]~ [cite:@b [x] y]\n[cite:@c\n\n]', ['cite:b']],
  ['bibtex', '@book{a, crossref = {b}, xdata = {c, d}, title = "x"}\n@comment{@book{e}}\n@misc{f, ids = "g, h"}', ['entry:a', 'crossref:b', 'xdata:c,d', 'entry:f', 'ids:g,h']],
  ['markdown', '[@a] @b [^c]', []],
];

describe('cite: finding', () => {
  for (const [id, text, expected] of cases) {
    it(`${id}: ${JSON.stringify(text).slice(0, 90)}`, () => assert.deepEqual(found(markups[id], text), expected));
  }

  it('lets the bibliography decide where the markup cannot', () => {
    const isKey = (key: string) => key === 'a' || key === 'fig-x';
    assert.deepEqual(found(markups.asciidoc, 'See <<a>>, <<sec>>, <<a,Title>>.', isKey), ['xref:a', 'xref:a']);
    assert.deepEqual(found(markups.pandoc, '@fig-x @fig-y', isKey), ['text:fig-x']);
  });

  it('knows the labels of a Typst text', () => assert.deepEqual([...typstLabels('= A <a>\n#figure[] <b>\n#cite(<c>)')], ['a', 'b']));

  it('knows what a .bib file defines', () => {
    const text = '@book{a, crossref = {b}, ids = {c}}';
    assert.deepEqual(definitions(markups.bibtex.findCitations(text)).map(({ key }) => key), ['a', 'c']);
  });
});

describe('cite: the key at a place', () => {
  it('is exactly the key, column by column', () => {
    const cache = new CitationCache();
    for (const [id, line] of [['latex', 'x \\cite[p. 2]{a-b, c:d} y'], ['pandoc', 'x [see @a-b, p. 3; -@{c:d}] y'], ['typst', 'x @a-b[p. 3] #cite(<c:d>) y'], ['org', 'x [cite:see @a-b ;@c:d] y'], ['asciidoc', 'cite:[a-b(3),c:d]'], ['rst', ':cite:`a-b, {see}c:d`'], ['bibtex', '@book{a-b, crossref = {c:d}}']] as const) {
      for (let at = 0; at <= line.length; at++) {
        const inside = ['a-b', 'c:d'].find((key) => line.indexOf(key) <= at && at <= line.indexOf(key) + key.length);
        const result = keyAt(line, at, markups[id], cache);
        assert.equal(result?.key, inside, `${id} ${String(at)}`);
        if (result) assert.equal(line.slice(result.start, result.end), inside);
      }
    }
  });

  it('takes keys with all the signs that a key may have', () => {
    for (const key of ['a-b', 'a:b', 'a.b', 'a/b', 'a+b', 'a_b', 'DBLP:conf/acl/WangKMLSKH23', 'müller2020']) {
      assert.equal(keyAt(`[@${key}]`, 3, markups.pandoc)?.key, key);
      assert.equal(keyAt(`\\cite{${key}}`, 7, markups.latex)?.key, key);
    }
  });

  it('is read once for a text', () => {
    let reads = 0;
    const counting = { ...markups.latex, findCitations: (text: string) => (reads++, markups.latex.findCitations(text)) };
    const cache = new CitationCache(2);
    for (const text of ['\\cite{a}', '\\cite{a}', '\\cite{b}', '\\cite{a}', '\\cite{c}', '\\cite{b}']) keyAt(text, 7, counting, cache);
    assert.equal(reads, 4);
  });
});

describe('cite: the place of a completion', () => {
  const places: readonly (readonly [MarkupId, string, string, string, readonly string[]])[] = [
    ['latex', '\\cite{wa¦ng, b}', 'wa', 'wang', ['b']],
    ['latex', '\\cite{¦', '', '', []],
    ['latex', '\\citep[p. 2]{a,\n  % note\n  w¦\n}', 'w', 'w', ['a']],
    ['latex', '\\autocites[1]{a}[2]{w¦}', 'w', 'w', ['a']],
    ['pandoc', '[@a; @w¦ang]', 'w', 'wang', ['a']],
    ['pandoc', '[@a; @w¦', 'w', 'w', ['a']],
    ['pandoc', 'see @¦', '', '', []],
    ['pandoc', '@{odd¦.key}', 'odd', 'odd.key', []],
    ['pandoc', 'see @a:¦', 'a:', 'a:', []],
    ['myst', '{cite:p}`a,w¦`', 'w', 'w', ['a']],
    ['rst', ':cite:p:`a, w¦', 'w', 'w', ['a']],
    ['typst', 'see @w¦ang.', 'w', 'wang', []],
    ['typst', '@a @¦', '', '', ['a']],
    ['typst', '#cite(<w¦ang>)', 'w', 'wang', []],
    ['typst', '#cite(label("odd/¦key"))', 'odd/', 'odd/key', []],
    ['asciidoc', 'cite:[a(12),w¦', 'w', 'w', ['a']],
    ['asciidoc', 'cite:[a(12),w¦]', 'w', 'w', ['a']],
    ['org', '[cite:@a;@w¦]', 'w', 'w', ['a']],
    ['org', '[cite/t:@a;@w¦', 'w', 'w', ['a']],
    ['bibtex', '@book{a, crossref = {b¦c}}', 'b', 'bc', []],
  ];
  for (const [id, drawn, typed, whole, present] of places) {
    it(`${id}: ${JSON.stringify(drawn)}`, () => {
      const { text, offsets } = carets(drawn);
      const place = markups[id].completionAt(text, offsets[0] ?? 0);
      assert.ok(place);
      assert.deepEqual([place.typed, text.slice(place.start, place.end), place.present], [typed, whole, present]);
    });
  }

  const nowhere: readonly (readonly [MarkupId, string])[] = [
    ['latex', '\\cite{a}¦'], ['latex', '% \\cite{a¦'], ['latex', '\\section{a¦}'], ['latex', '\\cite[p¦]{a}'],
    ['pandoc', 'me@ex¦'], ['pandoc', '`@a¦`'], ['pandoc', '<!-- @a¦ -->'], ['pandoc', 'word¦'],
    ['myst', '{ref}`a¦`'], ['rst', '``a¦``'], ['typst', '// @a¦'], ['typst', '`@a¦`'], ['typst', '#link("a@b¦")'],
    ['asciidoc', 'cite:[a(1¦)]'], ['org', '@a¦'], ['markdown', '@a¦'],
  ];
  for (const [id, drawn] of nowhere) {
    it(`${id}: none in ${JSON.stringify(drawn)}`, () => {
      const { text, offsets } = carets(drawn);
      assert.equal(markups[id].completionAt(text, offsets[0] ?? 0), undefined);
    });
  }
});

describe('cite: which markup', () => {
  const kinds: readonly (readonly [string, string, string, MarkupId])[] = [
    ['latex', 'a.tex', '', 'latex'], ['quarto', 'a.qmd', '', 'pandoc'], ['rmd', 'a.Rmd', '', 'pandoc'], ['typst', 'a.typ', '', 'typst'],
    ['markdown', 'README.md', '# Hi @user', 'markdown'], ['markdown', 'a.md', '---\nbibliography: x.bib\n---\n', 'pandoc'], ['markdown', 'a.md', 'As [@a] shows', 'pandoc'],
    ['markdown', 'README.md', 'Thanks [@user](https://github.com/user)', 'markdown'], ['markdown', 'a.md', '{cite:p}`a`', 'myst'], ['markdown', 'a.ipynb', '', 'jupyter'],
    ['markdown', 'a.qmd', '', 'pandoc'], ['plaintext', 'notes.txt', '', 'text'], ['plaintext', 'a.typ', '', 'typst'], ['restructuredtext', 'a.rst', '', 'rst'],
    ['asciidoc', 'a.adoc', '', 'asciidoc'], ['org', 'a.org', '', 'org'], ['bibtex', 'a.bib', '', 'bibtex'], ['html', 'a.html', '', 'html'], ['python', 'a.py', '', 'text'],
  ];
  for (const [language, file, text, id] of kinds) it(`${language} ${file} ${JSON.stringify(text)} is ${id}`, () => assert.equal(markupFor(language, file, text).id, id));

  it('follows what the caller knows', () => {
    assert.equal(markupFor('markdown', 'a.md', '', { bibliography: true }).id, 'pandoc');
    assert.equal(markupFor('markdown', 'a.md', '', { project: 'myst' }).id, 'myst');
    assert.equal(markupFor('python', 'a.py', '', { markups: { python: 'rst' } }).id, 'rst');
  });

  it('writes by a template, finds it again and joins it', () => {
    const mine = markupFor('latex', 'a.tex', '', { templates: { latex: '\\mine{${keys}}' } });
    assert.equal(cite(mine, 'x¦', ['a', 'b']), 'x\\mine{a,b}');
    assert.deepEqual(found(mine, 'x\\mine{a,b} \\cite{c}'), ['\\mine{:a,b', 'cite:c']);
    assert.equal(cite(mine, '\\mine{a¦} \\cite{c}¦', ['b']), '\\mine{a,b} \\cite{c,b}');
    assert.equal(cite(mine, '¦', ['a'], { command: 'citep' }), '\\citep{a}');
    const wiki = withTemplate(markups.text, '[[${keys:; }]]');
    assert.equal(cite(wiki, '[[a; b]]¦', ['c']), '[[a; b; c]]');
    assert.equal(keyAt('see [[a; b]]', 9, wiki)?.key, 'b');
    assert.equal(cite(withTemplate(markups.markdown, '${title} <${url}>'), '¦', [{ key: 'a', title: 'T', url: 'https://x.org' }]), 'T <https://x.org>');
  });
});
