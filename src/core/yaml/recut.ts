/** Cuts the new text of a file by what it shares with the text read before. */
import { scanItems, type Block } from './blocks.js';
import { mayHoldAlias } from './aliases.js';
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
  if (!text.startsWith(previous.text.slice(0, head))) return undefined;
  let before = 0;
  for (const block of old) {
    if (!text.startsWith(block.source, block.start)) break;
    before += 1;
  }
  before = Math.max(0, before - 1);
  const shift = text.length - previous.text.length;
  // what follows the last paper, such as an end marker, must be what it was
  const last = old.at(-1)?.end ?? 0;
  if (!text.endsWith(previous.text.slice(last)) || last + shift < head) return undefined;
  const from = before === 0 ? head : (old[before]?.start ?? head);
  let after = 0;
  for (let index = old.length - 1; index > before; index -= 1) {
    const block = old[index];
    if (!block || block.start + shift < from || !text.startsWith(block.source, block.start + shift)) break;
    after += 1;
  }
  after = Math.max(0, after - 1);
  const to = after === 0 ? last + shift : (old[old.length - after]?.start ?? last) + shift;
  const changed = text.slice(from, to);
  // carriage returns alone, markers and aliases concern the whole file
  if (/\r(?!\n)/.test(changed) || /^(?:---|\.\.\.)/m.test(changed) || mayHoldAlias(changed)) return undefined;
  const middle = scanItems(text, from, to, previous.indent);
  if (!middle || middle.length === 0 || middle[0]?.start !== from) return undefined;
  const blocks: Block[] = old.slice(0, before);
  for (const block of middle) blocks.push(block);
  for (const { start, end } of old.slice(old.length - after)) blocks.push({ start: start + shift, end: end + shift });
  return { blocks, same: { before, after } };
}
