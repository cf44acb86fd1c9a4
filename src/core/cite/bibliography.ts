/** Discovery: which bibliographies a document or its project names, and where they may be. Reading files is the caller's. */
import { asciidocNames, markdownNames, orgNames, rstNames, sphinxNames } from './bibliography-lines.js';
import { latexNames } from './bibliography-latex.js';
import { typstNames } from './bibliography-typst.js';
import { frontMatterNames, projectNames } from './bibliography-yaml.js';
import type { NamedFile } from './named-file.js';
import type { MarkupId } from './types.js';

/** The project files that are asked, the nearest first in each folder, from the document's folder up to the workspace's. */
export const projectFiles = ['_metadata.yml', '_quarto.yml', '_quarto.yaml', '_bookdown.yml', '_bookdown.yaml', 'myst.yml', 'myst.yaml', '_config.yml', 'conf.py'] as const;

/** Files beside a document that serve when nothing is named; the first that exists. */
export const usualFiles = ['references.bib', 'refs.bib', 'bibliography.bib', 'literature.bib', 'references.yml', 'references.json'] as const;

/** What a document names, in the order of the text: bibliographies, and files that may name more. */
export function namedFiles(text: string, markup: MarkupId): NamedFile[] {
  switch (markup) {
    case 'latex':
      return latexNames(text);
    case 'typst':
      return typstNames(text);
    case 'pandoc':
    case 'myst':
    case 'jupyter':
    case 'markdown':
      return [...frontMatterNames(text), ...markdownNames(text)];
    case 'rst':
      return rstNames(text);
    case 'org':
      return orgNames(text);
    case 'asciidoc':
      return asciidocNames(text);
    case 'bibtex':
    case 'html':
    case 'text':
      return [];
  }
}

/** What a project's file names; `fileName` is one of {@link projectFiles}, with or without its folder. */
export function namedByProject(text: string, fileName: string): NamedFile[] {
  return /\.py$/iu.test(fileName) ? sphinxNames(text) : projectNames(text);
}
