/** Golden cases: the line that names a bibliography, over all markups. `¦` is a caret, which stays with its text. */
import assert from 'node:assert/strict';
import { moveOffset, nameBibliography, relativePath } from '../../../src/core/cite/name-bibliography.js';
import { namedFiles } from '../../../src/core/cite/bibliography.js';
import type { MarkupId } from '../../../src/core/cite/types.js';
import { applySplices } from '../../../src/core/yaml/splice.js';

type Golden = readonly [what: string, markup: MarkupId, before: string, after: string, path?: string];

const head = '\\documentclass{article}\n';
const cases: readonly Golden[] = [
  // LaTeX with biblatex
  ['behind biblatex, with the list', 'latex', `${head}\\usepackage[style=apa]{biblatex} % styles\n\\begin{document}\nSo¦.\n\\end{document}\n`, `${head}\\usepackage[style=apa]{biblatex} % styles\n\\addbibresource{references.bib}\n\\begin{document}\nSo¦.\n\\printbibliography\n\\end{document}\n`],
  ['behind the last resource', 'latex', '\\usepackage{csquotes,biblatex}\n\\addbibresource{a.bib}\n\\begin{document}¦\\printbibliography\\end{document}', '\\usepackage{csquotes,biblatex}\n\\addbibresource{a.bib}\n\\addbibresource{references.bib}\n\\begin{document}¦\\printbibliography\\end{document}'],
  ['all on one line', 'latex', '\\documentclass{article}\\usepackage{biblatex}\\begin{document}A¦\\end{document}', '\\documentclass{article}\\usepackage{biblatex}\n\\addbibresource{references.bib}\n\\begin{document}A¦\n\\printbibliography\n\\end{document}'],
  ['CRLF', 'latex', '\\usepackage{biblatex}\r\n\\begin{document}\r\n¦\r\n\\end{document}\r\n', '\\usepackage{biblatex}\r\n\\addbibresource{lit/my refs.bib}\r\n\\begin{document}\r\n¦\r\n\\printbibliography\r\n\\end{document}\r\n', 'lit/my refs.bib'],
  ['biblatex in a comment does not count', 'latex', `${head}% \\usepackage{biblatex}\n\\begin{document}\n¦\\end{document}\n`, `${head}% \\usepackage{biblatex}\n\\begin{document}\n¦\n\\bibliographystyle{plain}\n\\bibliography{references}\n\\end{document}\n`.replace('¦\n', '¦')],
  // LaTeX with BibTeX
  ['BibTeX', 'latex', `${head}\\begin{document}\nSo¦.\n\n  \\end{document}\nrest`, `${head}\\begin{document}\nSo¦.\n\n\\bibliographystyle{plain}\n\\bibliography{references}\n  \\end{document}\nrest`],
  ['natbib has styles of its own', 'latex', `${head}\\usepackage{natbib}\n\\begin{document}\n\\end{document}`, `${head}\\usepackage{natbib}\n\\begin{document}\n\\bibliographystyle{plainnat}\n\\bibliography{references}\n\\end{document}`],
  ['a style that is there stays', 'latex', `${head}\\begin{document}\n\\bibliographystyle{alpha}\n\\end{document}`, `${head}\\begin{document}\n\\bibliographystyle{alpha}\n\\bibliography{references}\n\\end{document}`],
  ['acl.sty sets the style', 'latex', '\\documentclass{article}\n\\usepackage[review]{acl}\n\\begin{document}\n\\end{document}', '\\documentclass{article}\n\\usepackage[review]{acl}\n\\begin{document}\n\\bibliography{../references}\n\\end{document}', '../references.bib'],
  ['ACM', 'latex', '\\documentclass[sigconf]{acmart}\n\\begin{document}\n\\end{document}', '\\documentclass[sigconf]{acmart}\n\\begin{document}\n\\bibliographystyle{ACM-Reference-Format}\n\\bibliography{references}\n\\end{document}'],
  ['joins \\bibliography', 'latex', `${head}\\begin{document}\n\\bibliography{a, b}¦\n\\end{document}`, `${head}\\begin{document}\n\\bibliography{a, b,references}¦\n\\end{document}`],
  ['a main file without an end', 'latex', `${head}\\begin{document}\nText¦`, `${head}\\begin{document}\nText¦\n\\bibliographystyle{plain}\n\\bibliography{references}\n`],
  ['not in a chapter', 'latex', '\\section{One}\nText¦.\n', '\\section{One}\nText¦.\n'],
  ['not what TeX cannot read', 'latex', `${head}\\begin{document}\\end{document}`, `${head}\\begin{document}\\end{document}`, 'references.json'],
  ['not a path that TeX cannot write', 'latex', `${head}\\begin{document}\\end{document}`, `${head}\\begin{document}\\end{document}`, 'a#b/references.bib'],
  ['not twice', 'latex', `${head}\\begin{document}\n\\bibliography{references}\n\\end{document}`, `${head}\\begin{document}\n\\bibliography{references}\n\\end{document}`],
  // Markdown
  ['new front matter', 'pandoc', '¦# Title\n', '---\nbibliography: references.bib\n---\n\n¦# Title\n'],
  ['an empty document', 'pandoc', '¦', '---\nbibliography: references.bib\n---\n¦'],
  ['front matter that is there', 'pandoc', '---\ntitle: T # mine\n---\nText¦.\n', '---\ntitle: T # mine\nbibliography: references.bib\n---\nText¦.\n'],
  ['front matter closed by dots, CRLF, BOM', 'myst', '\uFEFF---\r\ntitle: T\r\n...\r\n¦', '\uFEFF---\r\ntitle: T\r\nbibliography: references.bib\r\n...\r\n¦'],
  ['empty front matter', 'pandoc', '---\n---\n¦', '---\nbibliography: references.bib\n---\n¦'],
  ['front matter in braces', 'pandoc', '---\n{title: T, lang: en}\n---\n¦', '---\n{title: T, lang: en, bibliography: references.bib}\n---\n¦'],
  ['a name without a value', 'pandoc', '---\nbibliography:\ntitle: T\n---\n¦', '---\nbibliography: references.bib\ntitle: T\n---\n¦'],
  ['one named already', 'pandoc', '---\nbibliography: a.bib # first\n---\n¦', '---\nbibliography: [a.bib, references.bib] # first\n---\n¦'],
  ['a list in brackets', 'pandoc', '---\nbibliography: [a.bib, "b c.bib" ]\n---\n¦', '---\nbibliography: [a.bib, "b c.bib", references.bib ]\n---\n¦'],
  ['a list of lines', 'pandoc', '---\nbibliography:\n  - a.bib # a\n  - b.bib\ntitle: T\n---\n¦', '---\nbibliography:\n  - a.bib # a\n  - b.bib\n  - references.bib\ntitle: T\n---\n¦'],
  ['a path that YAML would misread', 'pandoc', '¦x', '---\nbibliography: "a: b, c.bib"\n---\n\n¦x', 'a: b, c.bib'],
  ['not into YAML that is broken', 'pandoc', '---\ntitle: [\n---\n¦', '---\ntitle: [\n---\n¦'],
  ['not twice', 'pandoc', '---\nbibliography: ./references.bib\n---\n', '---\nbibliography: ./references.bib\n---\n'],
  ['a rule is no front matter', 'pandoc', 'A\n\n---\n\nB¦', '---\nbibliography: references.bib\n---\n\nA\n\n---\n\nB¦'],
  // Typst
  ['at the end', 'typst', '= T\n\nAs¦.\n', '= T\n\nAs¦.\n\n#bibliography("references.bib")\n'],
  ['the caret at the end stays above', 'typst', 'As said¦', 'As said¦\n\n#bibliography("references.bib")\n'],
  ['one that is there becomes an array', 'typst', '#bibliography("a.bib", title: none)\n', '#bibliography(("a.bib", "b.yml"), title: none)\n', 'b.yml'],
  ['an array', 'typst', '#bibliography(("a.bib", "b.bib"))\n', '#bibliography(("a.bib", "b.bib", "references.bib"))\n'],
  ['not what Typst cannot read', 'typst', 'As¦', 'As¦', 'references.json'],
  // the others
  ['reStructuredText', 'rst', 'Title\n=====\n\nText¦', 'Title\n=====\n\nText¦\n\n.. bibliography:: references.bib\n'],
  ['a directive without a file', 'rst', 'T¦\n\n.. bibliography::\n   :style: plain\n', 'T¦\n\n.. bibliography:: references.bib\n   :style: plain\n'],
  ['a directive with one', 'rst', '.. bibliography:: a.bib\n', '.. bibliography:: a.bib references.bib\n'],
  ['not a name with blanks', 'rst', 'T', 'T', 'my refs.bib'],
  ['Org', 'org', '#+title: T\n#+author: A\n\n* One\nText¦\n', '#+title: T\n#+author: A\n#+bibliography: references.bib\n\n* One\nText¦\n\n#+print_bibliography:\n'],
  ['Org without keywords', 'org', '¦* One\n\n#+print_bibliography:\n', '#+bibliography: "my refs.bib"\n\n¦* One\n\n#+print_bibliography:\n', 'my refs.bib'],
  ['Org with another', 'org', '#+bibliography: a.bib\n\n#+PRINT_BIBLIOGRAPHY:\n', '#+bibliography: a.bib\n#+bibliography: references.bib\n\n#+PRINT_BIBLIOGRAPHY:\n'],
  ['AsciiDoc', 'asciidoc', '= Title\nAnna Author\n:toc:\n\nText¦.\n', '= Title\nAnna Author\n:toc:\n:bibtex-file: references.bib\n\nText¦.\n\nbibliography::[]\n'],
  ['AsciiDoc without a header', 'asciidoc', 'Text¦.\n\nbibliography::[]\n', ':bibtex-file: references.bib\n\nText¦.\n\nbibliography::[]\n'],
  ['AsciiDoc takes one file', 'asciidoc', ':bibtex-file: a.bib\n\nText\n', ':bibtex-file: a.bib\n\nText\n'],
  ['nothing in plain text', 'text', 'Text¦', 'Text¦'],
];

