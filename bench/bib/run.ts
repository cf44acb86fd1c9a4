/** Reading and writing .bib files beside other programs: every measurement in a process of its own, each with a time limit. */
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Samples } from '../shared/stats.js';
import type { BibTask } from './child.js';
import { generateBib } from './generate.js';
import { rivalNames, type ToolName } from './tools.js';

export interface BibOptions {
  readonly node: string;
  /** The bundle of child.ts. */
  readonly child: string;
  readonly scratch: string;
  /** Where the other programs are installed. */
  readonly rivals: string;
  readonly runs: number;
  readonly say: (line: string) => void;
}

export const bibSizes = [1000, 10_000, 100_000];
/** Another program that needs longer is ended, in milliseconds; told as such. */
export const bibLimit = 30_000;
/** What takes longer than this is not run again, in milliseconds. */
const slow = 5000;

/** `samples` by figure, or why there are none. */
export interface ToolResult {
  readonly samples: ReadonlyMap<string, Samples>;
  readonly failure?: 'cut' | 'crashed';
}
/** By tool, size, and whether the file has faults. */
export type BibResults = ReadonlyMap<string, ToolResult>;

export function resultKey(tool: ToolName, size: number, faults: boolean): string {
  return `${tool} ${size} ${faults ? 'faults' : 'clean'}`;
}

export async function runBib(options: BibOptions): Promise<BibResults> {
  const results = new Map<string, ToolResult>();
  mkdirSync(options.scratch, { recursive: true });
  for (const entries of bibSizes) {
    for (const faults of [false, true]) {
      const file = path.join(options.scratch, `${entries}-${faults ? 'faults' : 'clean'}.bib`);
      writeFileSync(file, generateBib(entries, faults));
      for (const tool of ['scan', 'litshelf', ...rivalNames] as const) {
        const smaller = bibSizes.filter((size) => size < entries).at(-1);
        const before = smaller === undefined ? undefined : results.get(resultKey(tool, smaller, faults));
        // what could not read a tenth of it in time need not be waited for
        const result = before?.failure === undefined ? await measure(options, tool, { file, entries, write: !faults, rivals: options.rivals }) : before;
        results.set(resultKey(tool, entries, faults), { ...result, samples: result === before ? new Map() : result.samples });
      }
      options.say(`  ${entries} entries${faults ? ', with faults' : ''}`);
    }
  }
  return results;
}

async function measure({ node, child, runs }: BibOptions, tool: ToolName, task: BibTask): Promise<ToolResult> {
  const samples = new Map<string, number[]>();
  for (let run = 0; run < runs; run += 1) {
    let figures: Record<string, number>;
    try {
      const { stdout } = await promisify(execFile)(node, ['--expose-gc', '--max-old-space-size=6000', '--stack-size=2000', child, tool, JSON.stringify(task)], { maxBuffer: 1 << 26, timeout: tool === 'scan' || tool === 'litshelf' ? 20 * bibLimit : bibLimit, killSignal: 'SIGKILL' });
      figures = JSON.parse(stdout.slice(stdout.trimEnd().lastIndexOf('\n') + 1)) as Record<string, number>;
    } catch (fault) {
      return { samples, failure: (fault as { killed?: boolean }).killed === true ? 'cut' : 'crashed' };
    }
    for (const [name, value] of Object.entries(figures)) samples.set(name, [...(samples.get(name) ?? []), value]);
    if ((figures['read'] ?? 0) + (figures['write'] ?? 0) > slow) break;
  }
  return { samples };
}
