import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Nodes } from 'mdast';
import fc from 'fast-check';
import { toPaper } from '../../../src/core/model/paper.js';
import { plainReference } from '../../../src/core/outline/reference.js';
import { optionNames, placeholders, publish, publishOptions, readOptions, readTemplate, shapeIds, type WrittenOptions } from '../../../src/core/publish/index.js';
import { Anchors, heading, headingsOf } from '../../../src/core/publish/contents.js';
import { authorsText } from '../../../src/core/publish/sayings.js';
import { cell, escapeStart, escapeText, link, plainLine } from '../../../src/core/publish/text.js';
import { runs } from '../../support/runs.js';

const paper = toPaper({
  id: 'stone2023', type: 'paper-conference', title: 'Trees: A [Short] Look', authors: ['Ann Stone', 'Max Weber', 'Mia Kern'], issued: '2023-07', venue: 'COLM', arxiv: '2306.00001', doi: '10.1000/x', note: 'The first to count leaves.',
  links: { code: 'https://github.com/stone/trees', pdf: 'https://x.example.net/a(b.pdf' }, lists: [{ list: 'mine', section: 'A', note: 'As the list says.' }], categories: ['c'],
});
const catalogue = { categories: [{ id: 'c', title: 'C' }], lists: [{ id: 'mine', title: 'Mine' }], papers: [paper] };
const written = (options: WrittenOptions) => publish(catalogue, readOptions({ group: 'none', ...options })).markdown;

describe('a paper in each shape', () => {
  const expected: Readonly<Record<string, string>> = {
    bullets: '- [Trees: A \\[Short\\] Look](https://doi.org/10.1000/x) - *Ann Stone, Max Weber, Mia Kern.* COLM, Jul 2023. [arXiv](https://arxiv.org/abs/2306.00001), [Code](https://github.com/stone/trees), [PDF](https://x.example.net/a\\(b.pdf). The first to count leaves.',
    table: '| Title | Authors | Venue | Date | Links | Notes |\n| --- | --- | --- | --- | --- | --- |\n| [Trees: A \\[Short\\] Look](https://doi.org/10.1000/x) | Ann Stone, Max Weber, Mia Kern | COLM | 2023-07 | [arXiv](https://arxiv.org/abs/2306.00001) [Code](https://github.com/stone/trees) [PDF](https://x.example.net/a\\(b.pdf) | The first to count leaves. |',
    'bold-titles': '- [**Trees: A \\[Short\\] Look.**](https://doi.org/10.1000/x) *Ann Stone, Max Weber, Mia Kern.* COLM, Jul 2023. [[arXiv](https://arxiv.org/abs/2306.00001)] [[Code](https://github.com/stone/trees)] [[PDF](https://x.example.net/a\\(b.pdf)] The first to count leaves.',
    'date-table': '| Publication | Date | Authors | Venue | Links | Notes |\n| --- | --- | --- | --- | --- | --- |\n| [Trees: A \\[Short\\] Look](https://doi.org/10.1000/x) | 07-2023 | Ann Stone, Max Weber, Mia Kern | COLM | [arXiv](https://arxiv.org/abs/2306.00001) [Code](https://github.com/stone/trees) [PDF](https://x.example.net/a\\(b.pdf) | The first to count leaves. |',
    dated: '[**2023 Jul COLM**] *Ann Stone, Max Weber, Mia Kern*, **Trees: A \\[Short\\] Look** | [[github]](https://github.com/stone/trees) [[HOME PAGE]](https://doi.org/10.1000/x) [[arXiv]](https://arxiv.org/abs/2306.00001) [[PDF]](https://x.example.net/a\\(b.pdf) | The first to count leaves.',
    'venue-table': '| Paper | Published in | Code/Project | Authors | Notes |\n| --- | :---: | :---: | --- | --- |\n| [Trees: A \\[Short\\] Look](https://doi.org/10.1000/x) | COLM | [arXiv](https://arxiv.org/abs/2306.00001) [Code](https://github.com/stone/trees) [PDF](https://x.example.net/a\\(b.pdf) | Ann Stone, Max Weber, Mia Kern | The first to count leaves. |',
    references: '- Ann Stone, Max Weber, Mia Kern. Trees: A \\[Short\\] Look[C]//COLM, 2023-07. The first to count leaves.\n\n  [Paper](https://doi.org/10.1000/x)\n  [arXiv](https://arxiv.org/abs/2306.00001)\n  [Project](https://github.com/stone/trees)\n  [PDF](https://x.example.net/a\\(b.pdf)',
  };
  for (const shape of shapeIds.filter((id) => id !== 'template')) it(shape, () => assert.equal(written({ shape }), expected[shape]));

  it('with fewer authors, some links, the list\'s own remark', () => {
    assert.equal(written({ list: 'mine', authors: '1', links: 'code' }), '- [Trees: A \\[Short\\] Look](https://doi.org/10.1000/x) - *Ann Stone, et al.* COLM, Jul 2023. [Code](https://github.com/stone/trees). As the list says.'.replace('et al.*', 'et al.*'));
    assert.equal(written({ authors: 'none', links: 'none', remarks: 'none' }), '- [Trees: A \\[Short\\] Look](https://doi.org/10.1000/x) - COLM, Jul 2023.');
  });

  it('with badges, BibTeX links and BibTeX entries', () => {
    const badges = written({ shape: 'table', badges: 'yes', links: 'code', bibtex: 'link' });
    assert.ok(badges.includes('[![Code](https://img.shields.io/badge/Code-181717)](https://github.com/stone/trees) ![Stars](https://img.shields.io/github/stars/stone/trees) [![BibTeX](https://img.shields.io/badge/BibTeX-555555)](https://arxiv.org/bibtex/2306.00001)'), badges);
    const block = written({ shape: 'bold-titles', bibtex: 'block' });
    assert.match(block, /\n\n {2}<details><summary>BibTeX<\/summary>\n\n {2}```bibtex\n {2}@inproceedings\{stone2023,\n/u);
    assert.match(block, /\n {2}```\n\n {2}<\/details>$/u);
  });
});

