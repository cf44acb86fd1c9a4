/** The works that a catalogue has, as lists name them: often without people, without a subtitle, or by another page of the same work. */
import { yearOf } from '../model/dates.js';
import { contradict } from '../model/identity.js';
import type { PaperFields } from '../model/schema.js';
import { comparePeople, peopleOf } from '../model/similar-people.js';
import { titleParts } from '../model/similar-title.js';
import { SimilarIndex } from '../model/similar.js';
import { foldWords } from '../model/text.js';

/** What may be the same work, beside what certainly is. */
export interface Found {
  /** Key of the work that is certainly the same. */
  readonly same: string | undefined;
  /** Key of the work that is the same under a longer or shorter title, unless something names both as two. */
  readonly renamed: string | undefined;
  /** Keys of works that a person has to compare; none when one is certain. */
  readonly perhaps: readonly string[];
}

interface Known {
  readonly fields: PaperFields;
  readonly parts: readonly string[];
}

/** Titles in parts, split where a subtitle begins, as they are compared. */
function partsOf(title: string | undefined): string[] {
  return (title ?? '').split(/\s*:\s+|\s+[–—]\s+/u).map(foldWords).filter((part) => part !== '');
}

/** Works by what makes them the same; and, as lists often name no people, by title where one of two has no authors. */
export class KnownWorks {
  readonly #similar = new SimilarIndex<PaperFields>();
  readonly #byTitle = new Map<string, PaperFields[]>();
  /** By the last part of the title, and by its name, the part before the first colon. */
  readonly #byPart = new Map<string, Known[]>();

  add(fields: PaperFields): void {
    this.#similar.add(fields, fields);
    const title = foldWords(fields.title ?? '');
    if (title !== '') this.#byTitle.set(title, [...(this.#byTitle.get(title) ?? []), fields]);
    const known = { fields, parts: partsOf(fields.title) };
    for (const part of new Set([known.parts.at(-1), nameIn(known.parts)])) if (part !== undefined) this.#byPart.set(part, [...(this.#byPart.get(part) ?? []), known]);
  }

  find(fields: Partial<PaperFields>): Found {
    const alike = this.#similar.find(fields);
    const certain = alike.find((one) => one.certain)?.work ?? this.#byName(fields);
    if (certain !== undefined) return { same: certain.id, renamed: undefined, perhaps: [] };
    const renamed = (alike.map(({ work }) => work).find((work) => isLonger(work, fields)) ?? this.#byParts(fields))?.id;
    return { same: undefined, renamed, perhaps: [...new Set([...(renamed === undefined ? [] : [renamed]), ...alike.map(({ work }) => work.id), ...this.#byNameAlone(fields)])] };
  }

  #byName(fields: Partial<PaperFields>): PaperFields | undefined {
    return this.#byTitle.get(foldWords(fields.title ?? ''))?.find((work) => (isNameless(work) || isNameless(fields)) && !against(work, fields));
  }

  /** "Name: Title" and "Title", "Name: Long Form: Title" and "Name: Title". */
  #byParts(fields: Partial<PaperFields>): PaperFields | undefined {
    const parts = partsOf(fields.title);
    const last = parts.at(-1);
    if (last === undefined) return undefined;
    return this.#byPart.get(last)?.find((known) => known.parts.at(-1) === last && (isNameless(known.fields) || isNameless(fields)) && !against(known.fields, fields) && yearsApart(known.fields, fields) <= 1 && sameParts(known.parts, parts))?.fields;
  }

  /** Works of one name and year, one of which comes without people: "Alpaca: …" and "Stanford Alpaca: …". */
  #byNameAlone(fields: Partial<PaperFields>): string[] {
    const parts = partsOf(fields.title);
    const name = nameIn(parts);
    if (name === undefined) return [];
    return (this.#byPart.get(name) ?? []).filter((known) => nameIn(known.parts) === name && isWithin(known.parts[0] ?? '', parts[0] ?? '') && (isNameless(known.fields) || isNameless(fields)) && !against(known.fields, fields) && yearsApart(known.fields, fields) === 0 && sharedWords(known.fields, fields) >= 3).map((known) => known.fields.id);
  }
}

/** Whether an identifier speaks against one work. */
function against(a: PaperFields, b: Partial<PaperFields>): boolean {
  return contradict(a, { id: '', ...b }) || (a.openreview !== undefined && b.openreview !== undefined && a.openreview !== b.openreview);
}

const isNameless = ({ authors = [] }: Partial<PaperFields>) => authors.length === 0;

/** The last word of what stands before the first colon. */
function nameIn(parts: readonly string[]): string | undefined {
  const name = parts.length > 1 ? parts[0]?.split(' ').at(-1) : undefined;
  return name !== undefined && name.length > 3 ? name : undefined;
}

/** Whether the words of one name are all in the other: "Alpaca" in "Stanford Alpaca". */
function isWithin(a: string, b: string): boolean {
  return ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);
}

function yearsApart(a: Partial<PaperFields>, b: Partial<PaperFields>): number {
  const [one, other] = [yearOf(a.issued), yearOf(b.issued)];
  return one === undefined || other === undefined ? Infinity : Math.abs(one - other);
}

const short = new Set('a an the of and or for in on to with by from via using is are at as'.split(' '));

function sharedWords(a: Partial<PaperFields>, b: Partial<PaperFields>): number {
  const words = new Set(foldWords(a.title ?? '').split(' ').filter((word) => !short.has(word)));
  return new Set(foldWords(b.title ?? '').split(' ').filter((word) => words.has(word))).size;
}

/**
 * Whether one title is the other without a part that is not the last. A name alone may be missing before a title that says a great deal
 * by itself; under one name less is enough. What comes last tells works apart ("A Survey"), so that it must be there twice.
 */
function sameParts(a: readonly string[], b: readonly string[]): boolean {
  const [long, few] = a.length > b.length ? [a, b] : [b, a];
  if (long.length === few.length || !few.every((part) => long.includes(part))) return false;
  const dropped = long.filter((part) => !few.includes(part));
  if (dropped.some((part) => titleParts(part).telling !== '')) return false;
  const words = few.at(-1)?.split(' ').length ?? 0;
  return few.length > 1 ? words >= 4 && few[0] === long[0] : words >= 8 && dropped.every((part) => part.split(' ').length <= 3);
}

/** The same people, four at least, at the same time, one of two titles the beginning of the other: a preprint and what became of it. */
function isLonger(work: PaperFields, fields: Partial<PaperFields>): boolean {
  const [a, b] = [foldWords(work.title ?? ''), foldWords(fields.title ?? '')];
  const [long, few] = a.length > b.length ? [a, b] : [b, a];
  if (few.split(' ').length < 5 || !`${long} `.startsWith(`${few} `) || titleParts(long).telling !== titleParts(few).telling) return false;
  if (yearsApart(work, fields) !== 0 || against(work, fields)) return false;
  // "…: Extended Version" of the same year would be published as well
  if ((work.venue === undefined) === (fields.venue === undefined)) return false;
  const people = comparePeople(peopleOf(work.authors), peopleOf(fields.authors));
  return people.first === 'same' && people.shared >= 4 && people.shared === people.shorter && work.authors?.length === fields.authors?.length;
}
