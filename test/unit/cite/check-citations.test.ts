import assert from 'node:assert/strict';
import fc from 'fast-check';
import { missingBibliographies, unresolvedKeys, type Sources } from '../../../src/core/cite/check-citations.js';
import { nearKeys } from '../../../src/core/cite/check-citations-near.js';
import { collectCited, type Cited } from '../../../src/core/cite/cited.js';
import { uncitedEntries } from '../../../src/core/cite/cited-entries.js';
import { readFamily } from '../../../src/core/cite/cited-family.js';
import { chaptersOf } from '../../../src/core/cite/cited-project.js';
import { CitedRows, type CitedNode } from '../../../src/core/cite/cited-rows.js';
import { markups } from '../../../src/core/cite/markups.js';
import type { FoundBibliography } from '../../../src/core/cite/discover.js';
import type { MarkupId } from '../../../src/core/cite/types.js';
import { formats } from '../../../src/core/bibliography/index.js';
import { runs } from '../../support/runs.js';

const rest = () => Promise.resolve();

/** What a document of these files cites; the bibliography has the given keys. */
async function cited(files: Readonly<Record<string, string>>, path: string, markup: MarkupId, has: readonly string[] = []): Promise<Cited & { tops: readonly string[] }> {
  const around = {
    read: (one: string) => Promise.resolve(files[one]),
    list: (folder: string) => Promise.resolve(Object.keys(files).filter((one) => one.startsWith(`${folder}/`) && !one.slice(folder.length + 1).includes('/')).map((one) => one.slice(folder.length + 1))),
  };
  const family = await readFamily({ path, text: files[path] ?? '', markup }, '/w', around);
  const isKey = (key: string) => has.includes(key);
  return { ...(await collectCited(family, ({ text }) => markups[markup].findCitations(text, { isKey }), isKey, rest)), tops: family.tops };
}
const keysOf = ({ keys }: Cited) => [...keys.keys()];
const found = (by: FoundBibliography['by'], exists = true): FoundBibliography => ({ path: '/w/refs.bib', by, in: '/w/a', exists });

describe('what a document and its parts cite', () => {
  const book = {
    '/w/main.tex': '\\cite{first}\n\\include{ch/one}\n\\cite{last,first}',
    '/w/ch/one.tex': '% !TeX root = ../main.tex\n\\cite{one}\n\\input{ch/two}\n\\cite{behind}',
    '/w/ch/two.tex': '\\cite{two} \\input{main}',
  };

  it('is in the order of reading, from whatever part one asks', async () => {
    for (const path of ['/w/main.tex', '/w/ch/one.tex']) assert.deepEqual(keysOf(await cited(book, path, 'latex')), ['first', 'one', 'two', 'behind', 'last']);
    assert.deepEqual((await cited(book, '/w/main.tex', 'latex')).keys.get('first')?.places.map(({ path, start }) => [path, start]), [['/w/main.tex', 6], ['/w/main.tex', 41]]);
  });

  it('holds the document though its main document does not include it', async () => {
    const files = { '/w/main.tex': '\\cite{a}', '/w/b.tex': '% !TeX root = main.tex\n\\cite{b}' };
    assert.deepEqual(keysOf(await cited(files, '/w/b.tex', 'latex')), ['a', 'b']);
  });

  it('follows Typst and leaves labels of other files alone', async () => {
    const files = { '/w/a.typ': '#include "b.typ"\n@fig-a @real @start', '/w/b.typ': '= B <start>\n@other' };
    assert.deepEqual(keysOf(await cited(files, '/w/a.typ', 'typst', ['real'])), ['other', 'fig-a', 'real']);
    assert.deepEqual(keysOf(await cited(files, '/w/a.typ', 'typst', ['start'])), ['other', 'fig-a', 'real', 'start']);
  });

  it('reads the chapters of a Quarto book in their order', async () => {
    const files = { '/w/_quarto.yml': 'book:\n  chapters:\n    - index.qmd\n    - part: Two\n      chapters: [b.qmd, ch/a.qmd]\n', '/w/index.qmd': '@i', '/w/b.qmd': '@b', '/w/ch/a.qmd': '{{< include _inc.qmd >}}\n@a', '/w/ch/_inc.qmd': '@inc', '/w/else.qmd': '@else' };
    assert.deepEqual(keysOf(await cited(files, '/w/ch/a.qmd', 'pandoc')), ['i', 'b', 'inc', 'a']);
    assert.deepEqual(keysOf(await cited(files, '/w/else.qmd', 'pandoc')), ['else']);
    assert.deepEqual(chaptersOf('book:\n  chapters:\n    - [unclosed'), []);
    assert.deepEqual(chaptersOf('rmd_files: ["a.Rmd", "b.Rmd"]'), ['a.Rmd', 'b.Rmd']);
  });

  it('knows wildcards, and keys that the text itself defines', async () => {
    assert.equal((await cited({ '/w/a.tex': '\\nocite{*}' }, '/w/a.tex', 'latex')).everything, true);
    for (const nocite of ["nocite: '@*'", 'nocite: |\n  @a, @*']) assert.equal((await cited({ '/w/a.md': `---\n${nocite}\n---\n` }, '/w/a.md', 'pandoc')).everything, true, nocite);
    assert.equal((await cited({ '/w/a.md': '---\nnocite: "@a"\n---\nSee @b*\n' }, '/w/a.md', 'pandoc')).everything, false);
    assert.deepEqual([...(await cited({ '/w/a.tex': '\\cite{x}\\bibitem[X]{x}' }, '/w/a.tex', 'latex')).own], ['x']);
    assert.deepEqual([...(await cited({ '/w/a.md': '---\nreferences:\n- id: inline\n  title: T\n---\n@inline' }, '/w/a.md', 'pandoc')).own], ['inline']);
  });
});

