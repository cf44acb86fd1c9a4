/** Figures of the Node half → tables. */
import { figure, median, ratio, spread, type Samples } from '../shared/stats.js';
import { table } from '../shared/table.js';
import type { Verdict } from '../shared/budget.js';
import { budgetSize, searchSizes, type Measured } from './run.js';

type Results = ReadonlyMap<number, Measured>;

/** Title of a row, and where its figure is. */
type Row = readonly [title: string, figure: string];

const reading: readonly Row[] = [
  ['`JSON.parse` of the same data', 'jsonParse.total'],
  ['**papers from YAML**, checked, cold', 'read.total'],
  ['the longest stretch without a pause in it', 'read.longest'],
  ['`js-yaml` load, nothing checked', 'jsYamlLoad.total'],
  ['`yaml` parse, nothing checked', 'yamlParse.total'],
  ['**folder from disk**, cold, snapshots written', 'layerCold.total'],
  ['**folder from disk, from snapshots** (SHA-256 checked)', 'layerSnapshot.total'],
  ['snapshots read and `JSON.parse`d, nothing else', 'jsonOfSnapshots.total'],
];
const browsing: readonly Row[] = [
  ['merge with the bundled catalogue, first', 'merge.first'],
  ['merge again after one paper changed', 'merge.again'],
  ['tree by category, first', 'group.first'],
  ['tree by category, again', 'group.warm'],
  ['open a group of a tenth of the papers', 'group.open'],
  ['filter, first (folds all text)', 'filter.first'],
  ['filter, warm, median of six queries', 'filter.warm'],
  ['filter, warm, slowest', 'filter.slowest'],
];
const editing: readonly Row[] = [
  ['**edit**: splices made and applied, warm', 'edit.edit'],
  ['the first one', 'edit.editFirst'],
  ['without what was read before', 'edit.blind'],
  ['**read again** after it, warm', 'edit.reread'],
  ['the first one', 'edit.rereadFirst'],
  ['`yaml` parseDocument, setIn, toString of the same file', 'editByYaml.edit'],
  ['`js-yaml` load and dump of the same file (comments lost)', 'editByJsYaml.edit'],
  ['**edited document → rows to draw** (read, merge, arrange, compare), warm', 'editToRows.total'],
  ['the first one', 'editToRows.first'],
];
const memory: readonly Row[] = [
  ['layers read from YAML', 'memory.read'],
  ['and merged, with the tree', 'memory.merged'],
  ['and filtered once', 'memory.filtered'],
  ['the same from snapshots: read', 'memorySnapshot.read'],
  ['and merged, with the tree', 'memorySnapshot.merged'],
  ['and filtered once', 'memorySnapshot.filtered'],
  ['`JSON.parse` of the same data', 'memoryJson.read'],
  ['`js-yaml` load', 'memoryJsYaml.read'],
  ['`yaml` parse', 'memoryYaml.read'],
];

export function nodeTables(results: Results, bundledSize: number): string {
  const sizes = [...results].filter(([, measured]) => measured.has('read.total')).map(([size]) => size);
  const at = (size: number, name: string): Samples => results.get(size)?.get(name) ?? [];
  const heading = sizes.map((size) => `${figure(size)}${size === bundledSize ? ' (bundled)' : ''}`);
  const rows = (of: readonly Row[], cell: (size: number, name: string) => string) => of.map(([title, name]) => [title, ...sizes.map((size) => cell(size, name))]);
  const times = (size: number, name: string) => spread(at(size, name));
  const floor = 'jsonParse.total';
  const many = sizes.includes(budgetSize)
    ? ['', `All ${figure(budgetSize)} papers in one file:`, '', table(['', 'ms'], [['papers from YAML, cold', times(budgetSize, 'readOneFile.total')], ['edit, warm', times(budgetSize, 'editOneFile.edit')], ['read again, warm', times(budgetSize, 'editOneFile.reread')], ['read again, the first time', times(budgetSize, 'editOneFile.rereadFirst')]])]
    : [];
  return [
    '### Reading, ms',
    '',
    table(['papers', ...heading], rows(reading, times)),
    '',
    'As multiples of `JSON.parse` on the same data, run by run:',
    '',
    table(['papers', ...heading], rows(reading.slice(1), (size, name) => ratio(at(size, name), at(size, floor)))),
    '',
    '### One field of one paper changed, ms (files of 500 papers)',
    '',
    table(['papers', ...heading], rows(editing, times)),
    ...many,
    '',
    '### Tree and filter, ms',
    '',
    table(['papers', ...heading], rows(browsing, times)),
    '',
    '### Search as one types, ms a keystroke',
    '',
    table(['papers', 'p50', 'p95', 'slowest', 'the very first (folds all text)'], searchSizes.map((size) => [figure(size), ...['p50', 'p95', 'slowest', 'first'].map((name) => spread(at(size, `search.${name}`)))])),
    '',
    '### Memory held after a garbage collection, MB (plain Node)',
    '',
    table(['papers', ...heading], rows(memory, (size, name) => figure(median(at(size, name))))),
  ].join('\n');
}

export function nodeVerdicts(results: Results): Verdict[] {
  const at = (size: number, name: string): Samples => results.get(size)?.get(name) ?? [];
  const verdicts: Verdict[] = [
    { budget: 'search10k', samples: at(10_000, 'search.p95') },
    { budget: 'search100k', samples: at(100_000, 'search.p95') },
    { budget: 'edit', note: 'our share, in Node', samples: at(budgetSize, 'editToRows.total') },
  ];
  return verdicts.filter(({ samples }) => samples.length > 0);
}
