/**
 * Which works of a catalogue a record may be the same as. `certain` is for machines: an identifier, or title, first author and
 * near year with nothing against it. The rest is for asking a person: a subtitle more, a title reworded, two years apart.
 */
import { yearOf } from './dates.js';
import { identifiers } from './identity.js';
import type { PaperFields, PaperType } from './schema.js';
import { comparePeople, peopleOf, type People, type PeopleMatch } from './similar-people.js';
import { isSubtitled, titleParts, titleSimilarity, type TitleParts } from './similar-title.js';

/** What is compared; a record that is not in a catalogue yet has no key. */
export type WorkFields = Partial<PaperFields>;

export interface Likeness {
  readonly why: 'identifier' | 'title';
  /** False: only a person can tell. */
  readonly certain: boolean;
}
export interface Same<T> extends Likeness {
  readonly work: T;
}

interface Entry<T> {
  readonly work: T;
  readonly seen: Seen;
}

/** A record as it is compared. */
interface Seen {
  readonly fields: WorkFields;
  readonly identifiers: readonly string[];
  readonly title: TitleParts | undefined;
  people: People | undefined;
}

const kept = new WeakMap<WorkFields, Seen>();

function see(fields: WorkFields): Seen {
  let seen = kept.get(fields);
  if (seen === undefined) {
    seen = { fields, identifiers: identifiers({ id: '', ...fields }), title: fields.title === undefined ? undefined : titleParts(fields.title), people: undefined };
    kept.set(fields, seen);
  }
  return seen;
}

const peopleIn = (seen: Seen): People => (seen.people ??= peopleOf(seen.fields.authors));

/** Kinds of works that never stand for each other, however alike their titles. Everything else is a paper. */
const apart: Partial<Readonly<Record<PaperType, string>>> = { thesis: 'thesis', software: 'software', dataset: 'dataset', book: 'book', patent: 'patent', speech: 'speech', 'post-weblog': 'page', webpage: 'page' };
/** Undefined where the type says nothing: BibTeX has no better word than `misc` for half of all works. */
const kindOf = ({ type }: WorkFields) => (type === undefined || type === 'document' ? undefined : (apart[type] ?? 'paper'));

/** DOIs of preprint servers name the preprint, so another DOI beside them is no contradiction. */
const preprintDoi = /^10\.(?:48550|1101|2139|21203|31234|26434|36227|31219|20944|31235|32942)\//u;

function isPreprint({ type, arxiv, doi }: WorkFields): boolean {
  return (type === 'article' || (type === undefined && arxiv !== undefined)) && (doi === undefined || preprintDoi.test(doi));
}

/** Published twice, under two DOIs or two ids of the Anthology. */
function publishedApart(a: WorkFields, b: WorkFields): boolean {
  const dois = [a.doi?.toLowerCase(), b.doi?.toLowerCase()];
  if (dois[0] !== undefined && dois[1] !== undefined && dois[0] !== dois[1] && !preprintDoi.test(dois[0]) && !preprintDoi.test(dois[1])) return true;
  return a.acl !== undefined && b.acl !== undefined && a.acl.toLowerCase() !== b.acl.toLowerCase();
}

/** Years between the nearest dates of two records; undefined when one has none. */
function yearsApart(a: WorkFields, b: WorkFields): number | undefined {
  const years = (fields: WorkFields) => [yearOf(fields.issued), yearOf(fields.submitted)].filter((year) => year !== undefined);
  const gaps = years(a).flatMap((one) => years(b).map((other) => Math.abs(one - other)));
  return gaps.length === 0 ? undefined : Math.min(...gaps);
}

const differ = (a: string | undefined, b: string | undefined) => a !== undefined && b !== undefined && a.trim().toLowerCase() !== b.trim().toLowerCase();

/** "2", "2nd" and "2nd ed." are one. */
const editionOf = ({ edition }: WorkFields) => /\d+/u.exec(edition ?? '')?.[0] ?? edition;

/** What two records have to do with each other; undefined: nothing, as far as can be told. */
export function compareWorks(a: WorkFields, b: WorkFields): Likeness | undefined {
  return compare(see(a), see(b));
}

function compare(a: Seen, b: Seen): Likeness | undefined {
  if (a.identifiers.some((id) => b.identifiers.includes(id))) return { why: 'identifier', certain: true };
  const arxiv = (seen: Seen) => seen.identifiers.find((id) => id.startsWith('arxiv:'));
  if (a.title === undefined || b.title === undefined || differ(arxiv(a), arxiv(b)) || differ(editionOf(a.fields), editionOf(b.fields))) return undefined;
  const same = a.title.key !== '' && a.title.key === b.title.key;
  const subtitled = !same && isSubtitled(a.title, b.title);
  if (!same && !subtitled && (a.title.telling !== b.title.telling || titleSimilarity(a.title, b.title) < 0.7)) return undefined;
  const people = comparePeople(peopleIn(a), peopleIn(b));
  const likeness = same || subtitled ? judgeTitle(a, b, people, subtitled) : judgeReworded(a, b, people);
  return likeness === undefined ? undefined : { why: 'title', certain: likeness };
}

