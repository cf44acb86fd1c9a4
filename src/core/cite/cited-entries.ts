/** Which entries of a bibliography nobody cites. */
import type { Bibliography, Entry } from '../bibliography/types.js';

/** Fields by which one entry lends from or names another; what is named so is used. */
const reference = /\b(?:crossref|xref|xdata|related|entryset)\s{0,20}=\s{0,20}[{"]([^{}"]{1,2000})[}"]/giu;

/**
 * Entries that are not cited, in the order of the file. Entries that others refer to, and those without a key, are left out.
 * @param isCited by any of an entry's keys, exactly
 */
export function uncitedEntries(bibliography: Bibliography, cited: ReadonlySet<string>): Entry[] {
  const anyCase = bibliography.format === 'bibtex';
  const fold = (key: string) => (anyCase ? key.toLowerCase() : key);
  const used = new Set([...cited].map(fold));
  if (anyCase) for (const [, keys = ''] of bibliography.text.matchAll(reference)) for (const key of keys.split(',')) used.add(fold(key.trim()));
  return bibliography.entries.filter(({ key, otherKeys }) => key !== '' && !used.has(fold(key)) && !otherKeys.some((other) => used.has(fold(other.key))));
}
