/** Which bibliographies documents and projects name, and where they may be. */
import assert from 'node:assert/strict';
import { candidates, namedByProject, namedFiles, type MarkupId, type NamedFile } from '../../../src/core/cite/index.js';

/** `role by path`, after checking that the offsets hold the path. */
const told = (text: string, files: readonly NamedFile[]) => files.map((file) => {
  assert.equal(text.slice(file.start, file.end), file.path);
  return `${file.role} ${file.by} ${file.path}`;
});

const documents: readonly (readonly [string, MarkupId, string, readonly string[]])[] = [
  ['addbibresource', 'latex', '\\addbibresource[label=x]{a.bib}\n\\addbibresource{../b c.bib} % \\addbibresource{no.bib}\n\\addbibresource{https://x.org/a.bib}', ['bibliography addbibresource a.bib', 'bibliography addbibresource ../b c.bib']],
  ['addbibresource with options and line ends', 'latex', '\\addbibresource[label={x}, datatype=bibtex]{a.bib}\\addbibresource[%\n  glob\n]{b*.bib}\\addbibresource\n  {c.bib}', ['bibliography addbibresource a.bib', 'bibliography addbibresource b*.bib', 'bibliography addbibresource c.bib']],
  ['a bibliography of subfiles', 'latex', '\\addbibresource{\\subfix{a.bib}}\\bibliography{\\subfix{b}}', ['bibliography addbibresource a.bib', 'bibliography bibliography b']],
  ['bibliography', 'latex', '\\bibliography{a, sub/b ,\n  c}\\bibliography{\\jobname}', ['bibliography bibliography a', 'bibliography bibliography sub/b', 'bibliography bibliography c']],
  ['a root', 'latex', '% !TeX root = ../main.tex\n%!TEX root=x\n', ['root tex-root ../main.tex', 'root tex-root x']],
  ['subfiles', 'latex', '\\documentclass[../main]{subfiles}\\documentclass[11pt]{article}', ['root subfiles ../main']],
  ['parts', 'latex', '\\input{a}\\include{b/c} \\subfile{d.tex}\\import{dir/}{e}\\input{\\x}', ['part input a', 'part input b/c', 'part input d.tex', 'part input e']],
  ['front matter', 'pandoc', '---\ntitle: x\nbibliography: refs.bib\n---\n', ['bibliography front-matter refs.bib']],
  ['front matter, a list', 'pandoc', '---\r\nbibliography:\r\n  - "a b.bib"\r\n  - ../c.json\r\n---\r\n', ['bibliography front-matter a b.bib', 'bibliography front-matter ../c.json']],
  ['front matter, in a row', 'pandoc', '---\nbibliography: [a.bib, \'b.yaml\']\n...\n', ['bibliography front-matter a.bib', 'bibliography front-matter b.yaml']],
  ['front matter, nested', 'pandoc', '---\nformat:\n  pdf:\n    bibliography: {main: a.bib}\nmetadata-files: [m.yml]\n---\n', ['bibliography front-matter a.bib', 'part metadata-file m.yml']],
  ['front matter that R fills in', 'pandoc', '---\nbibliography:\n  - a.bib\n  - !expr here::here("b.bib")\n  - !expr file.path(\'x\', \'b.bib\')\n---\n', ['bibliography front-matter a.bib']],
  ['front matter that is broken', 'pandoc', '---\nbibliography: a.bib\nx: [\n---\n', ['bibliography front-matter a.bib']],
  ['an include', 'pandoc', 'x {{< include _part.qmd >}}\n', ['part include _part.qmd']],
  ['nothing in the text', 'pandoc', 'bibliography: no.bib\n', []],
  ['MyST directives', 'myst', '```{bibliography} refs.bib\n:filter: docname\n```\n```{include} part.md\n```\n', ['part include part.md', 'bibliography bibliography-directive refs.bib']],
  ['reStructuredText', 'rst', '.. bibliography:: a.bib b.bib\n   :all:\n\n.. include:: c.rst\n', ['part include c.rst', 'bibliography bibliography-directive a.bib', 'bibliography bibliography-directive b.bib']],
  ['Typst', 'typst', '// #bibliography("no.bib")\n#bibliography("a.bib", title: "Refs", style: "apa")', ['bibliography typst-bibliography a.bib']],
  ['Typst, several', 'typst', '#include "part.typ"\n#import "@preview/x:1.0.0": y\n#import "lib.typ": z\n#bibliography(title: none, ("a.bib", "/b.yml"), full: true)', ['part typst-include part.typ', 'part typst-include lib.typ', 'bibliography typst-bibliography a.bib', 'bibliography typst-bibliography /b.yml']],
  ['Typst, in code', 'typst', '#show: doc.with(bib: bibliography(bytes(read("a.bib"))))', ['bibliography typst-bibliography a.bib']],
  ['Org', 'org', '#+bibliography: refs.bib\n#+BIBLIOGRAPHY: "a b.json"\n#+include: "part.org" src\n', ['bibliography org-keyword refs.bib', 'bibliography org-keyword a b.json', 'part org-keyword part.org']],
  ['AsciiDoc', 'asciidoc', '= T\n:bibtex-file: refs.bib\n:bibliography-database: b.bib\n\ninclude::part.adoc[]\n', ['bibliography asciidoc-attribute refs.bib', 'bibliography asciidoc-attribute b.bib', 'part include part.adoc']],
];

