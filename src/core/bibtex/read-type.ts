/** Entry types of BibTeX, biblatex and their relatives → CSL item types. */
import type { PaperType } from '../model/schema.js';

const types: Readonly<Record<string, PaperType>> = {
  article: 'article-journal', periodical: 'article-journal', suppperiodical: 'article-journal', journal: 'article-journal', magazine: 'article-magazine', newspaper: 'article-magazine', newsarticle: 'article-magazine',
  book: 'book', mvbook: 'book', booklet: 'book', collection: 'book', mvcollection: 'book', proceedings: 'book', mvproceedings: 'book', reference: 'book', mvreference: 'book', manual: 'book', bookinproceedings: 'book',
  inbook: 'chapter', incollection: 'chapter', bookinbook: 'chapter', suppbook: 'chapter', suppcollection: 'chapter', inreference: 'chapter',
  inproceedings: 'paper-conference', conference: 'paper-conference', paper: 'paper-conference',
  dataset: 'dataset', data: 'dataset', electronic: 'webpage', online: 'webpage', www: 'webpage', webpage: 'webpage', internet: 'webpage', website: 'webpage', blog: 'post-weblog', 'post-weblog': 'post-weblog',
  software: 'software', softwareversion: 'software', softwaremodule: 'software', codefragment: 'software', program: 'software', code: 'software',
  thesis: 'thesis', phdthesis: 'thesis', mastersthesis: 'thesis', masterthesis: 'thesis', bachelorsthesis: 'thesis', bachelorthesis: 'thesis', diplomathesis: 'thesis',
  report: 'report', techreport: 'report', standard: 'report', whitepaper: 'report', patent: 'patent', review: 'review', presentation: 'speech', talk: 'speech', speech: 'speech', lecture: 'speech', slides: 'speech',
  unpublished: 'article', preprint: 'article', misc: 'document',
};

/** Entries that are no works: containers of fields, groups of keys, settings of styles. */
const noWorks = new Set(['xdata', 'set', 'ieeetranbstctl', 'control', 'comment']);

export function isWork(type: string): boolean {
  return !noWorks.has(type);
}

/** What an entry says of its type, as plain text; all fields optional. */
export interface TypeHints {
  readonly arxiv: boolean;
  /** The journal named is arXiv itself, or none is. */
  readonly unpublished: boolean;
  readonly subtype: string;
  /** What howpublished says in its first word. */
  readonly how: PaperType | undefined;
  /** howpublished, type and note in lower case. */
  readonly words: string;
  readonly url: string;
  /** howpublished is an address. */
  readonly page: boolean;
  readonly event: boolean;
}

/** The CSL type of an entry. What says no more than "misc" is told by its identifiers, its address and its words. */
export function readType(type: string, hints: TypeHints): PaperType {
  const found = types[type] ?? 'document';
  if (/^(?:magazine|newspaper)$/u.test(hints.subtype)) return 'article-magazine';
  if (hints.subtype === 'review' && found === 'article-journal') return 'review';
  // said in so many words: stronger than an identifier
  if (type === 'unpublished' && (hints.event || hints.how === 'speech')) return 'speech';
  const loose = type === 'misc' || found === 'document' || found === 'webpage';
  if (loose && hints.how !== undefined) return hints.how;
  if (loose && hints.subtype === 'blog') return 'post-weblog';
  if (hints.arxiv && hints.unpublished && (loose || found === 'article-journal' || found === 'article' || type === 'techreport')) return 'article';
  if (!loose) return found;
  if (/\bblog\b|blog post/u.test(hints.words)) return 'post-weblog';
  if (found === 'webpage') return found;
  if (/\b(?:software|computer program|source code|python package|github repository)\b/u.test(hints.words) || /^https?:\/\/(?:www\.)?(?:github|gitlab|bitbucket)\.(?:com|org)\//u.test(hints.url)) return 'software';
  if (/\bdata ?set\b/u.test(hints.words)) return 'dataset';
  if (/\bpatent\b/u.test(hints.words)) return 'patent';
  return hints.page ? 'webpage' : found;
}
