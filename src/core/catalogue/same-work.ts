/** The catalogue's paper that is the same work as some record, whatever its key. */
import { identifiers, sameWork, titleIdentity } from '../model/identity.js';
import type { PaperFields } from '../model/schema.js';
import type { Catalogue, Shelved } from './catalogue.js';

const byTitle = new WeakMap<Catalogue, ReadonlyMap<string, readonly Shelved[]>>();

/** By an identifier, else by title, first author and year. A key alone says nothing: two works may have the same. */
export function findSameWork(catalogue: Catalogue, fields: PaperFields): Shelved | undefined {
  for (const id of identifiers(fields)) {
    const shelved = catalogue.find(id);
    if (shelved) return shelved;
  }
  const title = titleIdentity(fields);
  return title === undefined ? undefined : titlesOf(catalogue).get(title)?.find(({ paper }) => sameWork(paper.fields, fields));
}

function titlesOf(catalogue: Catalogue): ReadonlyMap<string, readonly Shelved[]> {
  let titles = byTitle.get(catalogue);
  if (!titles) {
    const made = new Map<string, Shelved[]>();
    for (const shelved of catalogue.papers) {
      const title = titleIdentity(shelved.paper.fields);
      if (title !== undefined) made.set(title, [...(made.get(title) ?? []), shelved]);
    }
    byTitle.set(catalogue, (titles = made));
  }
  return titles;
}
