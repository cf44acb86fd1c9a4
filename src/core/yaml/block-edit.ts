/** Lines put into and taken out of block mappings and block lists. */
import { isMap, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { EditError } from './edit-error.js';
import { afterColon, afterLine, beginsLine, column, dashStart, itemEnd, keyStart, lineEnd, lineStart, pairEnd, startOf, withComment } from './layout.js';
import { isRecord } from './paths.js';
import { keyOrder, printItem, printPair, printPairs, type PrintContext } from './print.js';
import type { Splice } from './splice.js';
import { keyText } from './tree.js';

/** A new field, after the one that the order of fields puts before it. `field`: what the mapping itself stands in. */
export function insertPair(map: YAMLMap, key: string, value: unknown, field: string | undefined, source: string, context: PrintContext): Splice {
  const order = keyOrder(field);
  const rank = (name: string | undefined): number => {
    const at = name === undefined ? -1 : order.indexOf(name);
    return at < 0 ? order.length : at;
  };
  const own = rank(key);
  // after the nearest one that comes before it; never before the first, which shares its line with the dash
  let before = own === order.length ? map.items.length - 1 : 0;
  let best = -1;
  for (const [index, pair] of map.items.entries()) {
    const other = rank(keyText(pair.key));
    if (own === order.length || other > own || other < best) continue;
    best = other;
    before = index;
  }
  const neighbour = map.items[before];
  const first = map.items[0];
  if (!neighbour || !first) throw new EditError('The mapping has no fields to stand beside.');
  const indent = column(source, keyStart(first));
  return lineAfter(withComment(source, pairEnd(neighbour, source)), ' '.repeat(indent) + printPair(key, value, indent, context), source, context.eol);
}

/** A new item before the item `index`, or at the end; `paper`: written as papers are. */
export function insertItem(seq: YAMLSeq, index: number, value: unknown, source: string, context: PrintContext, paper = false): Splice {
  const first = dashStart(seq, 0);
  const indent = column(source, first);
  // the space after the dash as the list has it
  const gap = /^-( +)(?=[^ #\r\n])/.exec(source.slice(first, lineEnd(source, first)))?.[1] ?? ' ';
  const printed = paper && isRecord(value) ? ` ${printPairs(value, indent + 2, undefined, context).join(context.eol).trimStart()}` : printItem(value, indent, { ...context, beside: besideOf(seq, index) });
  const text = `${' '.repeat(indent)}-${printed.includes('\n') ? printed : gap + printed.slice(1)}`;
  if (index > 0) return lineAfter(withComment(source, itemEnd(seq, index - 1, source)), text, source, context.eol);
  if (beginsLine(source, first)) return { start: lineStart(source, first), end: lineStart(source, first), text: text + context.eol };
  return { start: first, end: first, text: text.trimStart() + context.eol + ' '.repeat(indent) };
}

/** How the mapping before the place `index` is written, else the one behind it. */
function besideOf({ items }: YAMLSeq, index: number): PrintContext['beside'] {
  const neighbour = [items[index - 1], items[index]].find(isMap);
  return neighbour && (neighbour.flow === true ? 'flow' : 'block');
}

/** A line after the one that ends at `end`. */
function lineAfter(end: number, text: string, source: string, eol: string): Splice {
  if (end !== lineEnd(source, end)) throw new EditError('Another value follows on the same line; edit it by hand.');
  return { start: end, end, text: eol + text };
}

/** Takes a field away: its lines and the comment at the end of its last one. */
export function removePair(map: YAMLMap, pair: Pair, source: string): Splice {
  const next = map.items[map.items.indexOf(pair) + 1];
  return removeLines(keyStart(pair), pairEnd(pair, source), next && keyStart(next), source);
}

export function removeItem(seq: YAMLSeq, index: number, source: string): Splice {
  return removeLines(dashStart(seq, index), itemEnd(seq, index, source), index + 1 < seq.items.length ? dashStart(seq, index + 1) : undefined, source);
}

function removeLines(start: number, end: number, next: number | undefined, source: string): Splice {
  const until = withComment(source, end);
  if (beginsLine(source, start)) {
    const from = lineStart(source, start);
    const to = afterLine(source, until);
    // the last line of a text without final line end takes the line end before it along
    if (to === source.length && !source.endsWith('\n') && from > 0) return { start: lineEnd(source, lineStart(source, from - 1)), end: to, text: '' };
    return { start: from, end: to, text: '' };
  }
  // it shares its line with a dash: what follows moves up, unless comments stand between
  if (next === undefined || source.slice(until, next).includes('#')) return { start, end: until, text: '' };
  return { start, end: next, text: '' };
}

/**
 * Takes the last part of a block list or mapping away and leaves `[]` or `{}` at the key, comments between them where they are.
 * `after` is the offset after the key's colon or the item's dash.
 */
export function emptyBlock(collection: YAMLMap | YAMLSeq, after: number, source: string, empty: '[]' | '{}', end: number): Splice[] {
  const start = startOf(collection);
  const until = withComment(source, end);
  if (lineStart(source, start) === lineStart(source, after)) return [{ start, end: until, text: empty }];
  const from = beginsLine(source, start) ? lineStart(source, start) : start;
  const to = afterLine(source, until);
  const atEnd = to === source.length && !source.endsWith('\n');
  return [
    { start: after, end: after, text: ` ${empty}` },
    { start: atEnd ? lineEnd(source, lineStart(source, from - 1)) : from, end: to, text: '' },
  ];
}

/** Offset after what introduces a pair's value. */
export function valueStart(pair: Pair): number {
  const at = afterColon(pair);
  if (at === undefined) throw new EditError('The field has no colon; edit it by hand.');
  return at;
}
