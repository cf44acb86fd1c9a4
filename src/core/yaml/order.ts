/** The papers of a file in the order that a series of changes gives them, and the splices that bring that order about. */
import type { Block } from './blocks.js';
import { coreEnd } from './core.js';
import { joinSplices, sortSplices, type Splice } from './splice.js';

/** A paper while the file is being changed. */
export interface Item {
  /** Index of the block it stands in; undefined for a paper that is put in, whether new or moved. */
  readonly block: number | undefined;
  /** The paper's text from its first comment or dash to its last line, line end included; undefined when it has not changed. */
  text: string | undefined;
  /** What has changed within the block, against the block's text. */
  splices: readonly Splice[];
}

export interface Layout {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly indent: number;
  readonly eol: string;
}

/** A change within a block, in terms of the file. */
export function inFile(splices: readonly Splice[], block: Block): Splice[] {
  return splices.map((splice) => ({ ...splice, start: splice.start + block.start, end: splice.end + block.start }));
}

/** Splices against the file's text: changes within papers, papers taken out and papers put in. */
export function arrange(layout: Layout, items: readonly Item[]): Splice[] {
  const { blocks } = layout;
  const splices: Splice[] = [];
  const kept = new Set<number>();
  let last: Block | undefined;
  let waiting: string[] = [];
  const gap = paperGap(layout);
  for (const item of items) {
    if (item.block === undefined) {
      if (item.text !== undefined) waiting.push(item.text);
      continue;
    }
    const block = blocks[item.block];
    if (!block) continue;
    if (waiting.length > 0) splices.push(last ? putAfter(layout, last, waiting, gap) : { start: block.start, end: block.start, text: waiting.map((paper) => paper + gap).join('') });
    splices.push(...inFile(item.splices, block));
    waiting = [];
    kept.add(item.block);
    last = block;
  }
  if (waiting.length > 0) splices.push(last ? putAfter(layout, last, waiting, gap) : putAlone(layout, waiting, gap));
  const gone = blocks.filter((_, index) => !kept.has(index));
  return joinSplices(sortSplices([...splices, ...takeOut(layout, gone, kept.size > 0)]));
}

function putAfter({ text, indent, eol }: Layout, block: Block, papers: readonly string[], gap: string): Splice {
  const at = block.start + coreEnd(text.slice(block.start, block.end), indent);
  const added = papers.map((paper) => gap + paper).join('');
  if (at < text.length || text.endsWith('\n')) return { start: at, end: at, text: added };
  // a file without final line end stays one
  return { start: at, end: at, text: eol + added.slice(0, -eol.length) };
}

function putAlone({ text, blocks, eol }: Layout, papers: readonly string[], gap: string): Splice {
  const at = blocks[0]?.start ?? text.length;
  const needsEnd = at > 0 && text !== '\uFEFF' && text[at - 1] !== '\n';
  return { start: at, end: at, text: (needsEnd ? eol : '') + papers.join(gap) };
}

/** Deletes papers with the blank lines after them; at the end of the file with those before them instead. */
function takeOut({ text, indent }: Layout, gone: readonly Block[], others: boolean): Splice[] {
  const cuts = gone.map((block) => {
    const end = block.start + coreEnd(text.slice(block.start, block.end), indent);
    const blank = /^(?:[ \t]*\r?\n)*/.exec(text.slice(end, block.end))?.[0] ?? '';
    return { start: block.start, end: end + blank.length, text: '' };
  });
  const joined = joinSplices(cuts);
  const last = joined.at(-1);
  if (!last || !others || text.slice(last.end).trim() !== '') return joined;
  const blank = /(?:(?<=\n)[ \t]*\r?\n)*$/.exec(text.slice(Math.max(0, last.start - 1000), last.start))?.[0] ?? '';
  return [...joined.slice(0, -1), { ...last, start: last.start - blank.length, end: text.slice(last.end).trim() === '' ? text.length : last.end }];
}

/** The blank lines between two papers, as this file has them first; one when it has no two papers. */
function paperGap({ text, blocks, indent, eol }: Layout): string {
  for (const block of blocks.slice(0, -1)) {
    const source = text.slice(block.start, block.end);
    const tail = source.slice(coreEnd(source, indent));
    if (tail.trim() === '') return eol.repeat(tail.split('\n').length - 1);
  }
  return eol;
}
