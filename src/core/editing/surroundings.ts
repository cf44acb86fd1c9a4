/** What the catalogue knows beyond the file that is shown: categories with their counts, and what lower layers say of the same papers. */
import type { CategoryNode } from '../../protocol.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { Category, PaperFields } from '../model/schema.js';

export interface Surroundings {
  readonly categories: readonly CategoryNode[];
  /** Category id → title. The same map as before while no title is another. */
  readonly titles: ReadonlyMap<string, string>;
  /** What layers below say of the paper with this key; undefined when they know none. */
  below(key: string): PaperFields | undefined;
}

export const nowhere: Surroundings = { categories: [], titles: new Map(), below: () => undefined };

/** Yields now and then. @param layer id of the layer that the file belongs to */
export function* surroundings(catalogue: Catalogue, layer: string | undefined, before: Surroundings = nowhere): Generator<void, Surroundings> {
  const titles = new Map<string, string>();
  const walk = (level: readonly Category[]): void => {
    for (const { id, title, children = [] } of level) {
      titles.set(id, title);
      walk(children);
    }
  };
  walk(catalogue.categories);
  const place = catalogue.layers.findIndex(({ source }) => source.id === layer);
  const lower = new Set(catalogue.layers.slice(0, Math.max(0, place)).map(({ source }) => source.id));
  return {
    categories: yield* categoryTree(catalogue.categories, catalogue.papers),
    titles: sameTitles(titles, before.titles) ? before.titles : titles,
    below: (key) => (lower.size === 0 ? undefined : fieldsBelow(catalogue, key, lower)),
  };
}

function fieldsBelow(catalogue: Catalogue, key: string, lower: ReadonlySet<string>): PaperFields | undefined {
  const places = catalogue.get(key)?.places.filter((place) => lower.has(place.layer.id)) ?? [];
  const [first, ...others] = places;
  if (!first) return undefined;
  // the very object of the only record, so that a comparison by === finds that nothing changed
  if (others.length === 0) return first.fields;
  return places.reduce<PaperFields>((fields, { fields: own, cleared }) => ({ ...Object.fromEntries(Object.entries({ ...fields, ...own }).filter(([name]) => !cleared.includes(name))), id: own.id }), first.fields);
}

/** Papers between two pauses. */
const piece = 1000;

/** The tree with counts. A paper counts once in a category, however many of those below it it is filed in. */
export function* categoryTree(categories: readonly Category[], papers: readonly { readonly paper: { readonly categories: readonly string[] } }[]): Generator<void, CategoryNode[]> {
  const above = new Map<string, readonly string[]>();
  const walk = (level: readonly Category[], path: readonly string[]): void => {
    for (const { id, children = [] } of level) {
      above.set(id, [...path, id]);
      walk(children, [...path, id]);
    }
  };
  walk(categories, []);
  const own = new Map<string, number>();
  const all = new Map<string, number>();
  for (const [at, { paper }] of papers.entries()) {
    const ids = paper.categories.length < 2 ? paper.categories : [...new Set(paper.categories)];
    for (const id of ids) own.set(id, (own.get(id) ?? 0) + 1);
    const lines = ids.flatMap((one) => above.get(one) ?? []);
    for (const id of ids.length < 2 ? lines : new Set(lines)) all.set(id, (all.get(id) ?? 0) + 1);
    if (at % piece === piece - 1) yield;
  }
  const node = ({ id, title, description = '', children = [] }: Category): CategoryNode => ({ id, title, description, own: own.get(id) ?? 0, all: all.get(id) ?? 0, children: children.map(node) });
  return categories.map(node);
}

function sameTitles(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([id, title]) => b.get(id) === title);
}
