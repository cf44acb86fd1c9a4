/** Figures of citing in the editor → tables. */
import type { Verdict } from '../shared/budget.js';
import { figure, spread, type Samples } from '../shared/stats.js';
import { table } from '../shared/table.js';
import type { Measured } from '../node/run.js';
import { citingKey, citingKinds, citingSizes, ourName } from './citing.js';

type Results = ReadonlyMap<string, Measured>;

const rows: readonly (readonly [title: string, figure: string])[] = [
  ['document opened → first list with keys of the .bib, ms', 'first'],
  ['of that, computed by the extension host, ms', 'firstCpu'],
  ['list again, warm, ms', 'warm'],
  ['of that, computed by the extension host, ms', 'warmCpu'],
  ['the slowest of ten, ms', 'warmSlowest'],
  ['items in the list', 'items'],
  ['a letter typed → new list, ms', 'keystroke'],
  ['of that, computed by the extension host, ms', 'keystrokeCpu'],
  ['the slowest of eight, ms', 'keystrokeSlowest'],
  ['hover on a key, the first, ms', 'hoverFirst'],
  ['hover on a key, warm, ms', 'hover'],
  ['computed by the extension host for a hover, ms', 'hoverCpu'],
  ['longest block of the extension host meanwhile, ms', 'block'],
  ['memory over the same window before: RSS, MB', 'rss'],
  ['memory over the same window before: live objects, MB', 'heap'],
];
const kinds = { md: 'Markdown', tex: 'LaTeX' } as const;

export function citingTables(results: Results): string {
  const names = [...new Set([...results.keys()].map((key) => key.split(' ')[0] ?? ''))];
  const peers = names.filter((name) => name !== ourName);
  const tables = citingKinds.flatMap((kind) => {
    const columns = names.flatMap((name) => citingSizes.map((size) => ({ title: `${name === ourName ? `**${name}**` : name}, ${figure(size)} entries`, key: citingKey(name, kind, size) })));
    const at = (key: string, name: string): Samples => results.get(key)?.get(name) ?? [];
    return [`### ${kinds[kind]}`, '', table(['', ...columns.map(({ title }) => title)], rows.map(([title, name]) => [title, ...columns.map(({ key }) => spread(at(key, name)))])), ''];
  });
  return [
    'A fresh window, an installed extension, a document that cites fifty works of its .bib. Asked through `vscode.executeCompletionItemProvider` and `executeHoverProvider`: the times hold the way to the window and back. What the extension host computed is what a busy machine changes least.',
    'The extension is started by the document: the first list holds its activation, finding the .bib, reading it and its catalogue.',
    ...(peers.length === 0 ? ['Other extensions are measured beside when their folders are given (`--peer`); in this run none was.'] : ['–: this extension gave no answer of this kind for this document within 30 s.']),
    '',
    ...tables,
  ].join('\n').trimEnd();
}

export function citingVerdicts(results: Results): Verdict[] {
  const at = (kind: (typeof citingKinds)[number], name: string): Samples => results.get(citingKey(ourName, kind, 10_000))?.get(name) ?? [];
  return citingKinds.flatMap((kind): Verdict[] => [
    { budget: 'listFirst', note: kinds[kind], samples: at(kind, 'first') },
    { budget: 'listWarm', note: kinds[kind], samples: at(kind, 'warm') },
    { budget: 'bibBlock', note: `in the editor, ${kinds[kind]}`, samples: at(kind, 'block') },
    { budget: 'bibMemory', note: `RSS, ${kinds[kind]}`, samples: at(kind, 'rss') },
    { budget: 'bibMemory', note: `live objects, ${kinds[kind]}`, samples: at(kind, 'heap') },
  ]);
}
