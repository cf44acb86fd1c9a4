/** The fields of the query language, once: the parser, its messages, completion and the help texts all read this table. */
import { linkKinds, paperTypes, type PaperType } from '../model/vocabulary.js';

export interface SearchField {
  /** Other names under which people look for it. */
  readonly aliases: readonly string[];
  /** What it compares, in a few words. */
  readonly about: string;
  readonly example: string;
}

export const searchFields = {
  title: { aliases: ['t', 'ti'], about: 'words of the title or the short title', example: 'title:"all you need"' },
  author: { aliases: ['a', 'au', 'authors', 'by'], about: 'name of an author', example: 'author:wang' },
  year: { aliases: ['y', 'date', 'years'], about: 'year of publication, else of the first posting', example: 'year:2022..2024' },
  venue: { aliases: ['v', 'journal', 'conference', 'booktitle', 'container-title', 'in'], about: 'conference, journal or book', example: 'venue:acl' },
  category: { aliases: ['c', 'cat', 'categories', 'topic'], about: 'id or title of a category, or of one above it', example: 'cat:math' },
  tag: { aliases: ['tags', 'keyword', 'keywords'], about: 'tag', example: 'tag:math,code' },
  list: { aliases: ['lists'], about: 'id or title of a list that carries the paper', example: 'list:awesome' },
  section: { aliases: ['sections'], about: 'heading of a list under which the paper stands', example: 'section:medical' },
  type: { aliases: ['kind'], about: 'CSL type or kind, such as preprint, software, survey', example: 'type:thesis' },
  key: { aliases: ['id', 'citekey', 'alias'], about: 'citation key or alias, from its beginning', example: 'key:wang2023' },
  arxiv: { aliases: ['eprint'], about: 'arXiv id in any form, from its beginning', example: 'arxiv:2212.10560' },
  doi: { aliases: [], about: 'DOI in any form, from its beginning', example: 'doi:10.18653' },
  has: { aliases: ['with'], about: 'something the paper has, such as code, pdf, doi, summary', example: 'has:code' },
  is: { aliases: ['status'], about: 'a state, such as preprint, survey, starred, unread, unchecked (added without being looked up)', example: 'is:unread' },
  language: { aliases: ['lang'], about: 'language of the work (BCP 47)', example: 'lang:zh' },
} as const satisfies Record<string, SearchField>;

export type SearchFieldName = keyof typeof searchFields;
export const searchFieldNames = Object.keys(searchFields) as SearchFieldName[];

const byName = new Map<string, SearchFieldName>();
for (const name of searchFieldNames) for (const known of [name, ...searchFields[name].aliases]) byName.set(known, name);

/** The field of that name or alias, in any case of letters. */
export function searchField(name: string): SearchFieldName | undefined {
  return byName.get(name.toLowerCase());
}

/** Every name and alias, for suggestions. */
export const searchFieldSpellings: readonly string[] = [...byName.keys()];

/** What `has:` can ask for. `pdf` and `link` count what the identifiers lead to as well. */
export const hasValues = [...linkKinds, 'link', 'doi', 'arxiv', 'acl', 'openreview', 'isbn', 'summary', 'abstract', 'venue', 'author', 'date', 'note', 'category', 'tag', 'list', 'alias'] as const;
export type HasValue = (typeof hasValues)[number];

/** What `is:` can ask for. */
export const isValues = ['paper', 'survey', 'preprint', 'published', 'software', 'dataset', 'post', 'starred', 'unread', 'reading', 'read', 'unchecked'] as const;
export type IsValue = (typeof isValues)[number];

/** Further words under which a type is known: BibTeX entry types and everyday names. */
const otherTypeWords: Partial<Record<PaperType, string>> = {
  article: 'arxiv',
  'article-journal': 'article',
  chapter: 'incollection',
  dataset: 'data benchmark',
  document: 'misc',
  'paper-conference': 'inproceedings proceedings',
  'post-weblog': 'blog',
  report: 'techreport',
  software: 'tool code',
  thesis: 'phdthesis dissertation',
  webpage: 'website',
};

/** All words that name a CSL type, folded and separated by spaces. */
export function typeWords(type: PaperType): string {
  return `${type.replaceAll('-', ' ')} ${paperTypes[type]} ${otherTypeWords[type] ?? ''}`;
}

/** Every word that `type:` understands; a value is one of them or the beginning of one. */
export const typeValues: readonly string[] = [
  ...new Set((Object.keys(paperTypes) as PaperType[]).flatMap((type) => [type, ...typeWords(type).split(' ')]).concat('survey', 'post').filter(Boolean)),
];
