/** The first list of a large bibliography, while its entries are still being read. */
import type { Entry } from '../bibliography/types.js';
import { fold, foldWords } from '../model/text.js';
import type { Citable } from './citables.js';

/** A bibliography as far as it is known. */
export interface UnreadBibliography {
  readonly text: string;
  /** Looked through from the beginning at each search, as far as need be. */
  readonly entries: Iterable<Pick<Entry, 'key' | 'start' | 'end' | 'paper'>>;
  /** The name by which people know its file. */
  readonly file: string;
}

/**
 * Entries by their keys, then by the words of their text as it stands in the file. An entry is converted only when somebody asks
 * for its paper.
 */
export function findUnread(files: readonly UnreadBibliography[], typed: string, without: readonly string[], limit: number): Citable[] {
  const key = fold(typed.trim());
  const words = foldWords(key).split(' ').filter((word) => word !== '');
  const seen = new Set(without);
  const byKey: Citable[] = [];
  const others: Citable[] = [];
  for (const { text, entries, file } of files) {
    for (const entry of entries) {
      if (entry.key === '' || seen.has(entry.key)) continue;
      const begins = fold(entry.key).startsWith(key);
      if (!begins && (others.length >= limit || !holdsAll(text.slice(entry.start, entry.end).toLowerCase(), words))) continue;
      seen.add(entry.key);
      (begins ? byKey : others).push(unread(entry, file));
      if (byKey.length >= limit) return byKey;
    }
  }
  return [...byKey, ...others].slice(0, limit);
}

function unread(entry: Pick<Entry, 'key' | 'paper'>, file: string): Citable {
  return {
    key: entry.key,
    get paper() {
      return entry.paper;
    },
    file,
    shelf: undefined,
  };
}

function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
