/** A title → the works that it may be: hits of several services, joined where they are one work, the likeliest first. */
import { yearOf } from '../model/dates.js';
import { comparePeople, peopleOf } from '../model/similar-people.js';
import { compareWorks } from '../model/similar.js';
import { titleParts, titleSimilarity, type TitleParts } from '../model/similar-title.js';
import type { CouldNotCheck, Found, MetadataFields } from './answer.js';
import { merge, tidy } from './merge.js';

/** What is searched for. */
export interface TitleQuery {
  /** A title, or a whole reference in words. */
  readonly title: string;
  readonly authors?: MetadataFields['authors'];
  /** A partial date. */
  readonly issued?: string | undefined;
}

export interface TitleHit {
  readonly answer: Found;
  /** How like the title is to the one searched for, 0 to 1. */
  readonly likeness: number;
}

export interface TitleHits {
  readonly kind: 'hits';
  /** The likeliest first; nothing that has little in common with the query. */
  readonly hits: readonly TitleHit[];
  /** Services that could not be asked: without them an empty list means nothing. */
  readonly incomplete: readonly CouldNotCheck[];
}

/** Words that a search engine passes over, and every title has. */
const idle = new Set('a an and are as at be by can do does for from has have how in into is it its of on or our than that the their them these this to via was we what when where which who why with without you your using use towards toward'.split(' '));
/** arXiv takes all of them, Crossref a text of this length. */
const longest = { words: 10, text: 500 };
/** Below this a hit has nothing to do with the query. */
const least = 0.45;

/** The words by which arXiv is asked: folded, without those that say nothing; the first ones, as a reference begins with other things rarely. */
export function searchWords(title: string): string[] {
  const words = titleParts(title).words.filter((word) => !idle.has(word) && word.length > 1);
  return [...new Set(words)].slice(0, longest.words);
}

/** The text by which Crossref is asked. */
export function searchText({ title, authors, issued }: TitleQuery): string {
  const first = peopleOf(authors).names[0]?.family.join(' ') ?? '';
  return [title.replace(/\s+/gu, ' ').trim().slice(0, longest.text), first, issued?.slice(0, 4) ?? ''].filter((part) => part !== '').join(' ');
}

/** How like a hit's title is to the query, which may be a whole reference that holds the title. */
function likenessOf(query: TitleParts, title: string | undefined): number {
  if (title === undefined) return 0;
  const parts = titleParts(title);
  const contained = parts.words.length >= 4 && parts.key.length >= 20 && query.words.length > parts.words.length + 2 && query.key.includes(parts.key);
  return contained ? 0.97 : titleSimilarity(query, parts);
}

/** Joins and ranks: by title, then by the first author and the year where they are known; what is published before its preprint. */
export function rankHits(query: TitleQuery, found: readonly Found[]): TitleHit[] {
  const parts = titleParts(query.title);
  const people = peopleOf(query.authors);
  const hits = joined(found).map((answer) => ({ answer, likeness: likenessOf(parts, answer.metadata.fields.title) })).filter(({ likeness }) => likeness >= least);
  const score = ({ answer: { metadata: { fields } }, likeness }: TitleHit) => {
    const match = comparePeople(people, peopleOf(fields.authors));
    const years = [yearOf(query.issued), yearOf(fields.submitted), yearOf(fields.issued)];
    const near = years[0] !== undefined && years.slice(1).some((year) => year !== undefined && Math.abs(year - (years[0] ?? 0)) <= 1);
    const author = match.first === 'same' ? 0.2 : match.first === 'maybe' ? 0.15 : match.first === 'differ' ? -0.1 : 0;
    return likeness + author + (near ? 0.05 : 0) + (fields.type === 'article' ? 0 : 0.01);
  };
  return hits.map((hit) => ({ hit, score: score(hit) })).sort((a, b) => b.score - a.score).map(({ hit }) => hit);
}

/** Types of Crossref that are not the publication of anything. */
const beside = new Set(['article', 'review', 'dataset']);

/** A preprint and its publication become one answer, which cites the publication; one record twice is one. */
function joined(found: readonly Found[]): Found[] {
  const result: Found[] = [];
  for (const answer of found) {
    const { fields } = answer.metadata;
    const at = result.findIndex(({ metadata: { fields: other } }) => {
      const likeness = compareWorks(fields, other);
      if (likeness?.certain !== true) return false;
      const sameDoi = fields.doi !== undefined && fields.doi.toLowerCase() === other.doi?.toLowerCase();
      return sameDoi || (fields.type === 'article') !== (other.type === 'article') || (fields.arxiv !== undefined && fields.arxiv === other.arxiv);
    });
    const other = result[at];
    if (other === undefined) result.push(answer);
    else {
      const [cited, added] = beside.has(fields.type ?? '') ? [other, answer] : beside.has(other.metadata.fields.type ?? '') ? [answer, other] : [other, answer];
      result[at] = merge(cited, [added]);
    }
  }
  return result.map(tidy);
}
