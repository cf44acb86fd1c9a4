/** The entries that edits are about. */
import { BibResolver } from './resolve.js';
import type { BibEntry, BibFile } from './syntax.js';

/** An edit that cannot be made; nothing has changed. The message says why. */
export class BibEditError extends Error {
  override readonly name = 'BibEditError';
}

/** The entry of a key: the first that has it, else, as in BibTeX, the first that has it in other case. */
export function entryOf(file: BibFile, key: string): BibEntry {
  const found = file.entries.find((entry) => entry.key === key) ?? file.entries.find((entry) => entry.key.toLowerCase() === key.toLowerCase());
  if (found === undefined || key === '') throw new BibEditError(`The file has no entry with the key ${key}.`);
  return found;
}

/** Whether two entries say the same, whatever their layout. */
export function sameEntry(file: BibFile, entry: BibEntry, otherFile: BibFile, other: BibEntry): boolean {
  return entry.key === other.key && entry.type === other.type && content(file, entry) === content(otherFile, other);
}

function content(file: BibFile, entry: BibEntry): string {
  // names defined by the file stand for their text, months for themselves in both
  const { fields } = new BibResolver({ ...file, entries: [entry] }).resolve(entry);
  return JSON.stringify([...fields].map(([name, value]) => [name, value.replace(/\s+/gu, ' ').trim()]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)));
}