const projects: readonly (readonly [string, string, readonly string[]])[] = [
  ['_quarto.yml', 'project:\n  type: book\nbook:\n  chapters: [a.qmd]\nbibliography: refs.bib\nmetadata-files:\n  - more.yml\n', ['bibliography project-file refs.bib', 'part metadata-file more.yml']],
  ['_bookdown.yml', 'bibliography: [book.bib, packages.bib]\n', ['bibliography project-file book.bib', 'bibliography project-file packages.bib']],
  ['myst.yml', 'version: 1\nproject:\n  bibliography:\n    - refs.bib\n    - lib/*.bib\n', ['bibliography project-file refs.bib', 'bibliography project-file lib/*.bib']],
  ['_config.yml', 'sphinx:\n  config:\n    bibtex_bibfiles: [a.bib]\n', ['bibliography project-file a.bib']],
  ['docs/conf.py', 'x = "#"\n# bibtex_bibfiles = ["no.bib"]\nbibtex_bibfiles = [\n    "a.bib",  # "no.bib"\n    \'b.bib\',\n]\ny = ["c.bib"]\n', ['bibliography sphinx-conf a.bib', 'bibliography sphinx-conf b.bib']],
  ['conf.py', 'bibtex_bibfiles: list[str] = ["a.bib"]\n', ['bibliography sphinx-conf a.bib']],
];

describe('cite: bibliographies', () => {
  for (const [what, markup, text, expected] of documents) it(what, () => assert.deepEqual(told(text, namedFiles(text, markup)), expected));
  for (const [file, text, expected] of projects) it(file, () => assert.deepEqual(told(text, namedByProject(text, file)), expected));

  const at = (path: string, more: Partial<NamedFile> = {}, context = {}) => candidates({ path, ...more }, { folder: '/w/doc', ...context }).map((one) => (one.glob ? `${one.path} (glob)` : one.path));

  it('are looked for where each tool looks', () => {
    assert.deepEqual(at('refs.bib'), ['/w/doc/refs.bib']);
    assert.deepEqual(at('../lib/./refs.bib'), ['/w/lib/refs.bib']);
    assert.deepEqual(at('..\\refs.bib'), ['/w/refs.bib']);
    assert.deepEqual(at('refs', { ending: '.bib' }), ['/w/doc/refs.bib', '/w/doc/refs']);
    assert.deepEqual(at('a.b', { ending: '.tex' }), ['/w/doc/a.b.tex', '/w/doc/a.b']);
    assert.deepEqual(at('e', { ending: '.tex', below: 'dir/' }), ['/w/doc/dir/e.tex', '/w/doc/dir/e']);
    assert.deepEqual(at('/refs.bib', {}, { root: '/w' }), ['/w/refs.bib', '/refs.bib']);
    assert.deepEqual(at('/w/x/refs.bib', {}, { root: '/w' }), ['/w/x/refs.bib']);
    assert.deepEqual(at('refs.bib', {}, { root: '/w' }), ['/w/doc/refs.bib', '/w/refs.bib']);
    assert.deepEqual(at('~/refs.bib', {}, { home: '/home/me' }), ['/home/me/refs.bib']);
    assert.deepEqual(at('~/refs.bib'), []);
    assert.deepEqual(at('C:\\lib\\..\\..\\refs.bib'), ['C:/refs.bib']);
    assert.deepEqual(at('lib/*.bib'), ['/w/doc/lib/*.bib (glob)']);
    assert.deepEqual(at('{a,b}.bib'), ['/w/doc/{a,b}.bib (glob)']);
    assert.deepEqual(at('../../../x.bib'), ['/x.bib']);
  });
});
