/** Figures of .bib files → tables. */
import type { Verdict } from '../shared/budget.js';
import { figure, median, spread, type Samples } from '../shared/stats.js';
import { table } from '../shared/table.js';
import { bibLimit, bibSizes, resultKey, type BibResults } from './run.js';
import { rivalNames, type ToolName } from './tools.js';

const tools: readonly (readonly [tool: ToolName, title: string])[] = [
  ['litshelf', '**litshelf**: everything, up to papers'],
  ['scan', '**litshelf**: entries and fields with their places'],
  ...rivalNames.map((name) => [name, `\`${name}\`${name === 'bibtex-tidy' ? ' (reads and writes)' : ''}`] as const),
];

export function bibTables(results: BibResults): string {
  const at = (tool: ToolName, size: number, faults: boolean, name: string): Samples => results.get(resultKey(tool, size, faults))?.samples.get(name) ?? [];
  const cell = (tool: ToolName, size: number, faults: boolean, name: string): string => {
    const failure = results.get(resultKey(tool, size, faults))?.failure;
    const samples = at(tool, size, faults, name);
    if (samples.length === 0 && failure === 'cut') return `> ${figure(bibLimit / 1000)} s, ended`;
    if (samples.length === 0 && failure === 'crashed') return 'crashed';
    return samples.length === 0 ? '–' : spread(samples);
  };
  const reading = (faults: boolean) => (tool: ToolName, size: number): string => {
    const time = cell(tool, size, faults, 'read');
    const found = median(at(tool, size, faults, 'recovered'));
    if (!Number.isFinite(found)) return time;
    return `${time}; ${found === size ? 'all' : found === 0 ? '**none**' : `${figure(found)} of ${figure(size)}`}`;
  };
  const rows = (shown: (tool: ToolName, size: number) => string, only: readonly ToolName[] = tools.map(([tool]) => tool)) =>
    tools.filter(([tool]) => only.includes(tool)).map(([tool, title]) => [title, ...bibSizes.map((size) => shown(tool, size))]);
  const heading = bibSizes.map((size) => `${figure(size)} entries`);
  return [
    'One cold reading in a new process, ms; behind it how many entries came back with their own key and title: a program that stops at the first fault is not fast.',
    'They do not do the same work. Ours ends in papers with Unicode text, names, dates and identifiers; latex-utensils in a syntax tree, citation-js in CSL-JSON, bibtex-tidy in a new text.',
    '',
    '### Reading a .bib file without faults, ms',
    '',
    table(['', ...heading], rows(reading(false))),
    '',
    '### Reading a .bib file in which one entry of a thousand has a fault, ms',
    '',
    table(['', ...heading], rows(reading(true))),
    '',
    '### The same without faults, as time that the thread computed, ms',
    '',
    'What other work on the machine changes least. Garbage is collected in other threads as well and is not all in it.',
    '',
    table(['', ...heading], rows((tool, size) => cell(tool, size, false, 'cpu'))),
    '',
    '### Writing all entries that were read, ms',
    '',
    table(['', ...heading], [
      ...rows((tool, size) => cell(tool, size, false, 'write'), ['litshelf', 'citation-js', 'biblatex-csl-converter']),
      ['**litshelf**: one new entry into the file', ...bibSizes.map((size) => cell('litshelf', size, false, 'add'))],
    ]),
    '',
    '### While it is read',
    '',
    table(['', ...heading], [
      ['**litshelf**: longest block of the event loop, ms', ...bibSizes.map((size) => cell('litshelf', size, false, 'block'))],
      ...rows((tool, size) => figure(median(at(tool, size, false, 'heap')))).map(([title = '', ...cells]) => [`${title}: live objects afterwards, MB`, ...cells]),
    ]),
  ].join('\n');
}

export function bibVerdicts(results: BibResults): Verdict[] {
  const at = (tool: ToolName, name: string): Samples => results.get(resultKey(tool, 10_000, false))?.samples.get(name) ?? [];
  return [
    { budget: 'bibScan' as const, samples: at('scan', 'read') },
    { budget: 'bibRead' as const, samples: at('litshelf', 'read') },
    { budget: 'bibBlock' as const, note: 'reading the .bib, in Node', samples: at('litshelf', 'block') },
  ].filter(({ samples }) => samples.length > 0);
}