describe('naming a bibliography', () => {
  for (const [what, markup, before, after, path = 'references.bib'] of cases) {
    it(`${markup}: ${what}`, () => {
      const offset = before.indexOf('¦');
      const text = before.replace('¦', '');
      const splices = nameBibliography(text, markup, path);
      const changed = applySplices(text, splices);
      const caret = offset < 0 ? -1 : moveOffset(splices, offset);
      assert.equal(caret < 0 ? changed : `${changed.slice(0, caret)}¦${changed.slice(caret)}`, after);
      // what was written is what discovery finds, and once is enough
      if (splices.length > 0) assert.ok(namedFiles(changed, markup).some((file) => file.role === 'bibliography' && `${file.path}${/\.\w+$/u.test(file.path) ? '' : file.ending ?? ''}` === path));
      assert.deepEqual(nameBibliography(changed, markup, path), []);
    });
  }

  it('writes the path from the folder of the document', () => {
    assert.equal(relativePath('/w/a', '/w/a/references.bib'), 'references.bib');
    assert.equal(relativePath('/w/a/b', '/w/refs/x.bib'), '../../refs/x.bib');
    assert.equal(relativePath('/w', '/w/a/x.bib'), 'a/x.bib');
    assert.equal(relativePath('/x.bib', '/x.bib'), '../x.bib');
  });
});
