/** What people do with papers: file them elsewhere, move them between catalogues, hide them, say what they have read. */
import type { Catalogue, Shelved } from '../catalogue/catalogue.js';
import type { Layer } from '../catalogue/layer.js';
import { fileFor } from '../catalogue/new-paper.js';
import { personalFields, type PaperFields, type ReadingStatus } from '../model/schema.js';
import { Filer, FilingError, type Filing } from './changes.js';
import { placeIn, writeFields, type FieldValues } from './fields.js';

/** What one reader says of a paper. */
export interface Reading {
  readonly status?: ReadingStatus | undefined;
  readonly starred?: boolean | undefined;
}

/** Says in the personal layer what one reader makes of papers; what is not said stays. */
export function markPapers(personal: Layer, papers: readonly Shelved[], reading: Reading): Filing {
  const filer = new Filer();
  // "unread" and "not starred" are what a paper is that nobody has said anything of
  const values: FieldValues = {
    ...(reading.status === undefined ? {} : { status: reading.status === 'unread' ? undefined : reading.status }),
    ...(reading.starred === undefined ? {} : { starred: reading.starred ? true : undefined }),
  };
  for (const shelved of papers) writeFields(filer, personal, shelved, lowerSays(shelved, personal, values));
  return filer.filing;
}

/** Where a layer below says "read", only "unread" takes it back; nowhere else is it written. */
function lowerSays(shelved: Shelved, layer: Layer, values: FieldValues): FieldValues {
  const lower = shelved.places.filter((place) => place.layer.id !== layer.source.id);
  return {
    ...values,
    ...('status' in values && values.status === undefined && lower.some(({ fields }) => fields.status !== undefined) ? { status: 'unread' } : {}),
    ...('starred' in values && values.starred === undefined && lower.some(({ fields }) => fields.starred !== undefined) ? { starred: false } : {}),
  };
}

/**
 * Files papers under a category: besides the others they are in, or instead of `from` and what lies below it.
 * Each is written where it stands highest, papers that only the bundled catalogue has into `target`.
 */
export function refile(catalogue: Catalogue, target: Layer, papers: readonly Shelved[], move: { readonly from?: string | undefined; readonly to: string | undefined }): Filing {
  if (move.to !== undefined && catalogue.category(move.to) === undefined) throw new FilingError(`No catalogue has a category "${move.to}".`);
  const filer = new Filer();
  for (const shelved of papers) {
    const old = shelved.paper.categories;
    const gone = move.from === undefined ? [] : old.filter((id) => id === move.from || isBelow(catalogue, id, move.from));
    const first = old.findIndex((id) => gone.includes(id));
    const kept = old.filter((id) => !gone.includes(id));
    const place = first < 0 ? kept.length : Math.min(first, kept.length);
    const categories = move.to === undefined || kept.includes(move.to) ? kept : [...kept.slice(0, place), move.to, ...kept.slice(place)];
    if (categories.length !== old.length || categories.some((id, at) => id !== old[at])) writeFields(filer, homeOf(catalogue, shelved, target), shelved, { categories });
  }
  return filer.filing;
}

function isBelow(catalogue: Catalogue, id: string, above: string | undefined): boolean {
  return catalogue.category(id)?.path.slice(0, -1).some((category) => category.id === above) === true;
}

/** The highest layer that may be written to and has the paper as a work, not as one reader's remark; else the one for new papers. */
export function homeOf(catalogue: Catalogue, shelved: Shelved, target: Layer): Layer {
  const writable = catalogue.layers.filter(({ source }) => source.kind !== 'bundled');
  return [...writable].reverse().find((layer) => {
    const place = placeIn(shelved, layer);
    return place !== undefined && (shelved.places.length === 1 || layer.source.kind !== 'personal' || Object.keys(place.fields).some((name) => name !== 'id' && !(personalFields as readonly string[]).includes(name)));
  }) ?? target;
}

