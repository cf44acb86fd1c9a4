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
    ['patterns with choices, and signs to leave out', '/w/a.tex', 'latex', { '/w/a.tex': '\\bibliography{refs[!0-9].bib}\\addbibresource{b(?).bib}', '/w/refsa.bib': '', '/w/refs1.bib': '', '/w/b(x).bib': '' }, ['/w/refsa.bib bibliography', '/w/b(x).bib addbibresource']],
    ['a name that could be a pattern', '/w/a.tex', 'latex', { '/w/a.tex': '\\addbibresource{refs [1].bib}', '/w/refs [1].bib': '' }, ['/w/refs [1].bib addbibresource']],
    ['what is no pattern costs no other bibliography', '/w/a.tex', 'latex', { '/w/a.tex': '\\addbibresource{refs[z-a].bib}\\addbibresource{x*[.bib}\\addbibresource{a].b*.bib}\\addbibresource{all.bib}', '/w/all.bib': '' }, ['/w/all.bib addbibresource']],
    ['names in a part, from the folder of the main document', '/w/p/main.tex', 'latex', { '/w/p/main.tex': '\\input{parts/head}', '/w/p/parts/head.tex': '\\input{parts/bib}', '/w/p/parts/bib.tex': '\\addbibresource{refs.bib}', '/w/p/refs.bib': '' }, ['/w/p/refs.bib addbibresource']],
    ['a chapter that a main document includes', '/w/p/ch/one.tex', 'latex', { '/w/p/ch/one.tex': '\\cite{a}', '/w/p/ch/two.tex': 'one', '/w/p/main.tex': '\\addbibresource{refs.bib}\\include{ch/one}', '/w/p/refs.bib': '', '/w/p/ch/references.bib': '' }, ['/w/p/refs.bib addbibresource']],
    ['a chapter of a part', '/w/p/ch/one.tex', 'latex', { '/w/p/ch/one.tex': 'x', '/w/p/ch/all.tex': '\\input{ch/one}', '/w/p/main.tex': '\\input{ch/all}\\bibliography{refs}', '/w/p/refs.bib': '' }, ['/w/p/refs.bib bibliography']],
    ['a chapter that is included elsewhere by the same name', '/w/p/ch/one.tex', 'latex', { '/w/p/ch/one.tex': 'x', '/w/p/main.tex': '\\addbibresource{refs.bib}\\include{other/one}', '/w/p/other/one.tex': '', '/w/p/refs.bib': '' }, []],
    ['a chapter in Typst', '/w/ch/one.typ', 'typst', { '/w/ch/one.typ': '@a', '/w/main.typ': '#include "ch/one.typ"\n#bibliography("refs.yml")', '/w/refs.yml': '' }, ['/w/refs.yml typst-bibliography']],
    ['a part in Quarto', '/w/_part.qmd', 'pandoc', { '/w/_part.qmd': '@a', '/w/paper.qmd': '---\nbibliography: mine.bib\n---\n{{< include _part.qmd >}}', '/w/mine.bib': '' }, ['/w/mine.bib front-matter']],
    ['further files of settings', '/w/a.qmd', 'pandoc', { '/w/a.qmd': 'x', '/w/_quarto.yml': 'metadata-files:\n  - meta/_all.yml\n', '/w/meta/_all.yml': 'bibliography: all.bib\n', '/w/meta/all.bib': '' }, ['/w/meta/all.bib project-file']],
    ['settings that front matter names', '/w/a.qmd', 'pandoc', { '/w/a.qmd': '---\nmetadata-files: [m.yml]\n---\n', '/w/m.yml': 'bibliography: all.bib\n', '/w/all.bib': '' }, ['/w/all.bib project-file']],
    ['the first file of a bookdown book', '/w/b/02-two.Rmd', 'pandoc', { '/w/b/02-two.Rmd': '@a', '/w/b/_bookdown.yml': 'book_filename: x\n', '/w/b/index.Rmd': '---\nbibliography: [book.bib]\n---\n', '/w/b/book.bib': '' }, ['/w/b/book.bib front-matter']],
    ['one beside it when nothing is named', '/w/d/a.tex', 'latex', { '/w/d/a.tex': 'x', '/w/d/references.bib': '' }, ['/w/d/references.bib beside']],
    ['none', '/w/a.tex', 'latex', { '/w/a.tex': 'x' }, []],
    ['files that include each other', '/w/a.tex', 'latex', { '/w/a.tex': '\\input{b}', '/w/b.tex': '\\input{a}\\addbibresource{c.bib}', '/w/c.bib': '' }, ['/w/c.bib addbibresource']],
  ];
  for (const [what, path, markup, files, expected] of cases) it(what, async () => assert.deepEqual(await find(path, markup, files), expected));
});
