/** In which form references stand in a document. */
import type { MarkupId } from '../cite/types.js';
import type { ReferenceFormat } from './writers.js';

export const referenceFormats: Readonly<Record<MarkupId, ReferenceFormat>> = {
  ...{ latex: 'latex', typst: 'typst', rst: 'rst', asciidoc: 'asciidoc', org: 'org', html: 'html' },
  ...{ pandoc: 'markdown', myst: 'markdown', jupyter: 'markdown', markdown: 'markdown' },
  // between the entries of a .bib file everything is a comment
  ...{ bibtex: 'text', text: 'text' },
};
