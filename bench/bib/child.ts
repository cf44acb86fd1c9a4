/** One reading, or reading and writing, in this process, which is new: `child.mjs <tool> <task as JSON>`. Prints one line of JSON. */
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { formats, type Bibliography } from '../../src/core/bibliography/index.js';
import { applySplices } from '../../src/core/yaml/splice.js';
import { toPaper } from '../../src/core/model/paper.js';
import { generatePaper } from '../generate.js';
import { recovered } from './generate.js';
import { loadTool, type Tool, type ToolName } from './tools.js';

export interface BibTask {
  /** The .bib file, and how many entries it has. */
  readonly file: string;
  readonly entries: number;
  readonly write: boolean;
  readonly rivals: string;
}

const collect = (globalThis as { gc?: () => void }).gc;
const resolution = 2;

/** Figures in milliseconds; memory in MB. */
async function measure(name: ToolName, { file, entries, write, rivals }: BibTask): Promise<Record<string, number>> {
  const tool: Tool = await loadTool(name, rivals);
  const text = readFileSync(file, 'utf8');
  collect?.();
  const before = process.memoryUsage().heapUsed;
  const loop = monitorEventLoopDelay({ resolution });
  loop.enable();
  await new Promise((resolve) => setTimeout(resolve, 20));
  loop.reset();
  const cpuBefore = cpu();
  const began = performance.now();
  let read: unknown;
  try {
    read = await tool.read(text);
  } catch {
    return { read: performance.now() - began, cpu: cpu() - cpuBefore, recovered: 0 };
  }
  const total = performance.now() - began;
  const used = cpu() - cpuBefore;
  await new Promise((resolve) => setTimeout(resolve, 20));
  const block = Math.max(0, loop.max / 1e6 - resolution);
  collect?.();
  const heap = (process.memoryUsage().heapUsed - before) / 1e6;
  const figures = { read: total, cpu: used, block, heap, recovered: recovered(tool.given(read as never), entries) };
  if (!write || !tool.write) return figures;
  const from = performance.now();
  tool.write(read as never);
  return { ...figures, write: performance.now() - from, ...(name === 'litshelf' ? addOne(read as Bibliography, entries) : {}) };
}

/** Time that this thread has computed, whatever else the machine does, in milliseconds. */
function cpu(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** A new entry into a file that has been read: what citing does. */
function addOne(bibliography: Bibliography, entries: number): Record<string, number> {
  const paper = toPaper(generatePaper(entries + 1));
  const began = performance.now();
  applySplices(bibliography.text, formats.bibtex.ensure(bibliography, paper).splices);
  return { add: performance.now() - began };
}

const [, , name = '', task = '{}'] = process.argv;
void (async () => {
  process.stdout.write(`${JSON.stringify(await measure(name as ToolName, JSON.parse(task) as BibTask))}\n`);
})();
