/** A new key in the citations of a text. */
import { applySplices, type Splice } from '../yaml/splice.js';
import { citationsIn } from './citing-files.js';
import type { CitedKey, Markup } from './types.js';

/**
 * The splices that put `to` in the place of each citation of one of the keys; undefined when the markup cannot cite `to` there.
 * What was written is read back before it is given: a key that merges with the text around it is none.
 */
export function renameCitations(text: string, markup: Markup, from: (key: string) => boolean, to: string): Splice[] | undefined {
  if (!markup.isLegalKey(to)) return undefined;
  const before = keysIn(text, markup, from);
  const places = before.filter(({ key }) => from(key));
  const plain = places.map(({ start, end }) => ({ start, end, text: to }));
  const lost = notFound(text, markup, before.length, plain, to);
  if (lost.size === 0) return plain;
  const braced = places.map(({ start, end }, at) => ({ start, end, text: lost.has(at) && text.charAt(start - 1) === '@' ? `{${to}}` : to }));
  return notFound(text, markup, before.length, braced, to).size === 0 ? braced : undefined;
}

/** Which of the splices, once made, leave no citation of `to` at their place; all of them when other citations came or went. */
function notFound(text: string, markup: Markup, count: number, splices: readonly Splice[], to: string): ReadonlySet<number> {
  const after = keysIn(applySplices(text, splices), markup, (key) => key === to);
  const starts = new Set(after.filter(({ key }) => key === to).map(({ start }) => start));
  const lost = new Set<number>();
  let shift = 0;
  for (const [at, splice] of splices.entries()) {
    if (!starts.has(splice.start + shift + splice.text.indexOf(to))) lost.add(at);
    shift += splice.text.length - (splice.end - splice.start);
  }
  return lost.size === 0 && after.length !== count ? new Set(splices.keys()) : lost;
}

function keysIn(text: string, markup: Markup, isKey: (key: string) => boolean): CitedKey[] {
  return citationsIn(text, markup, { isKey }).flatMap(({ keys }) => keys).sort((a, b) => a.start - b.start);
}
