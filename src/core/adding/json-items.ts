/** CSL items in a text that may hold other things besides: one item or a list of them, found where a line begins with a bracket. */
import { object } from '../metadata/json.js';
import type { TextRange } from '../model/problem.js';

export interface JsonItem extends TextRange {
  /** The parsed object; undefined when it is no JSON. */
  readonly value: Readonly<Record<string, unknown>> | undefined;
}

export interface JsonRegion extends TextRange {
  readonly items: readonly JsonItem[];
}

/** Deeper than any item; nesting beyond it is no CSL. */
const deepest = 30;
/** Characters that may be looked at, by length of the text: then openings that never close cannot cost more than that. */
const budget = 4;

/** All regions, in order. Linear; never throws. */
export function findJson(text: string): JsonRegion[] {
  const regions: JsonRegion[] = [];
  let left = budget * text.length + 1000;
  const opening = /^[ \t\ufeff]*(?:\{(?=\s*")|\[(?=\s*\{))/gmu;
  for (let match = opening.exec(text); match !== null && left > 0; match = opening.exec(text)) {
    const start = match.index + match[0].length - 1;
    const { end, objects, looked } = scan(text, start, left);
    left -= looked;
    if (end === undefined) continue;
    const items = objects.map((place) => ({ ...place, value: parse(text.slice(place.start, place.end)) }));
    if (items.every(({ value }) => value === undefined)) continue;
    regions.push({ start, end, items });
    opening.lastIndex = end;
  }
  return regions;
}

/** From a bracket to the one that closes it, and the objects in it that stand for items. */
function scan(text: string, start: number, most: number): { end: number | undefined; objects: TextRange[]; looked: number } {
  const objects: TextRange[] = [];
  const list = text.charAt(start) === '[';
  const itemDepth = list ? 2 : 1;
  let depth = 0;
  let from = start;
  const stop = Math.min(text.length, start + most);
  for (let at = start; at < stop; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      at = stringEnd(text, at, stop);
    } else if (code === 123 || code === 91) {
      depth += 1;
      if (depth > deepest) return { end: undefined, objects, looked: at - start };
      if (depth === itemDepth && code === 123) from = at;
    } else if (code === 125 || code === 93) {
      if (depth === itemDepth && code === 125) objects.push({ start: from, end: at + 1 });
      depth -= 1;
      if (depth === 0) return { end: at + 1, objects, looked: at - start };
    }
  }
  return { end: undefined, objects, looked: stop - start };
}

/** The offset of the closing quote; a text has no line breaks and so ends with its line at the latest. */
function stringEnd(text: string, open: number, stop: number): number {
  for (let at = open + 1; at < stop; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 92) at += 1;
    else if (code === 34 || code === 10) return at;
  }
  return stop;
}

function parse(source: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return object(JSON.parse(source));
  } catch {
    return undefined;
  }
}