describe('a template', () => {
  const one = (template: string, more: WrittenOptions = {}) => written({ template, ...more });

  it('names what goes where', () => {
    assert.equal(one('- [{title}]({url}) {{x}} {authors:2} ({first}, {year}){? [[Code]({code})]}{? [[Slides]({slides})]}'), '- [Trees: A \\[Short\\] Look](https://doi.org/10.1000/x) {x} Ann Stone, Max Weber, et al. (Stone et al., 2023) [[Code](https://github.com/stone/trees)]');
    assert.equal(one('| {title} | {note} |', { head: '| T | N |\n| - | - |' }), '| T | N |\n| - | - |\n| Trees: A \\[Short\\] Look | The first to count leaves. |');
    assert.equal(one('**{title}**{? {venue}{? ({publisher})}}'.replace('{? ({publisher})}', '{? ({slides})}')), '**Trees: A \\[Short\\] Look** COLM');
  });

  it('tells place and remedy of its faults', () => {
    const faults: readonly (readonly [string, RegExp])[] = [
      ['{title', /a "\{" at character 1 that begins no placeholder: write \{title\}/u], ['a {tilte}', /names \{tilte\} at character 3, which is unknown: did you mean \{title\}\?/u], ['{? x', /opens "\{\?" at character 1 and does not close it/u],
      ['x } y', /a "\}" at character 3 that closes nothing: write "\}\}"/u], ['{title:3}', /only authors take a number/u], ['{nothing at all}', /begins no placeholder/u],
    ];
    for (const [template, message] of faults) assert.throws(() => readTemplate(template), message, template);
  });

  it('and every option is documented', () => {
    const docs = readFileSync('docs/formats.md', 'utf8');
    for (const name of optionNames) assert.ok(docs.includes(`| \`${name}\` | `) && publishOptions[name].about !== '', name);
    for (const name of Object.keys(placeholders)) assert.ok(docs.includes(`\`{${name}}\``), name);
    for (const id of shapeIds) assert.ok(docs.includes(`| \`${id}\` | `), id);
  });
});