describe('unresolved keys', () => {
  const sources = (more: Partial<Sources> = {}): Sources => ({ found: [found('front-matter')], read: 1, has: (key) => key === 'known', ...more });
  const ask = async (text: string, more: Partial<Sources> = {}, markup: MarkupId = 'pandoc') => unresolvedKeys(await cited({ '/w/a': text }, '/w/a', markup), sources(more)).map(({ key }) => key);

  it('are those that no bibliography has', async () => {
    assert.deepEqual(await ask('[@known; @lost] @fig-one @eq-two @thm-three @lst-x @sec-y'), ['lost']);
    assert.deepEqual(await ask('\\bibitem{own}\\cite{own,lost}', {}, 'latex'), ['lost']);
  });

  it('are not told where nobody can tell', async () => {
    assert.deepEqual(await ask('[@lost]', { found: [], read: 0 }), []);
    assert.deepEqual(await ask('[@lost]', { read: 0 }), []);
    assert.deepEqual(await ask('[@lost]', { found: [found('front-matter'), found('front-matter', false)], read: 1 }), []);
  });

  it('are no names in a text beside which a bibliography happens to lie', async () => {
    const beside = { found: [found('beside')] };
    assert.deepEqual(await ask('Thanks, @octocat', beside), []);
    assert.deepEqual(await ask('Thanks, @octocat, see @known', beside), ['octocat']);
    assert.deepEqual(await ask('See [@lost]', beside), ['lost']);
  });
});

describe('bibliographies that are not there', () => {
  const at = (text: string, markup: MarkupId, gone: string, path = '/w/a') => missingBibliographies(text, path, markup, '/w', [{ path: gone, by: 'bibliography', in: path, exists: false }]).map(({ start, end }) => text.slice(start, end));

  it('are told of at their names', () => {
    assert.deepEqual(at('\\bibliography{one, two}', 'latex', '/w/two.bib'), ['two']);
    assert.deepEqual(at('---\nbibliography: [a.bib, sub/b.bib]\n---\n', 'pandoc', '/w/sub/b.bib'), ['sub/b.bib']);
    assert.deepEqual(at('#bibliography("x.yml")', 'typst', '/w/x.yml'), ['x.yml']);
    assert.deepEqual(at('bibliography: refs.bib\n', 'pandoc', '/w/refs.bib', '/w/_quarto.yml'), ['refs.bib']);
    assert.deepEqual(at('\\bibliography{a}\\bibliography{a}', 'latex', '/w/a.bib'), ['a']);
    assert.deepEqual(at('\\bibliography{a}', 'latex', '/w/other.bib'), []);
  });
});

