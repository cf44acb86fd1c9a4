/** Files that may cite, by their names: what is looked at when a key is sought over a whole workspace. */
import { findInNotebook, isNotebook } from './notebook.js';
import type { Citation, FindOptions, Markup, MarkupId } from './types.js';

/** Endings of files whose markups have citation keys. Bibliographies are not among them: their entries refer to one another only. */
export const citingEndings = ['tex', 'ltx', 'sty', 'cls', 'rnw', 'Rnw', 'md', 'markdown', 'mdx', 'myst', 'qmd', 'rmd', 'Rmd', 'rmarkdown', 'Rmarkdown', 'typ', 'rst', 'adoc', 'asciidoc', 'asc', 'org', 'ipynb'] as const;

/** VS Code's languages in which documents cite, besides those of the markups themselves. */
export const citingLanguages = ['markdown', 'latex', 'tex', 'latex-expl3', 'doctex', 'rsweave', 'jlweave', 'pweave', 'quarto', 'rmd', 'pandoc', 'mdx', 'myst', 'mystmarkdown', 'typst', 'restructuredtext', 'asciidoc', 'org'] as const;

const withoutKeys: readonly MarkupId[] = ['bibtex', 'markdown', 'html', 'text'];

/** Whether documents of the markup cite by keys. */
export function citesByKey({ id }: Markup): boolean {
  return !withoutKeys.includes(id);
}

/** The citations of a whole file: of a notebook, those of its Markdown cells, with their places in the file. */
export function citationsIn(text: string, markup: Markup, options: FindOptions = {}): readonly Citation[] {
  return markup.id === 'jupyter' && isNotebook(text) ? findInNotebook(text, markup, options) : markup.findCitations(text, options);
}
