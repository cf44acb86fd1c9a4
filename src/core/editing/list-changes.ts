/** From one list to another by the fewest changes, so that a change of one item writes one item. */
import type { FieldChange } from '../../protocol.js';

type Path = (string | number)[];

/**
 * The changes that turn the list at `path` into another, to be made one after the other. A list that becomes empty goes as a
 * whole; one that was not there is set as a whole.
 * @param from undefined when the field is not there
 */
export function listChanges(path: Path, from: readonly unknown[] | undefined, to: readonly unknown[]): FieldChange[] {
  if (from === undefined || from.length === 0) return to.length === 0 ? [] : [{ kind: 'set', path, value: [...to] }];
  if (to.length === 0) return [{ kind: 'unset', path }];
  let start = 0;
  while (start < from.length && start < to.length && same(from[start], to[start])) start += 1;
  let end = 0;
  while (end < from.length - start && end < to.length - start && same(from[from.length - 1 - end], to[to.length - 1 - end])) end += 1;
  const before = from.slice(start, from.length - end);
  const after = to.slice(start, to.length - end);
  return moved(path, start, before, after) ?? replaced(path, start, before, after);
}

/** One item that went elsewhere in the list. */
function moved(path: Path, start: number, before: readonly unknown[], after: readonly unknown[]): FieldChange[] | undefined {
  const last = before.length - 1;
  if (last < 1 || after.length !== before.length) return undefined;
  if (same(before[0], after[last]) && sameList(before.slice(1), after.slice(0, -1))) return [{ kind: 'reorder', path, from: start, to: start + last }];
  if (same(before[last], after[0]) && sameList(before.slice(0, -1), after.slice(1))) return [{ kind: 'reorder', path, from: start + last, to: start }];
  return undefined;
}

function replaced(path: Path, start: number, before: readonly unknown[], after: readonly unknown[]): FieldChange[] {
  const both = Math.min(before.length, after.length);
  const changes: FieldChange[] = [];
  for (let i = 0; i < both; i++) if (!same(before[i], after[i])) changes.push({ kind: 'set', path: [...path, start + i], value: after[i] });
  // from the end, so that no index moves under the next one
  for (let i = before.length - 1; i >= both; i--) changes.push({ kind: 'unset', path: [...path, start + i] });
  for (let i = both; i < after.length; i++) changes.push({ kind: 'insert', path, index: start + i, value: after[i] });
  return changes;
}

const sameList = (a: readonly unknown[], b: readonly unknown[]) => a.every((item, index) => same(item, b[index]));

/** Equal as JSON is; the order of keys counts, as it does in the text. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