describe('keys that may be meant', () => {
  it('are the nearest ones', () => {
    const known = ['wang2023', 'wang2022', 'wong2023', 'zed', 'wang2023selfinstruct', 'other1999'];
    assert.deepEqual(nearKeys('wagn2023', known), ['wang2023', 'wang2022', 'wong2023']);
    assert.deepEqual(nearKeys('Wang2023', known)[0], 'wang2023');
    assert.deepEqual(nearKeys('wang2023self', known), ['wang2023', 'wang2023selfinstruct']);
    assert.deepEqual(nearKeys('nothing', known), []);
    assert.deepEqual(nearKeys('z', known), []);
  });

  it('are never the key itself, nor more than asked for', () => {
    fc.assert(fc.property(fc.string({ maxLength: 12 }), fc.array(fc.string({ maxLength: 12 })), (key, known) => {
      const near = nearKeys(key, known);
      assert.ok(near.length <= 3 && !near.includes(key) && near.every((one) => known.includes(one)) && new Set(near).size === near.length);
    }), { numRuns: runs(200) });
  });
});

describe('entries that nobody cites', () => {
  const uncited = async (text: string, keys: readonly string[]) => uncitedEntries(await formats.bibtex.read(text), new Set(keys)).map(({ key }) => key);

  it('are those that no citation and no other entry names', async () => {
    const text = '@book{parent, title={P}}\n@inbook{child, crossref = {parent}, title={C}}\n@misc{Alone, title={A}}\n@misc{used, title={U}, ids = {alias}}';
    assert.deepEqual(await uncited(text, ['child']), ['Alone', 'used']);
    assert.deepEqual(await uncited(text, ['alone', 'alias']), ['child']);
    assert.deepEqual(await uncited('', ['x']), []);
  });
});

describe('rows of what is cited', () => {
  const use = (key: string, count: number) => ({ key, places: Array.from({ length: count }, (_, at) => ({ path: '/w/a', start: at * 10, end: at * 10 + key.length, command: 'cite' })) });
  const rowsOf = async (count: number) => {
    const { entries } = await formats.bibtex.read(Array.from({ length: count }, (_, at) => `@misc{k${String((at * 7919) % count).padStart(5, '0')}, title={T}}`).join('\n'));
    return new CitedRows({ cited: [use('b', 1), use('a', 3)], unresolved: [], uncited: [{ id: 'file:///w/refs.bib', name: 'refs.bib', entries }, { id: 'file:///w/empty.bib', name: 'empty.bib', entries: [] }] });
  };
  const all = (rows: CitedRows, nodes: readonly CitedNode[]): CitedNode[] => nodes.flatMap((node) => [node, ...all(rows, rows.children(node))]);

  it('leave out what is empty, and give several places rows of their own', async () => {
    const rows = await rowsOf(2);
    assert.deepEqual(rows.roots.map(({ id }) => id), ['cited', 'uncited file:///w/refs.bib']);
    const [cites] = rows.roots;
    assert.ok(cites);
    assert.deepEqual(rows.children(cites).map((node) => rows.children(node).length), [0, 3]);
    const [, a] = rows.children(cites);
    assert.ok(a);
    assert.equal(rows.parent(a), cites);
  });

  it('divide ten thousand entries, each once and in the order of the keys', async () => {
    const rows = await rowsOf(10_000);
    const group = rows.roots[1];
    assert.ok(group);
    const ranges = rows.children(group);
    assert.equal(ranges.length, 100);
    assert.ok(ranges.every(({ kind }) => kind === 'range'));
    const keys = ranges.flatMap((range) => rows.children(range)).flatMap((node) => (node.kind === 'uncited' ? [node.entry.key] : []));
    assert.equal(keys.length, 10_000);
    assert.deepEqual(keys, [...keys].sort());
    const ids = all(rows, rows.roots).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });
});
