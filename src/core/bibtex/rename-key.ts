/** A new key for an entry, in the entry and wherever the file refers to it. */
import type { Splice } from '../yaml/splice.js';
import { BibEditError, entryOf } from './edit-entry.js';
import { fileOf, type BibSource } from './edit-layout.js';
import { otherKeys } from './other-keys.js';
import type { BibField } from './syntax.js';

/** Fields that name other entries, one or several between commas. */
const references = new Set('crossref xref xdata related entryset'.split(' '));

/** Renames the entry and follows it in crossref, xref, xdata, related and entryset; one of its other keys (`ids`) there alone. Sorted. */
export function renameKey(source: BibSource, from: string, to: string): Splice[] {
  const file = fileOf(source);
  const alias = file.entries.some(({ key }) => key.toLowerCase() === from.toLowerCase()) ? undefined : file.entries.flatMap((one) => otherKeys(file.text, one)).find(({ key }) => key === from);
  const entry = alias === undefined ? entryOf(file, from) : undefined;
  if ((entry?.key ?? from) === to) return [];
  if (to === '' || /[\s,{}()"'#%~\\=@]/u.test(to)) throw new BibEditError(`“${to}” cannot be a key: keys hold no blanks, commas, braces or quotes.`);
  if (file.entries.some((other) => (other !== entry && other.key.toLowerCase() === to.toLowerCase()) || otherKeys(file.text, other).some(({ key, start }) => start !== alias?.start && key.toLowerCase() === to.toLowerCase()))) throw new BibEditError(`The key ${to} is taken by another entry.`);
  if (entry === undefined) return alias === undefined ? [] : [{ start: alias.start, end: alias.end, text: to }];
  const splices: Splice[] = [{ start: entry.keyStart, end: entry.keyEnd, text: to }];
  for (const { fields } of file.entries) for (const field of fields) if (references.has(field.name)) splices.push(...renamed(file.text, field, entry.key, to));
  return splices.sort((a, b) => a.start - b.start);
}

function renamed(text: string, { pieces }: BibField, from: string, to: string): Splice[] {
  const [piece] = pieces;
  if (piece === undefined || pieces.length > 1 || (piece.kind !== 'braces' && piece.kind !== 'quotes')) return [];
  const value = text.slice(piece.start + 1, piece.closed ? piece.end - 1 : piece.end);
  return [...value.matchAll(/[^\s,]+/gu)].filter(([key]) => key.toLowerCase() === from.toLowerCase()).map((match) => {
    const start = piece.start + 1 + match.index;
    return { start, end: start + match[0].length, text: to };
  });
}
