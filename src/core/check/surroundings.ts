/** What one layer of a catalogue stands on and beside, for checking it. */
import type { Catalogue, Shelved } from '../catalogue/catalogue.js';
import type { Layer, Place } from '../catalogue/layer.js';
import type { PaperFields } from '../model/schema.js';
import type { Surroundings } from './checked.js';

/** Categories and lists may come from any layer, papers may complete those of lower layers. */
export function surroundingsOf(catalogue: Catalogue, layer: Layer): Surroundings {
  const filledElsewhere = new Set<string>();
  for (const other of catalogue.layers) {
    if (other.source.id === layer.source.id) continue;
    for (const { entries } of other.files.values()) for (const { fields } of entries) for (const id of fields.categories ?? []) filledElsewhere.add(id);
  }
  const lower = lowerFields(catalogue.papers, layer.source.id);
  return { config: { ...layer.config, categories: [...catalogue.categories], lists: [...catalogue.lists] }, filledElsewhere, below: ({ id }) => lower.get(id) };
}

/** By the key that the layer itself gives a paper. */
function lowerFields(papers: readonly Shelved[], layer: string): Map<string, PaperFields> {
  const found = new Map<string, PaperFields>();
  for (const { places } of papers) {
    if (places.length < 2) continue;
    const at = places.findIndex((place) => place.layer.id === layer);
    const own = places[at];
    if (own && at > 0) found.set(own.fields.id, laidOver(places.slice(0, at)));
  }
  return found;
}

function laidOver(places: readonly Place[]): PaperFields {
  return places.reduce<PaperFields>((fields, place) => ({ ...Object.fromEntries(Object.entries(fields).filter(([name]) => !place.cleared.includes(name))), ...place.fields }), { id: '' });
}
