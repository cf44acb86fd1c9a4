/** The performance budget, as far as it can be measured today. Later features add their rows here. */
import { figure, median, type Samples } from './stats.js';

export interface Budget {
  readonly path: string;
  readonly limit: number;
  readonly unit: 'ms' | 'MB' | 'kB';
}

export const budgets = {
  activation: { path: 'activation: load and activate', limit: 50, unit: 'ms' },
  paintBundled: { path: 'first tree paint, bundled catalogue', limit: 100, unit: 'ms' },
  paintWarm: { path: 'tree with 10,000 papers, from the snapshot', limit: 300, unit: 'ms' },
  paintCold: { path: 'tree with 10,000 papers, cold', limit: 1500, unit: 'ms' },
  search10k: { path: 'search as you type, 10,000 papers, p95', limit: 10, unit: 'ms' },
  search100k: { path: 'search as you type, 100,000 papers, p95', limit: 50, unit: 'ms' },
  edit: { path: 'one-field edit at 10,000 papers → new tree row', limit: 50, unit: 'ms' },
  memory: { path: 'memory with 10,000 papers over an empty extension host', limit: 100, unit: 'MB' },
  bundle: { path: 'start-up bundle', limit: 300, unit: 'kB' },
  bibScan: { path: '.bib of 10,000 entries: scan', limit: 100, unit: 'ms' },
  bibRead: { path: '.bib of 10,000 entries: full parse', limit: 450, unit: 'ms' },
  bibBlock: { path: '.bib of 10,000 entries: longest block', limit: 50, unit: 'ms' },
  listFirst: { path: '.bib of 10,000 entries: document opened → first list', limit: 500, unit: 'ms' },
  listWarm: { path: '.bib of 10,000 entries: warm list', limit: 30, unit: 'ms' },
  bibMemory: { path: '.bib of 10,000 entries: memory over the same window before', limit: 100, unit: 'MB' },
} as const satisfies Record<string, Budget>;
export type BudgetName = keyof typeof budgets;

/** A measured quantity that a budget speaks of; `note` says how it was taken where there is more than one way. */
export interface Verdict {
  readonly budget: BudgetName;
  readonly note?: string;
  readonly samples: Samples;
}

/** `path | budget | measured | met / not met` */
export function verdictRow({ budget, note, samples }: Verdict): string[] {
  const { path, limit, unit } = budgets[budget];
  const measured = median(samples);
  const range = samples.length > 1 ? ` (${figure(Math.min(...samples))}–${figure(Math.max(...samples))})` : '';
  return [note === undefined ? path : `${path}: ${note}`, `≤ ${figure(limit)} ${unit}`, `${figure(measured)}${range} ${unit}`, measured <= limit ? 'met' : '**not met**'];
}
