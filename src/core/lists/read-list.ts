/** A public list of papers in Markdown → its entries, and every link that is in none of them. */
import { lineStarts } from '../model/text.js';
import { Assembler } from './assemble.js';
import { BlockReader, type Block } from './blocks.js';
import { originalOffset, repairEncoding } from './encoding.js';
import { isPlaceholder, isWeb } from './entry.js';
import { parseMarkdown } from './markdown.js';
import { textRuns } from './runs.js';
import { sectionReason } from './words.js';
import { unreadReasons, type ListPaper, type ListReading, type Unread } from './types.js';

/** Reads a list. Never throws, whatever the text holds; takes time in proportion to its length. */
export function readList(text: string): ListReading {
  const steps = readListInSteps(text);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same in steps of a few milliseconds, for those who must let others work in between. */
export function* readListInSteps(text: string): Generator<void, ListReading> {
  const { text: clean, repairs } = repairEncoding(text);
  const blocks = new BlockReader();
  const tooLong: { start: number; end: number }[] = [];
  for (const { start, text: part, lent, tree } of parseMarkdown(clean)) {
    if (tree === undefined) tooLong.push({ start, end: start + part.length });
    else blocks.read(tree, start, part, lent);
    yield;
  }
  blocks.end();
  const assembler = new Assembler(onlyTitle(blocks.blocks));
  assembler.read(blocks.blocks);

  const starts = lineStarts(text);
  const place = (start: number, end: number) => {
    const from = originalOffset(repairs, start);
    return { line: lineAt(starts, from), start: from, end: Math.max(from, originalOffset(repairs, end)) };
  };
  const papers = assembler.entries.map(({ draft, section, start, end }): ListPaper => ({ ...draft, section, ...place(start, end) }));
  const misses: Unread[] = assembler.misses.map(({ run, reason }) => ({ ...place(run.start, run.end), text: snippet(clean.slice(run.start, run.end) || run.text), url: run.url ?? '', reason }));
  for (const { start, end } of tooLong) {
    for (const run of textRuns(clean.slice(start, end), start, {})) if (run.url !== undefined && isWeb(run.url)) misses.push({ ...place(run.start, run.end), text: snippet(run.text), url: run.url, reason: isPlaceholder(run.url) ? 'placeholder' : 'too-long' });
  }
  const [first] = blocks.blocks.filter(({ kind }) => kind === 'heading');
  const title = assembler.title ?? (first?.level === 1 ? assembler.sections.find(({ start }) => start === first.start)?.path[0] : undefined);
  const counts = new Map<string, number>();
  for (const { section } of papers) counts.set(section.join('\n'), (counts.get(section.join('\n')) ?? 0) + 1);
  return {
    ...(title === undefined ? {} : { title }),
    papers: papers.sort((a, b) => a.start - b.start),
    unread: misses.sort((a, b) => a.start - b.start),
    sections: assembler.sections.map(({ path, start }) => ({ path, line: place(start, start).line, papers: counts.get(path.join('\n')) ?? 0 })),
    repaired: repairs.length,
  };
}

/** The headings under which papers may stand: those on the list itself (contents, licence, …) are left out. */
export function headingPaths({ title, sections }: ListReading): (readonly string[])[] {
  const [first, ...others] = sections;
  const named = first?.papers === 0 && first.path.length === 1 && first.path[0] === title && !others.some(({ path }) => path.length > 1 && path[0] === title);
  return (named ? others : sections).filter(({ path, papers }) => papers > 0 || path.every((heading) => sectionReason(heading) === undefined)).map(({ path }) => path);
}

/** What `litshelf import --json` prints: `unread` with reasons in words. */
export function listJson({ papers, unread }: ListReading): unknown {
  return {
    papers: papers.map((paper) => ({ ...paper, start: undefined, end: undefined })),
    unread: unread.map(({ line, text, url, reason }) => ({ line, text, url, reason: unreadReasons[reason] })),
  };
}

function onlyTitle(blocks: readonly Block[]): Block | undefined {
  const tops = blocks.filter(({ kind, level }) => kind === 'heading' && level === 1);
  const first = blocks.find(({ kind }) => kind === 'heading');
  return tops.length === 1 && tops[0] === first ? first : undefined;
}

/** Line of an offset, counted from 1. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

function snippet(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().slice(0, 300).replace(/[\ud800-\udbff]$/u, '');
}
