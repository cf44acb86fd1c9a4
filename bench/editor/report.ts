/** Figures of the editor half → tables. */
import type { Verdict } from '../shared/budget.js';
import { ratio, spread, type Samples } from '../shared/stats.js';
import { table } from '../shared/table.js';
import type { Measured } from '../node/run.js';

type Results = ReadonlyMap<string, Measured>;

const subjects = { floor: 'floor', bundled: 'bundled catalogue', cold: '10,000 papers, cold', warm: '10,000 papers, from snapshots', shipped: 'the same, as shipped, idle before' } as const;
const rows: readonly (readonly [title: string, figure: string])[] = [
  ['activation: code loaded, ms', 'load'],
  ['activation: `activate` called, ms', 'activate'],
  ['click on the icon → first rows drawn, ms', 'first'],
  ["click → the workspace's rows drawn, ms", 'all'],
  ['longest block of the event loop meanwhile, ms', 'block'],
  ['group of 1,000 opened → its rows drawn, ms', 'expand'],
  ['longest block meanwhile, ms', 'expandBlock'],
  ['edit in a document → row drawn, ms', 'document'],
  ['edit on the disk → row drawn, ms', 'disk'],
  ['longest block meanwhile, ms', 'editBlock'],
  ['host before the click, RSS, MB', 'rssBefore'],
  ['host after it, RSS, MB', 'rss'],
  ['after 40 seconds in which nothing happens (the bundled catalogue: at once), RSS, MB', 'rssRested'],
  ['and after a garbage collection, RSS, MB', 'rssCollected'],
  ['live objects, MB', 'heap'],
];

export function editorTables(results: Results): string {
  const at = (subject: string, name: string): Samples => results.get(subject)?.get(name) ?? [];
  const names = Object.keys(subjects);
  const beside = ([title, name]: (typeof rows)[number]) => [title, ...names.map((subject) => spread(at(subject, name))), ratio(at('warm', name), at('floor', name))];
  const peers = [...results.keys()].filter((subject) => !names.includes(subject));
  const peerRow = (id: string, from: string) => [id, ...['load', 'activate', 'block', 'rss', 'heap'].map((name) => spread(at(from, name)))];
  return [
    '`floor` is an extension with a tree of the same size and no work behind it: what VS Code itself takes on this machine.',
    'In the next three columns nothing has started the extension before the click: it is loaded, activated, reads and draws.',
    '',
    table(['', ...Object.values(subjects), 'snapshots : floor'], rows.map(beside)),
    ...(peers.length === 0
      ? []
      : ['', '### Activation beside other extensions', '', table(['', 'load, ms', 'activate, ms', 'longest block, ms', 'host afterwards, RSS, MB', 'live objects, MB'], [peerRow('litshelf (and its view drawn)', 'bundled'), ...peers.map((id) => peerRow(id, id))])]),
  ].join('\n');
}

const ways = { cold: 'read from YAML', warm: 'read from snapshots, opened and edited', shipped: 'read from snapshots' } as const;

export function editorVerdicts(results: Results): Verdict[] {
  const at = (subject: string, name: string): Samples => results.get(subject)?.get(name) ?? [];
  const activationOf = (subject: string) => at(subject, 'load').map((load, run) => load + (at(subject, 'activate')[run] ?? NaN));
  const edit = at('warm', 'document');
  return [
    { budget: 'activation', note: 'started by a click', samples: activationOf('bundled') },
    { budget: 'activation', note: 'as shipped, at start-up', samples: activationOf('shipped') },
    { budget: 'paintBundled', samples: at('bundled', 'first') },
    { budget: 'paintBundled', note: 'over the floor', samples: over(at('bundled', 'first'), at('floor', 'first')) },
    { budget: 'paintWarm', samples: at('warm', 'all') },
    { budget: 'paintWarm', note: 'over the floor', samples: over(at('warm', 'all'), at('floor', 'first')) },
    { budget: 'paintWarm', note: 'as shipped, idle before', samples: at('shipped', 'all') },
    { budget: 'paintCold', samples: at('cold', 'all') },
    { budget: 'edit', note: 'in the editor', samples: edit },
    { budget: 'edit', note: 'in the editor, over the floor', samples: over(edit, at('floor', 'document')) },
    ...(['cold', 'warm', 'shipped'] as const).flatMap((subject): Verdict[] => [
      { budget: 'memory', note: `RSS, ${ways[subject]}`, samples: over(at(subject, 'rss'), at('floor', 'rssBefore')) },
      { budget: 'memory', note: `RSS 40 s later, ${ways[subject]}`, samples: over(at(subject, 'rssRested'), at('floor', 'rssRested')) },
      { budget: 'memory', note: `live objects, ${ways[subject]}`, samples: over(at(subject, 'heap'), at('floor', 'heapBefore')) },
    ]),
  ];
}

function over(samples: Samples, floor: Samples): number[] {
  return samples.map((sample, run) => sample - (floor[run] ?? NaN));
}
