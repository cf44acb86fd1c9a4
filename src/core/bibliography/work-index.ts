/** Works by what identifies them: one pass over a bibliography, then each question at once. */
import { yearOf } from '../model/dates.js';
import { contradict, identifiers, sameWork, titleIdentity } from '../model/identity.js';
import type { Paper } from '../model/paper.js';
import { shortName, toPerson } from '../model/person.js';
import type { PaperFields } from '../model/schema.js';
import { fold, foldWords } from '../model/text.js';
import { mathSpans } from '../bibtex/math.js';
import { texToText } from '../bibtex/tex-decode.js';
import { entryKey } from '../bibtex/write.js';

/** A work of a bibliography, whatever holds it. */
export interface Indexed<T> {
  readonly work: T;
  /** By which it is cited; empty when there is none. */
  readonly key: string;
  readonly otherKeys?: readonly string[];
  readonly fields: PaperFields;
}

/** As it is kept, with its place among the others. */
interface Placed<T> extends Indexed<T> {
  readonly nth: number;
}
/** Almost always there is one: a list of its own for each would be most of the index. */
type Several<T> = Placed<T> | Placed<T>[];

/** Works of one title and first author that are compared by their years; more are a fault of the file. */
const mostEqualTitles = 50;

/** Works are added in the order of the file. Those that cannot be cited, because they have no key or that of an earlier one, do not count. */
export class WorkIndex<T> {
  readonly #byKey = new Map<string, Several<T>>();
  readonly #byIdentifier = new Map<string, Several<T>>();
  readonly #byTitle = new Map<string, Several<T>>();
  readonly #keys = new Set<string>();

  add({ work, key: written, otherKeys = none, fields }: Indexed<T>): void {
    const key = written.toLowerCase();
    if (key === '' || this.#keys.has(key)) return;
    this.#keys.add(key);
    const one: Placed<T> = { work, key: written, otherKeys, fields: comparable(fields), nth: this.#keys.size };
    for (const known of new Set([key, ...otherKeys.map((other) => other.toLowerCase())])) push(this.#byKey, known, one);
    for (const id of identifiers(one.fields)) push(this.#byIdentifier, id, one);
    const title = titleIdentity(one.fields);
    if (title !== undefined) push(this.#byTitle, title, one);
  }

  /**
   * The same work: by an identifier (of several, the one that has the paper's key), else by the paper's key or alias with a title that
   * agrees, else by title, first author and year.
   */
  find(paper: Pick<Paper, 'id' | 'aliases' | 'fields'>): T | undefined {
    const fields = comparable(paper.fields);
    const keys = new Set([paper.id, ...paper.aliases].map((key) => entryKey(key).toLowerCase()));
    const byKey = this.#first([...keys].flatMap((key) => all(this.#byKey.get(key))), ({ fields: other }) => agrees(other, fields));
    const mine = (one: Indexed<T>) => keys.has(one.key.toLowerCase()) || (one.otherKeys ?? []).some((key) => keys.has(key.toLowerCase()));
    const byIdentifier = identifiers(fields).flatMap((id) => all(this.#byIdentifier.get(id)));
    const found = this.#first(byIdentifier, mine) ?? this.#first(byIdentifier) ?? byKey ?? this.#sameTitle(fields);
    return found?.work;
  }

  /** An earlier work that a record is the same as, for finding what stands in a file twice. */
  same(record: PaperFields): T | undefined {
    const fields = comparable(record);
    return (this.#first(identifiers(fields).flatMap((id) => all(this.#byIdentifier.get(id)))) ?? this.#sameTitle(fields))?.work;
  }

  #sameTitle(fields: PaperFields): Indexed<T> | undefined {
    const title = titleIdentity(fields);
    return title === undefined ? undefined : all(this.#byTitle.get(title)).slice(0, mostEqualTitles).find((other) => sameWork(other.fields, fields));
  }

  /** The one that stands first in the file. */
  #first(found: readonly Placed<T>[], fits: (one: Placed<T>) => boolean = () => true): Placed<T> | undefined {
    let first: Placed<T> | undefined;
    for (const one of found) if (fits(one) && (first === undefined || one.nth < first.nth)) first = one;
    return first;
  }
}

/** A .bib file keeps formulas, and they are read as their text where that loses nothing: to compare, both sides read them so. */
function comparable(fields: PaperFields): PaperFields {
  const { title } = fields;
  const spans = title === undefined ? [] : mathSpans(title);
  if (title === undefined || spans.length === 0) return fields;
  let [read, at] = ['', 0];
  for (const { start, end } of spans) {
    read += title.slice(at, start) + texToText(title.slice(start, end));
    at = end;
  }
  return { ...fields, title: read + title.slice(at) };
}

const none: readonly never[] = [];

function push<T>(map: Map<string, Several<T>>, key: string, value: Placed<T>): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, value);
  else if (Array.isArray(known)) known.push(value);
  else map.set(key, [known, value]);
}

function all<T>(several: Several<T> | undefined): readonly Placed<T>[] {
  return several === undefined ? none : Array.isArray(several) ? several : [several];
}

/** Whether two records of one key may be the same work: one title is the other's beginning, or is missing and author and year agree. */
function agrees(a: PaperFields, b: PaperFields): boolean {
  if (contradict(a, b)) return false;
  const [one, other] = [foldWords(a.title ?? ''), foldWords(b.title ?? '')];
  if (one !== '' && other !== '') return one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);
  const author = ({ authors }: PaperFields) => (authors?.[0] === undefined ? undefined : fold(shortName(toPerson(authors[0]))));
  const [years, otherYears] = [yearOf(a.submitted ?? a.issued), yearOf(b.submitted ?? b.issued)];
  return author(a) !== undefined && author(a) === author(b) && years !== undefined && otherYears !== undefined && Math.abs(years - otherYears) <= 1;
}
