/** Where exactly a paper's record says its citation key. */
import type { TextRange } from '../model/problem.js';
import type { PaperEntry } from '../yaml/papers-file.js';

const field = /(?:^|[\n,{-])[ \t]*(?:id|"id"|'id')[ \t]*:[ \t]*(["']?)/gu;

/** Offsets in the file of the characters of `id`; undefined when it is written in a way that does not show them. */
export function keyPlaceOf({ start, source, fields: { id } }: Pick<PaperEntry, 'start' | 'source' | 'fields'>): TextRange | undefined {
  for (const match of source.matchAll(field)) {
    const from = match.index + match[0].length;
    const behind = source.slice(from + id.length, from + id.length + 2);
    const quote = match[1] ?? '';
    if (source.startsWith(id, from) && (quote === '' ? /^(?:\s|$|[,}])/u.test(behind) : behind.startsWith(quote))) return { start: start + from, end: start + from + id.length };
  }
  return undefined;
}
