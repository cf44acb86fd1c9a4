import { identifiers } from '../core/model/identity.js';
import type { Paper } from '../core/model/paper.js';
import { paperTypes } from '../core/model/schema.js';
import { categoryIds } from '../core/check/unknown-category.js';
import { onlyFolder } from './arguments.js';
import { summary } from './check.js';
import type { Command } from './command.js';
import { NodeFiles } from './files.js';
import { loadCatalogue, type LoadedCatalogue } from './load.js';
import { counted, json, oneLine, table } from './output.js';

type Counts = readonly (readonly [name: string, count: number])[];

/** `litshelf stats`: what a catalogue holds, in numbers. */
export const stats: Command = {
  name: 'stats',
  usage: 'stats <dir> [--json]',
  about: 'Count papers by type, year, category, list and identifier.',
  details: () => 'A paper in several categories or lists counts in each of them.\n',
  options: { json: { type: 'boolean', about: 'Print the numbers as JSON.' } },
  async run(input, terminal) {
    const catalogue = await loadCatalogue(onlyFolder(input, stats), new NodeFiles());
    const { papers, config } = catalogue;
    const problems = catalogue.problems();
    const groups: readonly (readonly [title: string, counts: Counts])[] = [
      ['Types', largestFirst(count(papers, (paper) => [paperTypes[paper.type]]))],
      ['Years', newestFirst(count(papers, ({ year }) => [year === undefined ? 'unknown' : String(year)]))],
      ['Categories', topCategories(catalogue)],
      ['Lists', config.lists.map(({ id, title }) => [oneLine(title), papers.filter(({ lists }) => lists.some(({ list }) => list === id)).length])],
      ['Identifiers', identifierCounts(papers)],
    ];
    if (input.options['json'] === true) {
      const numbers = Object.fromEntries(groups.map(([title, counts]) => [title.toLowerCase(), Object.fromEntries(counts)]));
      const severities = largestFirst(count(problems, ({ severity }) => [severity]));
      terminal.out(json({ title: config.title, papers: papers.length, ...numbers, problems: Object.fromEntries(severities) }));
      return 0;
    }
    const shown = groups.filter(([, counts]) => counts.length > 0).map(([title, counts]) => `\n${title}\n${table(counts)}`);
    terminal.out(`${oneLine(config.title ?? catalogue.root)}: ${counted(papers.length, 'paper')}\n${shown.join('')}\nProblems: ${summary(problems)}\n`);
    return 0;
  },
};

/** How many items have each name; an item counts once for a name. */
function count<T>(items: readonly T[], namesOf: (item: T) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) for (const name of new Set(namesOf(item))) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function largestFirst(counts: ReadonlyMap<string, number>): Counts {
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

/** Years, the newest first, and "unknown" at the end. */
function newestFirst(counts: ReadonlyMap<string, number>): Counts {
  return [...counts].sort(([a], [b]) => (Number(b) || 0) - (Number(a) || 0));
}

/** Papers in each top category or below it, in the order of the tree; then those in none of them. */
function topCategories({ config, papers }: LoadedCatalogue): Counts {
  const tops = config.categories.map((category) => ({ title: oneLine(category.title), ids: new Set(categoryIds([category])) }));
  const rows = tops.map(({ title, ids }): [string, number] => [title, papers.filter(({ categories }) => categories.some((id) => ids.has(id))).length]);
  const none = papers.filter(({ categories }) => !categories.some((id) => tops.some(({ ids }) => ids.has(id)))).length;
  return none === 0 ? rows : [...rows, ['none', none]];
}

function identifierCounts(papers: readonly Paper[]): Counts {
  const names = { arxiv: 'arXiv', doi: 'DOI', acl: 'ACL', openreview: 'OpenReview' } as const;
  const rows = Object.entries(names).map(([scheme, name]): [string, number] => [name, papers.filter(({ fields }) => fields[scheme as keyof typeof names] !== undefined).length]);
  return [...rows, ['none', papers.filter(({ fields }) => identifiers(fields).length === 0).length]];
}
