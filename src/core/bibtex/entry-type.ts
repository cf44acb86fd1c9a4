/** CSL item types ↔ entry types of BibTeX and biblatex. */
import type { PaperType } from '../model/schema.js';

export type Dialect = 'bibtex' | 'biblatex';

/** BibTeX's own types; what it has no word for is misc. */
const bibtex: Readonly<Record<PaperType, string>> = {
  article: 'misc',
  'article-journal': 'article',
  'article-magazine': 'article',
  book: 'book',
  chapter: 'incollection',
  dataset: 'misc',
  document: 'misc',
  'paper-conference': 'inproceedings',
  patent: 'misc',
  'post-weblog': 'misc',
  report: 'techreport',
  review: 'article',
  software: 'misc',
  speech: 'misc',
  thesis: 'phdthesis',
  webpage: 'misc',
};

const biblatex: Readonly<Partial<Record<PaperType, string>>> = {
  article: 'online',
  dataset: 'dataset',
  patent: 'patent',
  'post-weblog': 'online',
  report: 'report',
  software: 'software',
  speech: 'unpublished',
  thesis: 'thesis',
  webpage: 'online',
};

export function entryType(type: PaperType, dialect: Dialect): string {
  return (dialect === 'biblatex' ? biblatex[type] : undefined) ?? bibtex[type];
}

/** Where the title of what holds the work goes. */
export function containerField(type: PaperType, dialect: Dialect): 'booktitle' | 'journal' | 'journaltitle' | undefined {
  if (type === 'paper-conference' || type === 'chapter') return 'booktitle';
  if (entryType(type, 'bibtex') !== 'article') return undefined;
  return dialect === 'biblatex' ? 'journaltitle' : 'journal';
}

/** Where the publisher goes: a thesis has a school, a report an institution. */
export function publisherField(type: PaperType, dialect: Dialect): 'publisher' | 'institution' | 'school' | 'organization' {
  if (type === 'report') return 'institution';
  if (type === 'thesis') return dialect === 'biblatex' ? 'institution' : 'school';
  if (dialect === 'biblatex' && entryType(type, dialect) === 'online') return 'organization';
  return 'publisher';
}
