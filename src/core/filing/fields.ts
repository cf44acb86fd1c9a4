/** Fields of a paper, written into one layer: where the paper stands in it, or as an override of the layers below. */
import type { Shelved } from '../catalogue/catalogue.js';
import type { Layer, Place } from '../catalogue/layer.js';
import { fileFor } from '../catalogue/new-paper.js';
import type { PaperFields } from '../model/schema.js';
import type { PaperChange } from '../yaml/changes.js';
import type { Filer } from './changes.js';

/** Values by field; undefined takes a value away. */
export type FieldValues = { readonly [Field in keyof PaperFields as Field extends 'id' ? never : Field]?: PaperFields[Field] | undefined };

/** The place of a paper in a layer. */
export function placeIn(shelved: Shelved, layer: Pick<Layer, 'source'>): Place | undefined {
  return shelved.places.find((place) => place.layer.id === layer.source.id);
}

/**
 * Makes the layer say these values of the paper. What the layers below say already is not said again, and a record that says nothing
 * any more goes.
 */
export function writeFields(filer: Filer, layer: Layer, shelved: Shelved, values: FieldValues): void {
  const place = placeIn(shelved, layer);
  const lower = place ? shelved.places.slice(0, shelved.places.indexOf(place)) : shelved.places;
  const below = lower.reduce<Record<string, unknown>>((fields, { fields: mine, cleared }) => Object.fromEntries(Object.entries({ ...fields, ...mine }).filter(([name]) => !cleared.includes(name))), {});
  const set: Record<string, unknown> = {};
  const unset: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (same(value, below[name])) unset.push(name);
    else set[name] = value ?? null;
  }
  if (!place) {
    const id = shelved.paper.id;
    // a remark on a paper is filed nowhere: remarks stand together
    if (Object.keys(set).length > 0) filer.paper(layer.source, fileFor(layer, values.categories ?? []), { kind: 'add', fields: { id, ...set }, place: 'sorted' });
    return;
  }
  const { id } = place.fields;
  const own = new Set([...Object.keys(place.fields), ...place.cleared]);
  const left = [...own].filter((name) => name !== 'id' && !unset.includes(name));
  const empty = lower.length > 0 && left.length === 0 && Object.keys(set).length === 0;
  const changes: PaperChange[] = empty
    ? [{ kind: 'remove', id }]
    : [
        ...unset.filter((name) => own.has(name)).map((name): PaperChange => ({ kind: 'unset', id, path: [name] })),
        ...Object.entries(set).filter(([name, value]) => value === null || !same(value, (place.fields as Record<string, unknown>)[name])).map(([name, value]): PaperChange => ({ kind: 'set', id, path: [name], value })),
      ];
  filer.paper(layer.source, place.file, ...changes);
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));
}