/** One title, with or without its subtitle. True: the same work; false: perhaps; undefined: no. */
function judgeTitle(a: Seen, b: Seen, people: PeopleMatch, subtitled: boolean): boolean | undefined {
  const words = Math.min(a.title?.words.length ?? 0, b.title?.words.length ?? 0);
  const apart = yearsApart(a.fields, b.fields);
  const posted = isPreprint(a.fields) || isPreprint(b.fields);
  if (apart !== undefined && apart > (posted ? 3 : 1)) return undefined;
  if (people.first === 'unknown') return !subtitled && words >= 4 && (apart ?? 0) <= 1 ? false : undefined;
  const reordered = people.first === 'differ' && people.shared >= 2 && people.overlap >= 0.6;
  if (people.first === 'differ' && !reordered) return people.corporate && !subtitled && words >= 3 && (apart ?? 0) <= 1 ? false : undefined;
  if (people.first === 'maybe' && people.shorter > 1 && people.shared < 2) return undefined;
  if (apart !== undefined && apart > 1) return people.overlap >= 0.5 ? false : undefined;
  if (differ(kindOf(a.fields), kindOf(b.fields)) || publishedApart(a.fields, b.fields) || differ(a.fields.version, b.fields.version)) return false;
  // the same person writes a book and a chapter of one title with others
  if (people.overlap < 0.6) return false;
  if (apart === undefined && words < 5) return false;
  if (people.first === 'maybe' && people.shorter === 1 && words < 5) return false;
  return !subtitled || words >= 2 || people.shared >= 2;
}

/** Another wording by the same people at the same time: a person must tell. */
function judgeReworded(a: Seen, b: Seen, people: PeopleMatch): boolean | undefined {
  const apart = yearsApart(a.fields, b.fields);
  const posted = isPreprint(a.fields) || isPreprint(b.fields);
  if (people.first === 'unknown' || people.first === 'differ' || apart === undefined || apart > (posted ? 2 : 1)) return undefined;
  if (people.overlap < 0.6 || people.shared < Math.min(2, people.shorter)) return undefined;
  return differ(kindOf(a.fields), kindOf(b.fields)) || publishedApart(a.fields, b.fields) ? undefined : false;
}

/** A word in more titles than this says too little to begin with. */
const common = 300;
/** So many of the rarest words of a title are looked up, and so many works compared. */
const looked = { words: 8, works: 60 };

/** Works by what identifies them: built in one pass, linear in the catalogue; each question costs what its title has in common with others. */
export class SimilarIndex<T> {
  readonly #byIdentifier = new Map<string, Entry<T>[]>();
  readonly #byTitle = new Map<string, Entry<T>[]>();
  readonly #byWord = new Map<string, Entry<T>[]>();

  add(work: T, fields: WorkFields): void {
    const record = { work, seen: see(fields) };
    for (const id of record.seen.identifiers) push(this.#byIdentifier, id, record);
    const { title } = record.seen;
    if (title === undefined || title.key === '') return;
    for (const key of new Set([title.key, title.main])) push(this.#byTitle, key, record);
    for (const word of new Set(title.words)) if (word.length > 2) push(this.#byWord, word, record);
  }

  /** The works that a record may be, certain ones first, then in the order in which they were added. */
  find(fields: WorkFields): Same<T>[] {
    const seen = see(fields);
    const candidates = new Set<Entry<T>>();
    for (const id of seen.identifiers) for (const record of this.#byIdentifier.get(id) ?? []) candidates.add(record);
    if (seen.title !== undefined) for (const record of this.#alike(seen.title)) candidates.add(record);
    const found: Same<T>[] = [];
    for (const { work, seen: other } of candidates) {
      const likeness = other === seen ? ({ why: 'title', certain: true } as const) : compare(seen, other);
      if (likeness !== undefined) found.push({ work, ...likeness });
    }
    return found.sort((a, b) => rank(a) - rank(b));
  }

  #alike(title: TitleParts): Entry<T>[] {
    const same = [...new Set([title.key, title.main])].flatMap((key) => this.#byTitle.get(key) ?? []);
    const lists = [...new Set(title.words)].map((word) => this.#byWord.get(word) ?? []).filter((list) => list.length > 0 && list.length <= common);
    lists.sort((a, b) => a.length - b.length);
    const shared = new Map<Entry<T>, number>();
    for (const list of lists.slice(0, looked.words)) for (const record of list) shared.set(record, (shared.get(record) ?? 0) + 1);
    const best = [...shared].filter(([, count]) => count >= 2).sort((a, b) => b[1] - a[1]).slice(0, looked.works).map(([record]) => record);
    return [...same.slice(0, looked.works), ...best];
  }
}

function rank({ why, certain }: Likeness): number {
  return certain ? (why === 'identifier' ? 0 : 1) : 2;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

/** An index of works, in one pass. */
export function similarIndex<T extends { readonly fields: WorkFields }>(works: Iterable<T>): SimilarIndex<T> {
  const index = new SimilarIndex<T>();
  for (const work of works) index.add(work, work.fields);
  return index;
}

/** The works of an index that a record may be the same as. */
export function findSame<T>(index: SimilarIndex<T>, fields: WorkFields): Same<T>[] {
  return index.find(fields);
}
