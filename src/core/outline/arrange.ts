/** Catalogue + arrangement → outline. */
import type { Catalogue, Shelved } from '../catalogue/catalogue.js';
import { compileQuery, parseQuery, searchContext, type QueryProblem } from '../search/index.js';
import { planGroups, type GroupBy } from './groupings.js';
import { Outline, type GroupPlan } from './nodes.js';
import type { SortBy } from './sort.js';

export interface Arranged {
  readonly outline: Outline;
  /** What of the filter was not understood. */
  readonly problems: readonly QueryProblem[];
}

export function arrange(catalogue: Catalogue, { groupBy, sortBy, filter }: { groupBy: GroupBy; sortBy: SortBy; filter: string }): Arranged {
  const { papers, problems } = filterPapers(catalogue, filter);
  const plans = [...planGroups(groupBy, catalogue, papers), ...(filter.trim() === '' ? hiddenGroup(catalogue) : [])];
  // A filtered tree remembers by itself what is expanded: looking for something must not fold up the whole tree.
  const grouping = papers.length === catalogue.papers.length ? groupBy : `${groupBy}*`;
  return { outline: new Outline(plans, { grouping, sortBy, total: catalogue.papers.length, shown: papers.length }), problems };
}

/** Hidden papers stand by themselves behind all others, to be seen and shown again. */
function hiddenGroup({ hidden }: Catalogue): GroupPlan[] {
  return hidden.length === 0 ? [] : [{ key: '\u0000hidden', label: 'Hidden', about: 'Papers of the bundled catalogue that are hidden; they can be shown again.', hidden: true, groups: [], papers: hidden }];
}

/** The papers that a filter lets through; all of them for an empty one. */
export function filterPapers(catalogue: Catalogue, filter: string): { papers: readonly Shelved[]; problems: readonly QueryProblem[] } {
  if (filter.trim() === '') return { papers: catalogue.papers, problems: [] };
  const query = parseQuery(filter);
  const test = compileQuery(query, searchContext(catalogue));
  return { papers: catalogue.papers.filter(({ paper }) => test(paper)), problems: query.problems };
}
