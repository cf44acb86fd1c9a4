/** A paper that is to enter a catalogue: its key and the file it goes to. */
import type { MetadataFields } from '../metadata/index.js';
import { citationKey } from '../model/citation-key.js';
import type { PaperFields } from '../model/schema.js';
import { papersFolder, type Layer } from './layer.js';

/** Fields of a new paper: what is known of it, the key it gets, where it is filed, and the day it came. The catalogue says which keys are taken. */
export function newPaper(catalogue: { get(key: string): unknown }, known: MetadataFields, filed: { categories: readonly string[]; added: string }): PaperFields {
  const id = citationKey(known, (key) => catalogue.get(key) !== undefined);
  return { id, ...known, ...(filed.categories.length > 0 ? { categories: [...filed.categories] } : {}), added: filed.added };
}

/**
 * The name of the file for a paper: where the layer already keeps papers of the category, else the one named after the
 * top-level category, else the layer's only file, else `papers/papers.yaml`.
 */
export function fileFor(layer: Layer, categories: readonly string[]): string {
  const [first] = categories;
  if (first !== undefined) {
    for (const [name, { entries }] of layer.files) if (entries.some(({ fields }) => fields.categories?.[0] === first)) return name;
    const named = `${papersFolder}/${first.split('/')[0] ?? first}.yaml`;
    if (layer.files.has(named) || layer.files.size !== 1) return named;
  }
  const [only] = layer.files.keys();
  return layer.files.size === 1 && only !== undefined ? only : `${papersFolder}/papers.yaml`;
}
