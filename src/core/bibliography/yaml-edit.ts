/** Entries into and out of YAML bibliographies, as splices. */
import type { Splice } from '../yaml/splice.js';
import { eolOf, lineOf } from './listed.js';
import type { EntryProblem } from './types.js';
import type { YamlBlock, YamlBlocks } from './yaml-blocks.js';

/** What a level is indented by: as the first entry that shows it has it. */
export function indentOf(text: string, { blocks }: YamlBlocks, otherwise: string): string {
  for (const { start, end, column } of blocks.slice(0, 50)) {
    const inner = /\n([ ]+)\S/u.exec(text.slice(start, Math.min(end, start + 2000)))?.[1];
    if (inner !== undefined && inner.length > column) return ' '.repeat(Math.min(8, inner.length - column));
  }
  return otherwise;
}

/** Blank lines between entries: as many as between the last two. One between entries that are alone, none in a list. */
function gapOf(text: string, { blocks }: YamlBlocks, otherwise: number): number {
  const [before, last] = blocks.slice(-2);
  if (before === undefined || last === undefined) return otherwise;
  const between = text.slice(before.end, last.start).split('\n').slice(1, -1);
  return between.some((line) => line.trim() !== '') ? otherwise : Math.min(3, between.length);
}

/** Lines of an entry behind the last one; in a file without one, at its place. */
export function insertBlock(text: string, layout: YamlBlocks, lines: readonly string[], gap: number): Splice {
  const eol = eolOf(text);
  const margin = ' '.repeat(layout.column);
  const entry = lines.map((line) => (line === '' ? '' : margin + line)).join(eol);
  const last = layout.blocks.at(-1);
  if (last !== undefined) {
    const until = lineEnd(text, last.end);
    return { start: until, end: until, text: `${eol.repeat(1 + gapOf(text, layout, gap))}${entry}` };
  }
  const content = text.slice(0, layout.to).trimEnd().length;
  const at = Math.max(layout.from, content, text.startsWith('\ufeff') ? 1 : 0);
  const first = at === 0 || (at === 1 && text.startsWith('\ufeff'));
  const ends = /^[ \t]*\r?\n/u.test(text.slice(at));
  return { start: at, end: at, text: `${first ? '' : eol}${entry}${ends ? '' : eol}` };
}

function lineEnd(text: string, from: number): number {
  const end = /[\r\n]/u.exec(text.slice(from))?.index;
  return end === undefined ? text.length : from + end;
}

/** An entry with its line break, and the blank lines behind it or, of the last, before it. */
export function removeBlock(text: string, { blocks }: YamlBlocks, start: number): readonly Splice[] {
  const index = blocks.findIndex((block) => block.start === start);
  const block = blocks[index];
  if (block === undefined) return [];
  const from = block.start - block.column;
  const next = blocks[index + 1];
  const behind = /^[ \t]*(?:\r?\n)(?:[ \t]*\r?\n)*/u.exec(text.slice(block.end))?.[0].length ?? 0;
  if (next !== undefined || index === 0) return [{ start: from, end: block.end + behind, text: '' }];
  const before = /(?:\r?\n[ \t]*)+$/u.exec(text.slice(0, from))?.[0].length ?? 0;
  return [{ start: from - before, end: block.end, text: '' }];
}

/** @throws Error when the file cannot take an entry, naming the line and the remedy */
export function assertWritable(text: string, { flow, strays }: YamlBlocks, block: YamlBlock | undefined, broken: boolean, sample: string): void {
  if (flow !== undefined) throw new Error(`Nothing can be added to this file: from line ${lineOf(text, flow.start)} on its entries stand in brackets. Write one below the other, as in ${sample}`);
  const [stray] = strays;
  if (stray !== undefined) throw new Error(`Nothing can be added to this file before line ${lineOf(text, stray.start)} is put right: it belongs to no entry. Indent it, or remove it.`);
  if (broken && block !== undefined) throw new Error(`Nothing can be added behind the entry on line ${lineOf(text, block.start)}, which is not valid YAML: put it right first.`);
}

/** What of a file's structure cannot be read. */
export function structureProblems({ flow, strays }: YamlBlocks, sample: string): readonly EntryProblem[] {
  const found = strays.map(({ start, end }): EntryProblem => ({ rule: 'yaml-stray-line', severity: 'error', start, end, message: 'This line belongs to no entry: indent it below the entry that it belongs to, or remove it.' }));
  if (flow !== undefined && flow.end - flow.start > 2) found.unshift({ rule: 'yaml-in-brackets', severity: 'error', start: flow.start, end: flow.start + 1, message: `Entries in brackets are not read: write them one below the other, as in ${sample}` });
  return found;
}