/** The plain text of a tree of Markdown. */
function textOf(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? `<<${node.value}>>` : node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
const parse = (markdown: string) => fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });

describe('text as Markdown', () => {
  const signs = fc.constantFrom('*', '_', '`', '[', ']', '(', ')', '<', '>', '&', '|', '\\', '~', '#', '-', '+', '=', '1', '.', '!', '$', ':', '&amp;', '&#35;', '<b>', '](', '![', '**', '__', '\n', '\t', ' ', 'a', 'é', 'e\u0301', '𝒪', '👩‍🌾', '\u202e', '\0', '\ud800', 'word');
  const texts = fc.oneof(fc.array(signs, { maxLength: 12 }).map((all) => all.join('')), fc.string({ unit: 'grapheme', maxLength: 30 }));

  it('says exactly the text: in a link, in a cell, at the start of a line, in bold', () => {
    fc.assert(fc.property(texts, (text) => {
      const plain = plainLine(text);
      fc.pre(plain !== '');
      const inLink = parse(link(escapeText(text), 'https://x.example.net/'));
      assert.equal(textOf(inLink), plain);
      assert.equal(JSON.stringify(inLink).includes('"type":"link"'), true);
      assert.equal(textOf(parse(escapeStart(text))), plain);
      assert.equal(textOf(parse(`- ${escapeStart(text)}`)), plain);
      const [table] = parse(`| a |\n| - |\n| ${cell(escapeText(text))} |`).children;
      assert.equal(table?.type === 'table' && textOf(table.children[1] ?? table), plain);
      assert.equal(textOf(parse(heading(text, 2))), plain);
    }), { numRuns: runs(500) });
  });

  it('leaves what is no markup as it is', () => {
    for (const text of ['snake_case and R&D', '3 < 4 > 2', 'C# (see p. 3)', 'a-b + c = d', '100% $5', 'e\u0301 𝒪 👩‍🌾', 'a/b: c; d, e!']) assert.equal(escapeText(text), text);
  });

  it('keeps every address', () => {
    for (const url of ['https://a.example.net/x_(y)', 'https://a.example.net/(x', 'https://a.example.net/x)', 'https://a.example.net/a*b_c**d', 'https://a.example.net/?a=b&copy;=1', 'https://a.example.net/a|b']) {
      const [paragraph] = parse(link('t', url)).children;
      assert.equal(paragraph?.type === 'paragraph' && paragraph.children[0]?.type === 'link' && paragraph.children[0].url, url);
    }
  });

  it('says "et al." once where the catalogue has it', () => {
    const more = toPaper({ ...paper.fields, authors: ['Ann Stone', 'et al.'] });
    for (const authors of [undefined, 1]) assert.equal(authorsText(more, { authors }), 'Ann Stone, et al.');
    assert.match(plainReference(more), /^Stone, et al\. \(2023\)\./u);
  });

  it('makes the anchors that GitHub makes', () => {
    const anchors = new Anchors(['Usage']);
    assert.deepEqual(['Usage', 'Usage', 'C# & Co.', 'Größe_1 – 2', '1.1. Papers', '😀 Fun', 'Usage 1'].map((title) => anchors.take(title)), ['usage-1', 'usage-2', 'c--co', 'größe_1--2', '11-papers', '-fun', 'usage-1-1']);
    assert.deepEqual(headingsOf('# A **b** [c](d)\n```\n# no\n```\n## E #\ntext\n### `f`_g\\_'), ['A b c', 'E', 'f_g_']);
  });
});