/** Hides papers: taken out where they stand alone, else a tombstone in `target` above those that cannot be changed. */
export function hidePapers(target: Layer, papers: readonly Shelved[]): Filing {
  const filer = new Filer();
  for (const shelved of papers) {
    for (const { layer, file, fields } of shelved.places) if (layer.kind !== 'bundled') filer.paper(layer, file, { kind: 'remove', id: fields.id });
    if (!shelved.places.some(({ layer }) => layer.kind === 'bundled')) continue;
    filer.paper(target.source, placeIn(shelved, target)?.file ?? fileFor(target, shelved.paper.categories), { kind: 'add', fields: { id: shelved.paper.id, removed: true }, place: 'sorted' });
  }
  return filer.filing;
}

/** Takes back what layers above the bundled one say of papers; what a reader has read and starred stays. */
export function resetPapers(papers: readonly Shelved[]): Filing {
  const filer = new Filer();
  for (const shelved of papers) {
    if (!shelved.places.some(({ layer }) => layer.kind === 'bundled')) throw new FilingError(`${shelved.paper.id} is not in the bundled catalogue: there is nothing to go back to.`);
    for (const { layer, file, fields, cleared } of shelved.places) {
      if (layer.kind === 'bundled') continue;
      const said = [...Object.keys(fields), ...cleared].filter((name) => name !== 'id');
      const mine = said.filter((name) => (personalFields as readonly string[]).includes(name));
      if (mine.length === 0) filer.paper(layer, file, { kind: 'remove', id: fields.id });
      else filer.paper(layer, file, ...said.filter((name) => !mine.includes(name)).map((name) => ({ kind: 'unset' as const, id: fields.id, path: [name] })));
    }
  }
  return filer.filing;
}

/** Tombstones of papers that a layer hides, by the key they hide. */
export function tombstones(catalogue: Catalogue): readonly { readonly layer: Layer; readonly file: string; readonly id: string }[] {
  return catalogue.layers.flatMap((layer) => [...layer.files].flatMap(([file, { entries }]) => entries.filter(({ fields }) => fields.removed === true).map(({ fields }) => ({ layer, file, id: fields.id }))));
}

/** Shows hidden papers again. */
export function showPapers(catalogue: Catalogue, keys: readonly string[]): Filing {
  const filer = new Filer();
  for (const { layer, file, id } of tombstones(catalogue)) if (keys.includes(id) && layer.source.kind !== 'bundled') filer.paper(layer.source, file, { kind: 'remove', id });
  return filer.filing;
}

/**
 * Puts whole papers into another catalogue, with all that is known of them but one reader's remarks; they leave the one they were in,
 * unless it is bundled or `copy` is asked for.
 */
export function moveToLayer(target: Layer, papers: readonly Shelved[], { copy }: { readonly copy: boolean }): Filing {
  const filer = new Filer();
  for (const shelved of papers) {
    const place = placeIn(shelved, target);
    const fields = Object.fromEntries(Object.entries(shelved.paper.fields).filter(([name]) => target.source.kind === 'personal' || !(personalFields as readonly string[]).includes(name))) as PaperFields;
    // said in full: what it stood on is going
    if (place) filer.paper(target.source, place.file, ...Object.entries(fields).filter(([name, value]) => name !== 'id' && (place.fields as Record<string, unknown>)[name] !== value).map(([name, value]) => ({ kind: 'set' as const, id: place.fields.id, path: [name], value })));
    else filer.paper(target.source, fileFor(target, shelved.paper.categories), { kind: 'add', fields, place: 'sorted' });
    if (copy) continue;
    for (const other of shelved.places) {
      if (other.layer.kind === 'bundled' || other.layer.id === target.source.id) continue;
      const mine = Object.entries(other.fields).filter(([name]) => (personalFields as readonly string[]).includes(name));
      filer.paper(other.layer, other.file, { kind: 'remove', id: other.fields.id });
      // a reader's remarks stay with the reader
      if (mine.length > 0 && other.layer.kind === 'personal') filer.paper(other.layer, other.file, { kind: 'add', fields: { id: shelved.paper.id, ...Object.fromEntries(mine) }, place: 'sorted' });
    }
  }
  return filer.filing;
}
