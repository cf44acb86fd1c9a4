import type { Shelved } from '../../core/catalogue/catalogue.js';
import type { Layer } from '../../core/catalogue/layer.js';
import { needsTarget } from '../../core/filing/index.js';
import type { House } from '../shared/house.js';
import { targetLayer, writableLayers } from '../shared/target-catalogue.js';

/** The catalogue that takes what has no other place; the person is asked for it only when a paper needs one. Undefined for no papers. */
export async function layerFor(house: House, papers: readonly Shelved[]): Promise<Layer | undefined> {
  if (papers.length === 0) return undefined;
  const catalogue = await house.catalogue();
  return papers.some((shelved) => needsTarget(catalogue, shelved)) ? targetLayer(house) : (await writableLayers(house))[0];
}
