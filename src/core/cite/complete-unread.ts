/** The first list of a large bibliography, while its entries are still being read. */
import type { Bibliography } from '../bibliography/types.js';
import { fold, foldWords } from '../model/text.js';
import type { Citable } from './citables.js';

/** A bibliography, with the name by which people know its file. */
export interface NamedBibliography {
  readonly bibliography: Bibliography;
  readonly file: string;
}

/**
 * Entries by their keys, then by the words of their text as it stands in the file. An entry is converted only when somebody asks
 * for its paper.
 */
export function findUnread(files: readonly NamedBibliography[], typed: string, without: readonly string[], limit: number): Citable[] {
  const text = fold(typed.trim());
  const words = foldWords(text).split(' ').filter((word) => word !== '');
  const seen = new Set(without);
  const byKey: Citable[] = [];
  const others: Citable[] = [];
  for (const { bibliography, file } of files) {
    const lower = bibliography.text.toLowerCase();
    // few letters change their length; then offsets do not carry over
    const textOf = lower.length === bibliography.text.length ? (start: number, end: number) => lower.slice(start, end) : (start: number, end: number) => bibliography.text.slice(start, end).toLowerCase();
    for (const entry of bibliography.entries) {
      if (entry.key === '' || seen.has(entry.key)) continue;
      const begins = fold(entry.key).startsWith(text);
      if (!begins && (others.length >= limit || !holdsAll(textOf(entry.start, entry.end), words))) continue;
      seen.add(entry.key);
      (begins ? byKey : others).push({
        key: entry.key,
        get paper() {
          return entry.paper;
        },
        file,
        shelf: undefined,
      });
      if (byKey.length >= limit) return byKey;
    }
  }
  return [...byKey, ...others].slice(0, limit);
}

function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
