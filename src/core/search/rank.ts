/**
 * Search results in the order of what people most likely mean: the name of a work before words of its title,
 * these before its authors, these before everything else. Words must be spelt as in the catalogue, beginnings suffice.
 */
import type { Paper } from '../model/paper.js';
import { firstOf } from '../model/first-of.js';
import { fold, foldWords } from '../model/text.js';
import type { SearchContext } from './context.js';
import { haystackOf, joinWords } from './haystack.js';
import { compileQuery } from './match.js';
import { freeTest, wordsTest, type Test } from './needle.js';
import type { Query } from './query.js';

export interface Found {
  readonly paper: Paper;
  /** Larger is better; comparable within one search only. */
  readonly score: number;
}

const scores = { exact: 1000, titleBegins: 800, titlePhrase: 700, title: 600, author: 400, titleAndAuthor: 300, elsewhere: 100, unranked: 0 } as const;

/**
 * The papers that a query finds, best first; equal ones the newest first, then by title and key.
 * @param bonus points for what a person is nearer to, such as papers they cited lately; below 100 they order equals only
 */
export function searchPapers(papers: Iterable<Paper>, query: Query, context: SearchContext, limit = Infinity, bonus?: (paper: Paper) => number): Found[] {
  const test = compileQuery(query, context);
  const score = scorer(query);
  const byScore = new Map<number, Paper[]>();
  for (const paper of papers) {
    if (!test(paper)) continue;
    const points = score(paper) + (bonus?.(paper) ?? 0);
    const group = byScore.get(points);
    if (group) group.push(paper);
    else byScore.set(points, [paper]);
  }
  const found: Found[] = [];
  for (const [points, group] of [...byScore].sort(([a], [b]) => b - a)) {
    if (found.length >= limit) break;
    for (const paper of firstOf(group, limit - found.length, comparePapers)) found.push({ paper, score: points });
  }
  return found;
}

/** Newest first, then by title and by key, so that equal searches give equal lists. */
function comparePapers(a: Paper, b: Paper): number {
  const years = (b.year ?? 0) - (a.year ?? 0);
  if (years !== 0) return years;
  const [x, y] = [haystackOf(a).title, haystackOf(b).title];
  if (x !== y) return x < y ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Only what is asked for freely ranks; fields and negated terms choose. */
function scorer(query: Query): (paper: Paper) => number {
  const words = query.terms.filter((term) => term.kind === 'word').filter((term) => !term.negated);
  const addressed = query.terms.some((term) => term.kind === 'address' && !term.negated);
  if (words.length === 0) return () => (addressed ? scores.exact : scores.unranked);

  const plain = words.every((term) => term.values.length === 1);
  const written = words.map((term) => term.values[0]?.text ?? '').join(' ');
  const text = plain ? foldWords(written) : '';
  const joined = joinWords(text);
  // most titles begin with another letter and need no closer look
  const initial = `\n ${text.charAt(0)}`;
  const named = `\n ${fold(written)} \n`;
  const phrase = text === '' ? () => false : wordsTest({ text: written, quoted: false });
  const tests = words.map((term) => anyOf(term.values.map(freeTest)));

  return (paper) => {
    const { title, authors, names } = haystackOf(paper);
    if (plain && names.includes(named)) return scores.exact;
    if (plain && title.includes(initial)) {
      const begun = begins(title, joined);
      if (begun !== undefined) return begun;
    }
    if (phrase(title)) return scores.titlePhrase;
    if (tests.every((test) => test(title))) return scores.title;
    if (tests.every((test) => test(authors))) return scores.author;
    // a single word would have to be in one of them
    if (tests.length > 1 && tests.every((test) => test(title) || test(authors))) return scores.titleAndAuthor;
    return scores.elsewhere;
  };
}

const [space, lineBreak] = [32, 10];

/**
 * Whether one of the title's lines is the words, or begins with them. Spaces do not count: "selfinstruct", "self instruct" and
 * "self-instruct" name the same work. It is asked of nearly every title while the first letters are typed, so it makes no texts.
 */
function begins(title: string, joined: string): number | undefined {
  let found: number | undefined;
  for (let line = 0; line >= 0; line = title.indexOf('\n', line + 1)) {
    let at = line + 1;
    let same = 0;
    for (; same < joined.length; at += 1) {
      const letter = title.charCodeAt(at);
      if (letter === space) continue;
      if (letter !== joined.charCodeAt(same)) break;
      same += 1;
    }
    if (same < joined.length) continue;
    while (title.charCodeAt(at) === space) at += 1;
    if (title.charCodeAt(at) === lineBreak) return scores.exact;
    found = scores.titleBegins;
  }
  return found;
}

function anyOf(tests: readonly Test[]): Test {
  return (haystack) => tests.some((test) => test(haystack));
}
