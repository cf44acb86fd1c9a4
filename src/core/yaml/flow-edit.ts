/** Parts put into and taken out of […] and {…}. */
import { isMap, type YAMLMap, type YAMLSeq } from 'yaml';
import { afterLine, beginsLine, endOf, itemStart, keyStart, lineEnd, lineStart, pairEnd, startOf } from './layout.js';
import type { Splice } from './splice.js';

interface Part {
  readonly start: number;
  readonly end: number;
}

function partsOf(collection: YAMLMap | YAMLSeq, source: string): Part[] {
  if (isMap(collection)) return collection.items.map((pair) => ({ start: keyStart(pair), end: pairEnd(pair, source) }));
  return collection.items.map((item, index) => ({ start: itemStart(collection, index), end: endOf(item, source) }));
}

/** Puts printed text before the part `index`, or at the end. */
export function insertFlow(collection: YAMLMap | YAMLSeq, index: number, text: string, source: string, eol: string): Splice[] {
  const parts = partsOf(collection, source);
  const part = parts[index];
  const last = parts.at(-1);
  if (!last) {
    const open = startOf(collection) + 1;
    const close = (collection.range?.[1] ?? open + 1) - 1;
    // nothing but spaces inside goes; a comment stays
    const end = source.slice(open, close).trim() === '' ? close : open;
    return [{ start: open, end, text }];
  }
  if (part) {
    const between = beginsLine(source, part.start) ? eol + source.slice(lineStart(source, part.start), part.start) : ' ';
    return [{ start: part.start, end: part.start, text: `${text},${between}` }];
  }
  if (!beginsLine(source, last.start)) return [{ start: last.end, end: last.end, text: `, ${text}` }];
  const margin = source.slice(lineStart(source, last.start), last.start);
  const rest = source.slice(last.end, lineEnd(source, last.end));
  if (!/^\s*,?\s*(?:#.*)?$/.test(rest)) return [{ start: last.end, end: last.end, text: `,${eol}${margin}${text}` }];
  const comma = /^\s*,/.test(rest);
  const line = lineEnd(source, last.end);
  return comma ? [{ start: line, end: line, text: `${eol}${margin}${text},` }] : [{ start: last.end, end: last.end, text: ',' }, { start: line, end: line, text: eol + margin + text }];
}

/** Takes the part `index` out, with its comma. */
export function removeFlow(collection: YAMLMap | YAMLSeq, index: number, source: string): Splice[] {
  const parts = partsOf(collection, source);
  const part = parts[index];
  if (!part) return [];
  const rest = source.slice(part.end, lineEnd(source, part.end));
  if (beginsLine(source, part.start) && /^\s*,?\s*(?:#.*)?$/.test(rest)) return [{ start: lineStart(source, part.start), end: afterLine(source, part.end), text: '' }];
  const next = parts[index + 1];
  if (next) {
    // a comment after the comma stays; it need not be about this part
    const comma = /^\s*,[ \t]?/.exec(source.slice(part.end, next.start))?.[0] ?? '';
    const kept = source.slice(part.end, next.start).includes('#');
    return [{ start: part.start, end: kept ? part.end + comma.length : next.start, text: '' }];
  }
  const before = parts[index - 1];
  if (before) return [{ start: source.slice(before.end, part.start).includes('#') ? part.start : before.end, end: part.end, text: '' }];
  const open = startOf(collection) + 1;
  const close = (collection.range?.[1] ?? open + 1) - 1;
  return [{ start: open, end: source.slice(part.end, close).includes('#') ? part.end : close, text: '' }];
}
