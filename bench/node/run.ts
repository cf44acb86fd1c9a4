/** Runs the cases of the Node half: every measurement in a process of its own, the cases of one size one after the other, round by round. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { generateCatalogue } from '../generate.js';
import type { Samples } from '../shared/stats.js';
import type * as cases from './cases.js';
import type { Figures, Subject } from './subject.js';

export type CaseName = keyof typeof cases;

/** Samples by `case.figure`, of one size. */
export type Measured = ReadonlyMap<string, Samples>;

export interface NodeOptions {
  /** The Node to measure in. */
  readonly node: string;
  /** The bundle of child.ts. */
  readonly child: string;
  /** Folder of the bundled catalogue; `bundledSize` is how many papers it holds. */
  readonly bundled: string;
  readonly bundledSize: number;
  readonly scratch: string;
  readonly sizes: readonly number[];
  readonly runs: number;
  readonly say: (line: string) => void;
}

/** In this order in each round: `layerSnapshot` and several after it use the snapshots that `layerCold` wrote. */
const everySize: readonly CaseName[] = ['jsonParse', 'read', 'jsYamlLoad', 'yamlParse', 'layerCold', 'layerSnapshot', 'jsonOfSnapshots', 'merge', 'group', 'filter', 'edit', 'editByYaml', 'editByJsYaml', 'editToRows'];
const memoryCases: readonly CaseName[] = ['memory', 'memorySnapshot', 'memoryJson', 'memoryJsYaml', 'memoryYaml'];
const oneFileCases: readonly CaseName[] = ['readOneFile', 'editOneFile'];
/** The size that the budget speaks of. */
export const budgetSize = 10_000;
export const searchSizes = [10_000, 100_000];

/** Measures all sizes; the map's keys are the sizes, search included. */
export async function runNode(options: NodeOptions): Promise<Map<number, Measured>> {
  const results = new Map<number, Measured>();
  for (const papers of options.sizes) {
    const root = papers === options.bundledSize ? options.bundled : writeCatalogue(path.join(options.scratch, String(papers)), papers);
    const names = [...everySize, ...(papers === budgetSize ? oneFileCases : []), ...memoryCases];
    results.set(papers, await measure(options, papers, root, names));
  }
  for (const papers of searchSizes) {
    const found = await measure(options, papers, '', ['search']);
    results.set(papers, new Map([...(results.get(papers) ?? []), ...found]));
  }
  return results;
}

async function measure(options: NodeOptions, papers: number, root: string, names: readonly CaseName[]): Promise<Measured> {
  const samples = new Map<string, number[]>();
  const snapshots = path.join(options.scratch, 'snapshots');
  for (let run = 0; run < options.runs; run += 1) {
    rmSync(snapshots, { recursive: true, force: true });
    for (const name of names) {
      const figures = await runCase(options, name, { root, bundled: options.bundled, snapshots, papers });
      for (const [figure, value] of Object.entries(figures)) {
        const key = `${name}.${figure}`;
        samples.set(key, [...(samples.get(key) ?? []), value]);
      }
    }
    options.say(`  ${papers} papers (${names.length} cases), run ${run + 1} of ${options.runs}`);
  }
  return samples;
}

async function runCase({ node, child }: NodeOptions, name: CaseName, subject: Subject): Promise<Figures> {
  const { stdout } = await promisify(execFile)(node, ['--expose-gc', '--max-old-space-size=6000', child, name, JSON.stringify(subject)], { maxBuffer: 1 << 20 });
  return JSON.parse(stdout) as Figures;
}

/** Writes a generated catalogue and says where. */
export function writeCatalogue(folder: string, papers: number): string {
  mkdirSync(path.join(folder, 'papers'), { recursive: true });
  for (const [name, text] of generateCatalogue(papers)) writeFileSync(path.join(folder, name), text);
  return folder;
}

/** A copy that does not change while it is measured. */
export function copyCatalogue(from: string, to: string): string {
  cpSync(from, to, { recursive: true });
  return to;
}
