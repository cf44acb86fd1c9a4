import assert from 'node:assert/strict';
import { findBibliographies } from '../../../src/core/cite/discover.js';
import type { MarkupId } from '../../../src/core/cite/types.js';

/** What is found for a document among files. */
async function find(path: string, markup: MarkupId, files: Record<string, string>, root = '/w'): Promise<string[]> {
  const around = {
    read: (one: string) => Promise.resolve(files[one]),
    list: (folder: string) => Promise.resolve(Object.keys(files).filter((one) => one.startsWith(`${folder}/`) && !one.slice(folder.length + 1).includes('/')).map((one) => one.slice(folder.length + 1))),
  };
  return (await findBibliographies({ path, text: files[path] ?? '', markup }, root, around)).map((found) => `${found.path} ${found.by}${found.exists ? '' : ' missing'}`);
}

describe('the bibliographies of a document', () => {
  const cases: readonly [string, string, MarkupId, Record<string, string>, string[]][] = [
    ['\\addbibresource', '/w/a.tex', 'latex', { '/w/a.tex': '\\addbibresource{refs/all.bib}', '/w/refs/all.bib': '' }, ['/w/refs/all.bib addbibresource']],
    ['several, one of them missing', '/w/a.tex', 'latex', { '/w/a.tex': '\\bibliography{one,two}', '/w/one.bib': '' }, ['/w/one.bib bibliography', '/w/two.bib bibliography missing']],
    ['a chapter with a root', '/w/ch/one.tex', 'latex', { '/w/ch/one.tex': '% !TeX root = ../main.tex\n', '/w/main.tex': '\\addbibresource{main.bib}\\input{ch/one}', '/w/main.bib': '' }, ['/w/main.bib addbibresource']],
    ['an input that names it', '/w/main.tex', 'latex', { '/w/main.tex': '\\input{head}', '/w/head.tex': '\\addbibresource{../w/main.bib}', '/w/main.bib': '' }, ['/w/main.bib addbibresource']],
    ['front matter, a list', '/w/a.md', 'pandoc', { '/w/a.md': '---\nbibliography: [a.bib, ../b.bib]\n---\n', '/w/a.bib': '', '/b.bib': '' }, ['/w/a.bib front-matter', '/b.bib front-matter']],
    ['_quarto.yml above', '/w/p/doc/a.qmd', 'pandoc', { '/w/p/doc/a.qmd': 'x', '/w/p/_quarto.yml': 'bibliography: refs.bib\n', '/w/p/refs.bib': '' }, ['/w/p/refs.bib project-file']],
    ['Typst', '/w/a.typ', 'typst', { '/w/a.typ': '#bibliography(("a.bib", "/b.yml"))', '/w/a.bib': '', '/w/b.yml': '' }, ['/w/a.bib typst-bibliography', '/w/b.yml typst-bibliography']],
    ['a pattern', '/w/a.md', 'pandoc', { '/w/a.md': '---\nbibliography: "refs/*.bib"\n---\n', '/w/refs/b.bib': '', '/w/refs/a.bib': '', '/w/refs/c.txt': '' }, ['/w/refs/a.bib front-matter', '/w/refs/b.bib front-matter']],
    ['one beside it when nothing is named', '/w/d/a.tex', 'latex', { '/w/d/a.tex': 'x', '/w/d/references.bib': '' }, ['/w/d/references.bib beside']],
    ['none', '/w/a.tex', 'latex', { '/w/a.tex': 'x' }, []],
    ['files that include each other', '/w/a.tex', 'latex', { '/w/a.tex': '\\input{b}', '/w/b.tex': '\\input{a}\\addbibresource{c.bib}', '/w/c.bib': '' }, ['/w/c.bib addbibresource']],
  ];
  for (const [what, path, markup, files, expected] of cases) it(what, async () => assert.deepEqual(await find(path, markup, files), expected));
});
