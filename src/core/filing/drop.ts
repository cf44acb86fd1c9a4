/** Papers carried from category to category, each out of the very ones it was taken from. */
import type { Catalogue, Shelved } from '../catalogue/catalogue.js';
import type { Layer } from '../catalogue/layer.js';
import { Filer, FilingError, type Filing } from './changes.js';
import { writeFields } from './fields.js';
import { homeOf } from './papers.js';

export interface Carried {
  readonly shelved: Shelved;
  /** Ids of the categories it was taken from; none for a paper that is in none. */
  readonly from: readonly string[];
}

/**
 * Files papers under `to`, at the place of the first category that they leave; with `to` undefined they only leave. `keep`: they stay
 * where they were as well. Each is written where it stands highest, papers that only the bundled catalogue has into `target`.
 */
export function dropPapers(catalogue: Catalogue, target: Layer, carried: readonly Carried[], to: string | undefined, { keep }: { readonly keep: boolean }): Filing {
  if (to !== undefined && catalogue.category(to) === undefined) throw new FilingError(`No catalogue has a category "${to}".`);
  const filer = new Filer();
  for (const { shelved, from } of carried) {
    const old = shelved.paper.categories;
    const leaves = (id: string) => !keep && id !== to && from.includes(id);
    const kept = old.filter((id) => !leaves(id));
    const first = old.findIndex(leaves);
    const place = first < 0 ? kept.length : first;
    const categories = to === undefined || kept.includes(to) ? kept : [...kept.slice(0, place), to, ...kept.slice(place)];
    if (categories.length !== old.length || categories.some((id, at) => id !== old[at])) writeFields(filer, homeOf(catalogue, shelved, target), shelved, { categories });
  }
  return filer.filing;
}
