/** What of a block is the paper, and what only follows it. */

/**
 * Length of a block without the blank lines and the comments of the file's own level that follow the paper, line end
 * included. Blank lines that may belong to a text (`|+`) are the paper's.
 */
export function coreEnd(block: string, indent: number): number {
  if (/[|>][1-9]?\+/.test(block)) return block.length;
  const trivial = new RegExp(`^(?:[ \\t]*|[ ]{0,${indent}}#.*)\\r?$`);
  let end = block.length;
  while (end > 0) {
    const start = end < 2 ? 0 : block.lastIndexOf('\n', end - 2) + 1;
    const line = block.slice(start, end).replace(/\n$/, '');
    if (!trivial.test(line)) break;
    end = start;
  }
  return end;
}
