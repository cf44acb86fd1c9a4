/** biblatex's `ids`: other keys by which an entry is cited. */
import type { TextRange } from '../model/problem.js';
import type { BibEntry } from './syntax.js';

/** A key as it stands in a text: exactly its characters. */
interface KeyAt extends TextRange {
  readonly key: string;
}

const none: readonly KeyAt[] = [];

/** The keys of the field, where they stand. None when the value is put together of pieces: then no place in the text is the key's. */
export function otherKeys(text: string, entry: BibEntry): readonly KeyAt[] {
  const pieces = entry.field('ids')?.pieces;
  const [piece] = pieces ?? [];
  if (piece === undefined || pieces?.length !== 1 || (piece.kind !== 'braces' && piece.kind !== 'quotes')) return none;
  const value = text.slice(piece.start + 1, piece.closed ? piece.end - 1 : piece.end);
  return [...value.matchAll(/[^\s,{}]+/gu)].map((match) => {
    const start = piece.start + 1 + match.index;
    return { key: match[0], start, end: start + match[0].length };
  });
}
