/**
 * Text → the blocks of a YAML bibliography, cut by indentation alone: each is parsed by itself, so that a fault costs one entry and a
 * large file is read in slices. Linear in the text; never throws.
 */
import type { TextRange } from '../model/problem.js';

/** An entry's text: from its key or its dash to the end of its last line, remarks behind it left out. */
export interface YamlBlock extends TextRange {
  /** Column of its first sign. */
  readonly column: number;
}

export interface YamlBlocks {
  readonly blocks: readonly YamlBlock[];
  /** Lines at the level of the entries that begin none, as in a file that is no YAML. */
  readonly strays: readonly TextRange[];
  /** Where the entries begin or would begin, and the column for new ones. */
  readonly from: number;
  readonly to: number;
  readonly column: number;
  /** What stands on the line of `references:` when it is no list of lines: `[]`, `[{…}]`, or an entry in braces. */
  readonly flow: TextRange | undefined;
}

interface Line {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  readonly column: number;
  /** Blank, or a remark. */
  readonly empty: boolean;
  readonly remark: boolean;
}

function* linesOf(text: string): Generator<Line, void> {
  let start = text.startsWith('\ufeff') ? 1 : 0;
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    const next = feed < 0 ? text.length : feed + 1;
    const end = feed < 0 ? text.length : feed > start && text.charCodeAt(feed - 1) === 13 ? feed - 1 : feed;
    let at = start;
    while (at < end && text.charCodeAt(at) === 32) at += 1;
    const remark = at < end && text.charCodeAt(at) === 35;
    const blank = at === end || (text.charCodeAt(at) === 9 && text.slice(at, end).trim() === '');
    // a tab is no indentation for YAML, but whoever typed it meant some
    yield { start, end, column: at - start + (!blank && text.charCodeAt(at) === 9 ? 1 : 0), empty: blank || remark, remark };
    start = next;
  }
}

const marker = /^(?:---|\.\.\.)(?:\s|$)/u;

/** Entries are the fields of the file's own mapping: what begins in the first column. */
export function* mappingBlocks(text: string): Generator<void, YamlBlocks> {
  const cutter = new Cutter();
  let [from, to] = [0, text.length];
  let flow: TextRange | undefined;
  let began = false;
  for (const line of linesOf(text)) {
    yield;
    const here = text.slice(line.start, Math.min(line.end, line.start + 4));
    if (line.column === 0 && (marker.test(here) || (!began && here.startsWith('%')))) {
      cutter.close();
      if (began && cutter.blocks.length > 0) {
        to = line.start;
        break;
      }
      from = line.end;
      continue;
    }
    if (line.empty) {
      cutter.pass(line);
      continue;
    }
    if (!began && (here.startsWith('{') || here.startsWith('['))) {
      flow = { start: line.start, end: text.trimEnd().length };
      break;
    }
    began = true;
    if (line.column > 0) cutter.extend(line);
    else if (/^[-}\])]/u.test(here)) cutter.stray(line);
    else cutter.open(line);
  }
  cutter.close();
  return { blocks: cutter.blocks, strays: cutter.strays, from, to, column: 0, flow };
}

/** Entries are the items of a list: that of `references`, or the file itself. */
export function* listBlocks(text: string): Generator<void, YamlBlocks> {
  const cutter = new Cutter();
  let [from, to, column] = [0, text.length, 0];
  let state: 'before' | 'named' | 'inside' | 'behind' = 'before';
  let flow: TextRange | undefined;
  for (const line of linesOf(text)) {
    yield;
    if (line.empty) {
      if (state === 'inside') cutter.pass(line);
      continue;
    }
    const first = line.start + line.column;
    const dash = text.charCodeAt(first) === 45 && (first + 1 >= line.end || text.charCodeAt(first + 1) === 32);
    const mark = line.column === 0 && marker.test(text.slice(line.start, Math.min(line.end, line.start + 4)));
    if (state === 'before') {
      const named = line.column === 0 ? /^(?:references|["']references["'])\s*:[ \t]*/u.exec(text.slice(line.start, Math.min(line.end, line.start + 100)))?.[0] : undefined;
      if (named !== undefined) {
        from = line.end;
        const rest = text.slice(line.start + named.length, line.end).replace(/(?:^|\s)#.*$/u, '').trim();
        state = 'named';
        if (rest !== '') {
          flow = { start: line.start + named.length, end: line.start + named.length + rest.length };
          break;
        }
      } else if (dash && !mark) {
        [state, column] = ['inside', line.column];
        cutter.open(line);
      } else if (line.column === 0 && text.charCodeAt(first) === 91) {
        flow = { start: first, end: text.trimEnd().length };
        break;
      } else if (mark) from = line.end;
    } else if (mark) {
      to = line.start;
      break;
    } else if (dash && (state === 'named' || line.column === column)) {
      if (state === 'named') column = line.column;
      state = 'inside';
      cutter.open(line);
    } else if (state === 'inside' && line.column > column) cutter.extend(line);
    else {
      // another field of the file's mapping, or a line that belongs nowhere
      if (state === 'inside' && !/^[^\s:][^:]*:(?:\s|$)/u.test(text.slice(line.start, Math.min(line.end, line.start + 300)))) {
        cutter.stray(line);
        continue;
      }
      to = line.start;
      break;
    }
  }
  cutter.close();
  return { blocks: cutter.blocks, strays: cutter.strays, from, to, column, flow };
}

/** Puts lines together to blocks. Blank lines and remarks count when the entry goes on behind them. */
class Cutter {
  readonly blocks: YamlBlock[] = [];
  readonly strays: TextRange[] = [];
  #current: { start: number; end: number; column: number } | undefined;

  open(line: Line): void {
    this.close();
    this.#current = { start: line.start + line.column, end: line.end, column: line.column };
  }

  extend(line: Line): void {
    if (this.#current === undefined) this.stray(line);
    else this.#current.end = line.end;
  }

  pass(line: Line): void {
    // a remark that is indented deeper than the entry begins is a part of it
    if (this.#current !== undefined && line.remark && line.column > this.#current.column) this.#current.end = line.end;
  }

  stray(line: Line): void {
    this.strays.push({ start: line.start + line.column, end: line.end });
  }

  close(): void {
    if (this.#current !== undefined) this.blocks.push(this.#current);
    this.#current = undefined;
  }
}
