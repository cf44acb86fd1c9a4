/** The documents in which works are cited by keys. */
import { endingsOf, markups } from './markups.js';
import type { MarkupId } from './types.js';

/** Markups that cite by links, footnotes or references. */
export const keyless: readonly MarkupId[] = ['markdown', 'html', 'text'];

/** VS Code's languages, and the file endings that count where no extension has named the language. */
export function keyedMarkups(): { readonly languages: readonly string[]; readonly endings: readonly string[] } {
  const keyed = Object.values(markups).filter(({ id }) => !keyless.includes(id));
  return { languages: ['markdown', ...keyed.flatMap(({ languages }) => languages)], endings: endingsOf(keyed) };
}
