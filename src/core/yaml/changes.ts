/** What can be changed in a catalogue's files, and what the values are afterwards. */
import type { PaperFields } from '../model/schema.js';
import { EditError } from './edit-error.js';
import { isRecord, valueAt, withoutValue, withValue, type Path } from './paths.js';

/**
 * Steps from a paper's (or catalog.yaml's) mapping: `authors.2` is ['authors', 2]. In a list whose items have ids a text
 * step names the item: ['categories', 'generation', 'title'].
 */
export type EditPath = Path;

export type ValueChange =
  /** Writes a value; what leads to it is made when missing. An index may be one past the end. */
  | { readonly kind: 'set'; readonly path: EditPath; readonly value: unknown }
  /** Removes a field or a list item. A list or mapping that becomes empty stays, as [] or {}: it says "none", not "unknown". */
  | { readonly kind: 'unset'; readonly path: EditPath }
  /** Puts an item into the list at `path`, before the item `index` (at the end by default); makes the list when missing. */
  | { readonly kind: 'insert'; readonly path: EditPath; readonly index?: number; readonly value: unknown };

/** Where a paper goes; `sorted`: before the first paper whose id comes later; `after`: behind the paper with that id, or behind that item (see {@link PaperAddress}). */
export type PaperPlace = 'start' | 'end' | 'sorted' | { readonly after: string | number };

/** Which paper is meant. */
export interface PaperAddress {
  readonly id: string;
  /** Index among the items of the text before all changes, readable or not: it goes before the id, which may be missing or be there twice. */
  readonly item?: number | undefined;
}

export type PaperChange =
  /** `source`: the paper as an item of another file, with its comments; it is taken as it is where it fits this file, else the fields are written anew. */
  | { readonly kind: 'add'; readonly fields: PaperFields; readonly place?: PaperPlace; readonly source?: string | undefined }
  | ({ readonly kind: 'remove' } & PaperAddress)
  | ({ readonly kind: 'move'; readonly place: PaperPlace } & PaperAddress)
  | (ValueChange & PaperAddress);

/** The address that a place names. */
export function asAddress(after: string | number): PaperAddress {
  return typeof after === 'string' ? { id: after } : { id: '', item: after };
}

/** How messages call a paper. */
export function named({ id, item }: PaperAddress): string {
  return id === '' && item !== undefined ? `number ${item + 1}` : id;
}

/** "authors.2", for messages; the index that leads to a paper in its file is not shown. */
export function showPath(path: EditPath): string {
  return (typeof path[0] === 'number' ? path.slice(1) : path).join('.');
}

/** Text steps into lists replaced by indices. */
export function numericPath(root: unknown, path: EditPath): Path {
  const steps: (string | number)[] = [];
  for (const step of path) {
    const value = valueAt(root, steps);
    if (!Array.isArray(value) || typeof step === 'number') {
      steps.push(step);
      continue;
    }
    const index = value.findIndex((item) => isRecord(item) && (item['id'] === step || item['list'] === step));
    if (index < 0) throw new EditError(`There is no item ${step} in ${showPath(steps)}.`);
    steps.push(index);
  }
  return steps;
}

/** The value after a change (whose path is numeric). Throws EditError when there is nothing at the path to change. */
export function changedValue(root: unknown, change: ValueChange): unknown {
  const { path } = change;
  if (change.kind === 'unset') {
    if (valueAt(root, path) === undefined) throw new EditError(`There is no ${showPath(path)} to remove.`);
    return withoutValue(root, path);
  }
  if (change.kind === 'set') return put(root, path, change.value, []);
  const list = valueAt(root, path) ?? [];
  if (!Array.isArray(list)) throw new EditError(`${showPath(path)} is not a list.`);
  const index = change.index ?? list.length;
  if (!Number.isInteger(index) || index < 0 || index > list.length) throw new EditError(`${showPath(path)} has no place ${index}: it has ${list.length} items.`);
  return put(root, path, [...(list as unknown[]).slice(0, index), change.value, ...(list as unknown[]).slice(index)], []);
}

function put(root: unknown, path: Path, value: unknown, done: Path): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const here = root ?? (typeof step === 'number' ? [] : {});
  if (Array.isArray(here)) {
    const list = here as unknown[];
    if (typeof step !== 'number' || !Number.isInteger(step) || step < 0 || step > list.length) throw new EditError(`There is no ${showPath([...done, step])}: the list has ${list.length} items.`);
    const item = put(list[step], rest, value, [...done, step]);
    return step === list.length ? [...list, item] : list.map((old, index) => (index === step ? item : old));
  }
  if (!isRecord(here)) throw new EditError(`${showPath(done)} holds a single value; nothing can be put inside it.`);
  return withValue(here, [step], put(Object.hasOwn(here, step) ? here[step] : undefined, rest, value, [...done, step]));
}
