/**
 * Cuts a papers file into blocks, one a paper, by a scan of its lines.
 *
 * Everything inside an item of a block sequence must be indented deeper than the item's dash: block scalars, and the
 * further lines of quoted scalars and of flow collections, too. So a line with a dash at the sequence's own column
 * *always* begins an item, whatever stands open above it. In valid YAML the cut is therefore exact (a test compares it
 * with the parser), and in broken YAML, such as a quote that is never closed, the damage ends with the paper.
 *
 * A block reaches from its dash, or from the comment lines directly above it (no blank line between), to the start of
 * the next block. Blank lines and comments set apart by them belong to the block above. Comment lines at the very top
 * of the file belong to the file, not to the first paper, so that a header survives the paper's removal.
 */
import { findForeignAlias } from './aliases.js';

/** Offsets of a block; blocks are contiguous: `end` is the next one's `start`. */
export interface Block {
  readonly start: number;
  readonly end: number;
}

export interface Cut {
  /** False when the scan is not sure (see `why`): the whole text must then be parsed in one go. */
  readonly regular: boolean;
  readonly why?: string;
  /** Column of the dashes. */
  readonly indent: number;
  readonly blocks: readonly Block[];
}

const space = 32;
const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const hash = 35;
const dash = 45;

const irregular = (why: string): Cut => ({ regular: false, why, indent: 0, blocks: [] });

/** Whether a character separates: white space, or the end of the text (NaN). */
function isGap(code: number): boolean {
  return code === space || code === lineFeed || code === carriageReturn || code === tab || Number.isNaN(code);
}

/** Offset of the line after the one that holds `at`. */
function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Whether only blank lines, comments and document markers stand from `at` to the end. */
function onlyTrivia(text: string, at: number): boolean {
  const trivial = /[ \t]*(?:#[^\n]*)?(?:\r?\n|$)|(?:---|\.\.\.)[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/y;
  for (let line = at; line < text.length; line = nextLine(text, line)) {
    trivial.lastIndex = line;
    if (!trivial.test(text)) return false;
  }
  return true;
}

/** Cuts a papers file. Never throws; a file without papers has no blocks and is regular. */
export function cutBlocks(text: string): Cut {
  if (text.includes('\r') && /\r(?!\n)/.test(text)) return irregular('a carriage return stands alone');
  const top = text.startsWith('\uFEFF') ? 1 : 0;
  let run = -1; // where the comment lines directly above this line begin
  let opened = false; // whether something stands above that run: then its comments are not the file's header
  let marked = false;
  for (let at = top; at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, nextLine(text, at)).trimEnd();
    const word = line.trimStart();
    if (word === '') {
      opened ||= run >= 0;
      run = -1;
    } else if (word.startsWith('#')) {
      if (run < 0) run = at;
    } else if (/^(?:%YAML\s|---(?:\s+#|$))/.test(line) && !(marked && line.startsWith('---'))) {
      marked ||= line.startsWith('---');
      opened = true;
      run = -1;
    } else if (/^ *-(?:[ \t]|$)/.test(line)) {
      const indent = line.indexOf('-');
      const found = scanItems(text, run >= 0 && opened ? run : at, text.length, indent);
      if (!found) return irregular('several documents');
      const alias = findForeignAlias(text, found);
      return alias === undefined ? { regular: true, indent, blocks: found } : irregular(`the alias *${alias} refers to another paper`);
    } else return irregular('the top level is not a plain list');
  }
  return { regular: true, indent: 0, blocks: [] };
}

/**
 * The blocks between `from`, where a block starts, and `to`, where one ends.
 * Undefined when a document marker stands between papers.
 */
export function scanItems(text: string, from: number, to: number, indent: number): Block[] | undefined {
  const blocks: Block[] = [];
  let start = -1;
  let run = -1;
  for (let at = from; at < to; at = nextLine(text, at)) {
    let code = text.charCodeAt(at);
    let column = 0;
    if (code === space) {
      if (indent === 0 && run < 0) continue; // the common line: a field
      const deepest = run < 0 ? indent : Infinity;
      while (code === space && column < deepest) code = text.charCodeAt(at + ++column);
    }
    if (code === hash && (column <= indent || run >= 0)) {
      if (run < 0) run = at;
      continue;
    }
    if (code === dash && column === indent && isGap(text.charCodeAt(at + column + 1))) {
      const begins = run < 0 ? at : run;
      if (start >= 0) blocks.push({ start, end: begins });
      start = begins;
    } else if (column === 0 && (code === dash || code === 46) && isMarker(text, at)) {
      if (start < 0 || !onlyTrivia(text, at)) return undefined;
      blocks.push({ start, end: at });
      return blocks;
    }
    run = -1;
  }
  if (start >= 0) blocks.push({ start, end: to });
  return blocks;
}

/** Whether a line begins with `---` or `...` as a document marker. */
function isMarker(text: string, at: number): boolean {
  return (text.startsWith('---', at) || text.startsWith('...', at)) && isGap(text.charCodeAt(at + 3));
}
