/** Figures of citing in the editor → tables. */
import type { Verdict } from '../shared/budget.js';
import { figure, median, spread, type Samples } from '../shared/stats.js';
import { table } from '../shared/table.js';
import type { Measured } from '../node/run.js';
import { citingKey, citingKinds, citingSizes, floorName, ourName } from './citing.js';

type Results = ReadonlyMap<string, Measured>;

const rows: readonly (readonly [title: string, figure: string])[] = [
  ['document opened → first list with keys of the .bib, ms', 'first'],
  ['of that, until VS Code showed the document, ms', 'shown'],
  ['of that, computed by the extension host, ms', 'firstCpu'],
  ['list again at once, while others still read, ms', 'second'],
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
  ['of that at most computed, ms', 'blockCpu'],
  ['memory over the same window before: RSS, MB', 'rss'],
  ['the same after 40 seconds in which nothing happens (10,000 entries), MB', 'rssRested'],
  ['memory over the same window before: live objects, MB', 'heap'],
];
const kinds = { md: 'Markdown', tex: 'LaTeX' } as const;

export function citingTables(results: Results): string {
  const names = [...new Set([...results.keys()].map((key) => key.split(' ')[0] ?? ''))];
  const peers = names.filter((name) => name !== ourName && name !== floorName);
  const tables = citingKinds.flatMap((kind) => {
    const columns = names.flatMap((name) => citingSizes.map((size) => ({ title: `${name === ourName ? `**${name}**` : name === floorName ? 'an extension that answers at once' : name}, ${figure(size)} entries`, key: citingKey(name, kind, size) })));
    const at = (key: string, name: string): Samples => results.get(key)?.get(name) ?? [];
    return [`### ${kinds[kind]}`, '', table(['', ...columns.map(({ title }) => title)], rows.map(([title, name]) => [title, ...columns.map(({ key }) => spread(at(key, name)))])), ''];
  });
  return [
    'A fresh window, an installed extension, a document that cites fifty works of its .bib. Asked through `vscode.executeCompletionItemProvider` and `executeHoverProvider`: the times hold the way to the window and back. What the extension host computed is what a busy machine changes least.',
    'Beside ours an extension that does nothing but answer with one key at once: what is left of a figure then is VS Code, opening the document, starting the extensions of its language and carrying the answer.',
    'The first list holds all that opening a document sets off: finding the .bib, reading it and its catalogue. Warm is what comes when the extension host has come to rest.',
    ...(peers.length === 0 ? ['Other extensions are measured beside when their folders are given (`--peer`); in this run none was.'] : ['–: this extension gave no answer of this kind for this document within 30 s.']),
    '',
    ...tables,
  ].join('\n').trimEnd();
}

export function citingVerdicts(results: Results): Verdict[] {
  const at = (kind: (typeof citingKinds)[number], name: string, whose = ourName): Samples => results.get(citingKey(whose, kind, 10_000))?.get(name) ?? [];
  return citingKinds.flatMap((kind): Verdict[] => [
    { budget: 'listFirst', note: kinds[kind], samples: at(kind, 'first') },
    { budget: 'listFirst', note: `${kinds[kind]}, over an extension that answers at once`, samples: at(kind, 'first').map((first) => first - median(at(kind, 'first', floorName))) },
    { budget: 'listWarm', note: kinds[kind], samples: at(kind, 'warm') },
    { budget: 'bibBlock', note: `in the editor, ${kinds[kind]}`, samples: at(kind, 'block') },
    { budget: 'bibBlock', note: `in the editor, as far as it computes, ${kinds[kind]}`, samples: at(kind, 'blockCpu') },
    { budget: 'bibMemory', note: `RSS, ${kinds[kind]}`, samples: at(kind, 'rss') },
    { budget: 'bibMemory', note: `RSS 40 s later, ${kinds[kind]}, over an extension that answers at once`, samples: at(kind, 'rssRested').map((rss) => rss - median(at(kind, 'rssRested', floorName))) },
    { budget: 'bibMemory', note: `live objects, ${kinds[kind]}`, samples: at(kind, 'heap') },
  ]);
}
