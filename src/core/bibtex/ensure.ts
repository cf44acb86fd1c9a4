/** A paper and its entry in a .bib file: found under whatever key, or added. */
import { citationKey } from '../model/citation-key.js';
import { yearOf } from '../model/dates.js';
import { contradict, identifiers, sameWork, titleIdentity } from '../model/identity.js';
import type { Paper } from '../model/paper.js';
import { shortName, toPerson } from '../model/person.js';
import type { PaperFields } from '../model/schema.js';
import { fold, foldWords } from '../model/text.js';
import type { Splice } from '../yaml/splice.js';
import { addEntry, type AddOptions } from './edit.js';
import { readBibtex, type ReadBibtex, type ReadWork } from './read.js';
import { detectDialect, detectStyle, detectUnicode } from './style.js';
import { entryKey, toBibtex, type BibtexOptions } from './write.js';

export interface EnsureOptions extends BibtexOptions, AddOptions {}

export interface Ensured {
  /** The key by which the paper is cited from now on. */
  readonly key: string;
  /** Empty when the work is in the file already. */
  readonly splices: readonly Splice[];
}

/**
 * The entry that is the same work: by an identifier, else by the paper's key or alias with a title that agrees, else by title, first
 * author and year. Entries without a key, and those whose key leads to an earlier entry, cannot be cited and are passed over.
 */
export function findWork(works: readonly ReadWork[], paper: Pick<Paper, 'id' | 'aliases' | 'fields'>): ReadWork | undefined {
  const { fields } = paper;
  const ids = new Set(identifiers(fields));
  const title = titleIdentity(fields);
  const keys = new Set([paper.id, ...paper.aliases].map((key) => entryKey(key).toLowerCase()));
  const seen = new Set<string>();
  let byKey: ReadWork | undefined;
  let byTitle: ReadWork | undefined;
  let byId: ReadWork | undefined;
  for (const work of works) {
    const key = work.record.key.toLowerCase();
    if (key === '' || seen.has(key)) continue;
    seen.add(key);
    const mine = keys.has(key);
    if (ids.size > 0 && identifiers(work.fields).some((id) => ids.has(id))) {
      if (mine) return work;
      byId ??= work;
    } else if (mine && agrees(work.fields, fields)) byKey ??= work;
    else if (title !== undefined && titleIdentity(work.fields) === title && sameWork(work.fields, fields)) byTitle ??= work;
  }
  return byId ?? byKey ?? byTitle;
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

/**
 * The key under which the file has the paper, and what must be added for it to have one. A new entry takes the dialect and the look of
 * the file unless the options say otherwise, and another key when the wanted one is another work's.
 */
export function ensureEntry(source: string | ReadBibtex, paper: Paper, options: EnsureOptions = {}): Ensured {
  const { file, works } = typeof source === 'string' ? readBibtex(source) : source;
  const found = findWork(works, paper);
  if (found !== undefined) return { key: found.record.key, splices: [] };
  const keys = new Set(file.entries.map((entry) => entry.key.toLowerCase()));
  const taken = (key: string) => keys.has(entryKey(key).toLowerCase());
  const wanted = options.key ?? paper.id;
  const key = entryKey(taken(wanted) ? citationKey(paper.fields, taken) : wanted);
  const entry = toBibtex(paper, {
    ...options, key, dialect: options.dialect ?? detectDialect(file), unicode: options.unicode ?? detectUnicode(file), style: options.style ?? detectStyle(file),
  });
  return { key, splices: addEntry(file, entry, options) };
}
