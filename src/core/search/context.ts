/** What a query must know of the catalogue besides its papers: the titles and the order of categories, the titles of lists. */
import type { Category, SourceList } from '../model/schema.js';

export interface SearchContext {
  /** Category id → its title and the ids above it, nearest last. */
  readonly categories: ReadonlyMap<string, { readonly title: string; readonly ancestors: readonly string[] }>;
  /** List id → title. */
  readonly lists: ReadonlyMap<string, string>;
}

/** A context that knows nothing: categories and lists are found by their ids. */
export const emptyContext: SearchContext = { categories: new Map(), lists: new Map() };

/** The search context of a catalogue. */
export function searchContext(config: { readonly categories: readonly Category[]; readonly lists: readonly Pick<SourceList, 'id' | 'title'>[] }): SearchContext {
  const categories = new Map<string, { title: string; ancestors: readonly string[] }>();
  const walk = (level: readonly Category[], ancestors: readonly string[]): void => {
    for (const category of level) {
      categories.set(category.id, { title: category.title, ancestors });
      walk(category.children ?? [], [...ancestors, category.id]);
    }
  };
  walk(config.categories, []);
  return { categories, lists: new Map(config.lists.map((list) => [list.id, list.title])) };
}
