/** A paper and its entry in a .bib file: found under whatever key, or added. */
import { WorkIndex } from '../bibliography/work-index.js';
import { citationKey } from '../model/citation-key.js';
import type { Paper } from '../model/paper.js';
import type { Splice } from '../yaml/splice.js';
import { addEntry, type AddOptions } from './edit.js';
import { otherKeys } from './other-keys.js';
import { readBibtex, type ReadBibtex, type ReadWork } from './read.js';
import { detectDialect, detectStyle, detectUnicode } from './style.js';
import type { BibFile } from './syntax.js';
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
  const index = new WorkIndex<ReadWork>();
  for (const work of works) index.add({ work, key: work.record.key, fields: work.fields });
  return index.find(paper);
}

/**
 * The key under which the file has the paper, and what must be added for it to have one. A new entry takes the dialect and the look of
 * the file unless the options say otherwise, and another key when the wanted one is another work's.
 */
export function ensureEntry(source: string | ReadBibtex, paper: Paper, options: EnsureOptions = {}): Ensured {
  const { file, works } = typeof source === 'string' ? readBibtex(source) : source;
  const found = findWork(works, paper);
  return found === undefined ? addPaper(file, paper, options) : { key: found.record.key, splices: [] };
}

/** An entry for a paper of which it is known that the file has none. */
export function addPaper(file: BibFile, paper: Paper, options: EnsureOptions = {}): Ensured {
  const keys = new Set<string>();
  for (const entry of file.entries) for (const { key } of [entry, ...otherKeys(file.text, entry)]) keys.add(key.toLowerCase());
  const taken = (key: string) => keys.has(entryKey(key).toLowerCase());
  const wanted = options.key ?? paper.id;
  const key = entryKey(taken(wanted) ? citationKey(paper.fields, taken) : wanted);
  const entry = toBibtex(paper, {
    ...options, key, dialect: options.dialect ?? detectDialect(file), unicode: options.unicode ?? detectUnicode(file), style: options.style ?? detectStyle(file),
  });
  return { key, splices: addEntry(file, entry, options) };
}
