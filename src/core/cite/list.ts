/** Lists of keys inside a citation: a key joins in the style of the others, and leaves without a trace. Comments stay with their keys. */
import type { Splice } from '../yaml/splice.js';
import { skipBlanks, trimBlanks } from './mask.js';
import type { CitedKey, Span } from './types.js';

/** A text and its mask, in which comments are blank. */
export interface Texts {
  readonly text: string;
  readonly masked: string;
}

export interface ListStyle {
  /** One character, or nothing where keys merely follow one another. */
  readonly separator: string;
  /** What is written behind the separator when the list does not show it. */
  readonly gap: string;
}

/**
 * Adds items to a list: into the empty slot at the caret (`{a, |}`), behind a separator that waits for a key, else at the end.
 * @param items what the list holds, in order
 */
export function joinList(texts: Texts, list: Span, items: readonly CitedKey[], written: readonly string[], style: ListStyle, offset: number): Splice[] {
  const { text, masked } = texts;
  const between = betweenOf(texts, items, style);
  const added = written.join(between);
  const slot = emptySlot(texts, list, style.separator, offset);
  if (slot !== undefined) return [{ start: slot, end: slot, text: added }];
  const end = trimBlanks(masked, list.start, list.end);
  if (end === list.start) return [{ start: end, end, text: added }];
  if (style.separator !== '' && masked.charAt(end - 1) === style.separator) {
    const space = /[ \t]*/uy;
    space.lastIndex = end;
    const at = Math.min(end + (space.exec(text)?.[0].length ?? 0), list.end);
    return [{ start: at, end: at, text: at === end ? between.slice(between.indexOf(style.separator) + 1) + added : added }];
  }
  const comment = commentEnd(texts, end, list.end);
  if (comment === undefined || !between.includes('\n') || between.trim() !== style.separator) return [{ start: end, end, text: between + added }];
  // One key a line with a remark behind it: the remark stays on its line.
  const split = between.indexOf(style.separator) + style.separator.length;
  return [{ start: end, end, text: between.slice(0, split) }, { start: comment, end: comment, text: between.slice(split) + added }];
}

/** Takes items out of a list that keeps at least one. */
export function leaveList(texts: Texts, items: readonly CitedKey[], gone: (item: CitedKey) => boolean, separator: string): Splice[] {
  const splices: Splice[] = [];
  let tail = items.length;
  while (tail > 0 && gone(items[tail - 1] as CitedKey)) tail -= 1;
  items.forEach((item, index) => {
    if (!gone(item)) return;
    const previous = items[index - 1];
    const next = items[index + 1];
    if (index >= tail && previous) splices.push(...cutWithGapBefore(texts, previous, item, separator));
    else if (next) splices.push(...cutWithGapBehind(texts, item, next, separator));
  });
  return splices;
}

function cutWithGapBefore({ text, masked }: Texts, previous: CitedKey, item: CitedKey, separator: string): Splice[] {
  const remark = lastRemark({ text, masked }, previous.to, item.from);
  if (remark === undefined) return [{ start: previous.to, end: item.to, text: '' }];
  const comma = masked.indexOf(separator, previous.to);
  // Without a line end behind it the remark would swallow what follows.
  const closesLine = /[ \t]*(?:[\r\n]|$)/uy;
  closesLine.lastIndex = item.to;
  const start = closesLine.test(text) ? remark : item.from;
  return [{ start: comma, end: comma + separator.length, text: '' }, { start, end: item.to, text: '' }];
}

function cutWithGapBehind({ text, masked }: Texts, item: CitedKey, next: CitedKey, separator: string): Splice[] {
  const remark = lastRemark({ text, masked }, item.to, next.from);
  if (remark === undefined) return [{ start: item.from, end: next.from, text: '' }];
  const comma = masked.indexOf(separator, item.to);
  return [{ start: item.from, end: item.to, text: '' }, { start: comma, end: comma + separator.length + (/^[ \t]*/u.exec(text.slice(comma + separator.length, remark))?.[0].length ?? 0), text: '' }];
}

/** The end of the last comment in a gap. */
function lastRemark({ text, masked }: Texts, from: number, to: number): number | undefined {
  if (hidesLineEnd.test(text.slice(from, to))) return undefined;
  let at = to;
  while (at > from && text[at - 1] === masked[at - 1]) at -= 1;
  return at > from ? at : undefined;
}

/** The end of the comment that begins on the line behind an offset. */
function commentEnd({ text, masked }: Texts, from: number, to: number): number | undefined {
  let at = from;
  while (at < to && (text[at] === ' ' || text[at] === '\t')) at += 1;
  if (at >= to || text[at] === masked[at]) return undefined;
  while (at < to && text[at] !== masked[at]) at += 1;
  return at;
}

/** What stands between two keys of the list, comments left out. */
function betweenOf({ text, masked }: Texts, items: readonly CitedKey[], { separator, gap }: ListStyle): string {
  const usual = separator + gap;
  const [first, second] = items.slice(-2);
  if (!first || !second || second.from < first.to) return usual;
  const written = text.slice(first.to, second.from);
  const bare = masked.slice(first.to, second.from);
  if (written === bare) return isGap(written, separator) ? written : usual;
  if (hidesLineEnd.test(written)) return written;
  let kept = '';
  for (let at = 0; at < written.length; at++) if (written[at] === bare[at]) kept += written.charAt(at);
  kept = kept.replace(/[ \t]+(?=\r?\n)/gu, '');
  return isGap(kept, separator) ? kept : usual;
}

/** A lone % that only hides the line end is style, no remark. */
const hidesLineEnd = /^[ \t]*,[ \t]*%[ \t]*\r?\n[ \t]*$/u;

const isGap = (gap: string, separator: string) => gap.trim() === separator && gap.length <= 200;

/** The caret, when it stands where a key is missing: `{|}`, `{a, |}`, `{a,|,b}`. */
function emptySlot({ text, masked }: Texts, list: Span, separator: string, offset: number): number | undefined {
  if (offset < list.start || offset > list.end || separator === '') return undefined;
  const before = trimBlanks(masked, list.start, offset);
  const behind = skipBlanks(masked, offset, list.end);
  if (before > list.start && masked.charAt(before - 1) !== separator) return undefined;
  if (behind < list.end && masked.charAt(behind) !== separator) return undefined;
  // not into a comment
  return text.slice(before, behind) === masked.slice(before, behind) ? offset : undefined;
}
