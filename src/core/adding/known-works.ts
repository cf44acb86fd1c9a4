/** The works of a catalogue, for finding out whether a paper is there already. */
import type { Catalogue, Shelved } from '../catalogue/catalogue.js';
import { SimilarIndex, type Same } from '../model/similar.js';
import type { KnownFields } from './types.js';

export type SameShelved = Same<Shelved>;

/** Catalogues are immutable, so that an index holds as long as its catalogue. */
const indices = new WeakMap<Catalogue, SimilarIndex<Shelved>>();
/** Papers between two pauses: a few milliseconds' work. */
const slice = 200;

/** The index of a catalogue, made when first asked for; `pause` is called between slices of a few milliseconds. */
export async function worksOf(catalogue: Catalogue, pause?: () => Promise<void>): Promise<SimilarIndex<Shelved>> {
  const known = indices.get(catalogue);
  if (known !== undefined) return known;
  const index = new SimilarIndex<Shelved>();
  for (const [at, shelved] of catalogue.papers.entries()) {
    index.add(shelved, shelved.paper.fields);
    if (pause !== undefined && at % slice === slice - 1) await pause();
  }
  indices.set(catalogue, index);
  return index;
}

/** Where a paper is there already, in any layer: certain works first. */
export async function findInCatalogue(catalogue: Catalogue, fields: KnownFields, pause?: () => Promise<void>): Promise<SameShelved[]> {
  return (await worksOf(catalogue, pause)).find(fields);
}
