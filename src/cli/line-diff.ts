/** What differs between two texts, for a terminal. */
import { oneLine } from './output.js';

/** Most lines that are shown of each side. */
const most = 20;

/** The lines between what both texts begin and end with, in the manner of `diff -u`; no more than fit on a screen. Texts that differ in line ends or a last line feed say so. */
export function lineDiff(file: string, before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let same = 0;
  while (same < old.length - start && same < now.length - start && old.at(-1 - same) === now.at(-1 - same)) same += 1;
  const removed = old.slice(start, old.length - same);
  const added = now.slice(start, now.length - same);
  // lines that only moved say nothing
  const [gone, come] = [without(removed, added), without(added, removed)];
  const shown = (lines: readonly string[], sign: string) => [...lines.slice(0, most).map((line) => `${sign}${line.endsWith('\r') ? `${oneLine(line)}␍` : oneLine(line)}`), ...(lines.length > most ? [`${sign}… ${lines.length - most} more`] : [])];
  const lines = gone.length + come.length === 0 ? [...shown(removed, '-'), ...shown(added, '+')] : [...shown(gone, '-'), ...shown(come, '+')];
  return `--- ${oneLine(file)}\n+++ ${oneLine(file)}\n@@ line ${start + 1} @@\n${lines.join('\n')}\n`;
}

/** Lines of one side that the other does not have, as often as it lacks them. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
