/** Cuts the new text of a file by what it shares with the text read before. */
import { scanItems, type Block } from './blocks.js';
import { mayHoldAlias, mayHoldAnchor } from './aliases.js';
import type { ReadState } from './papers-file.js';

export interface Recut {
  readonly blocks: readonly Block[];
  /** How many blocks at the start, and at the end, have the text they had. */
  readonly same: { readonly before: number; readonly after: number };
}

/**
 * Undefined when the whole text must be scanned. Comparing is one look at the memory; the lines are scanned only where
 * the texts differ, and in one block on either side, because a change can move the border of a block next to it.
 */
export function recut(previous: ReadState, text: string): Recut | undefined {
  const old = previous.blocks;
  if (!previous.regular || old.length < 3) return undefined;
  const head = old[0]?.start ?? 0;
  const last = old.at(-1)?.end ?? 0;
  // an end marker after the last paper is a matter of the whole file
  if (last < previous.text.length || !text.startsWith(previous.text.slice(0, head))) return undefined;
  const shift = text.length - last;
  // comparing slices is a comparison of memory; startsWith goes character by character
  const same = (start: number, end: number, by: number): boolean => previous.text.slice(start, end) === text.slice(start + by, end + by);
  const before = Math.max(0, alike(old.length, (from, to) => same(old[from]?.start ?? 0, old[to - 1]?.end ?? 0, 0)) - 1);
  const from = old[before]?.start ?? head;
  const behind = alike(old.length - before, (first, end) => {
    const start = old[old.length - end]?.start ?? 0;
    return start + shift >= from && same(start, old[old.length - 1 - first]?.end ?? 0, shift);
  });
  const after = Math.max(0, Math.min(behind, old.length - before - 1) - 1);
  const to = after === 0 ? text.length : (old[old.length - after]?.start ?? last) + shift;
  const changed = text.slice(from, to);
  // carriage returns alone, markers and aliases concern the whole file
  if (changed.includes('\0') || /\r(?!\n)/.test(changed) || /^(?:---|\.\.\.)/m.test(changed) || mayHoldAlias(changed) || (mayHoldAnchor(changed) && mayHoldAlias(text))) return undefined;
  // comment lines directly above a block belong to it, and the block behind is not looked at
  if (after > 0 && /(?:^|\n)[ \t]*#[^\n]*\n$/.test(changed)) return undefined;
  const middle = scanItems(text, from, to, previous.indent);
  if (!middle || middle.length === 0 || middle[0]?.start !== from) return undefined;
  const blocks: Block[] = old.slice(0, before);
  for (const block of middle) blocks.push(block);
  for (const { start, end } of old.slice(old.length - after)) blocks.push({ start: start + shift, end: end + shift });
  return { blocks, same: { before, after } };
}

/** How many of `count` things in a row are alike; asks for many at a time first: comparing memory is cheap, asking is not. */
function alike(count: number, same: (from: number, to: number) => boolean): number {
  let done = 0;
  for (const stride of [256, 16, 1]) while (done + stride <= count && same(done, done + stride)) done += stride;
  return done;
}
