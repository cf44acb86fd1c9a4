/** What a catalogue file says, as the values that reading gives: the measure of whether an edit did what it should. */
import { isMap, isScalar } from 'yaml';
import { isRecord } from './paths.js';
import { findPair, itemsOf, toValue, type Tree } from './tree.js';

/** A papers file (or one block of it), or catalog.yaml. */
export type FileKind = 'papers' | 'config';

/** Fields of a paper in which numbers are kept as they are written: dates and numerals. */
const asWritten = ['issued', 'submitted', 'added', 'volume', 'issue', 'page', 'edition', 'version', 'isbn'] as const;

/** The values of a tree; an empty file is an empty list or mapping. */
export function writtenValue({ doc }: Tree, kind: FileKind): unknown {
  const root: unknown = doc.contents;
  const value = toValue(root);
  if (kind === 'config') return value ?? {};
  if (!Array.isArray(value)) return value ?? [];
  const items = itemsOf(root);
  return value.map((paper: unknown, index) => {
    const map = items[index];
    if (!isRecord(paper) || !isMap(map)) return paper;
    const copy = { ...paper };
    for (const field of asWritten) {
      const scalar = findPair(map, field)?.value;
      if (typeof copy[field] === 'number' && isScalar(scalar) && scalar.source !== undefined) copy[field] = scalar.source;
    }
    return copy;
  });
}

/** A value as {@link writtenValue} would give it after it was written. */
export function asRead(value: unknown, kind: FileKind): unknown {
  if (kind === 'config' || !Array.isArray(value)) return value;
  return value.map((paper: unknown) => {
    if (!isRecord(paper)) return paper;
    const copy = { ...paper };
    for (const field of asWritten) if (typeof copy[field] === 'number') copy[field] = String(copy[field]);
    return copy;
  });
}
