/** Changes of catalog.yaml → splices. */
import { numericPath, type ValueChange } from './changes.js';
import { editableTree, editValue } from './edit-value.js';
import { lineEnding } from './layout.js';
import { itemAt, stepsTo, writtenAsBefore, type MovedItem } from './moved-item.js';
import { valueAt } from './paths.js';
import { applySplices, composeSplices, type Splice } from './splice.js';
import { writtenValue } from './written.js';

/**
 * Splices (sorted, against `text`) that make the changes one after the other; the rest of the file stays byte for byte.
 * What is taken away and put in again by a later change, known by its id, moves with its lines, comments included.
 * Throws EditError when a path leads nowhere or the file does not parse.
 */
export function editConfig(text: string, changes: readonly ValueChange[]): readonly Splice[] {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const eol = lineEnding(text);
  let source = text.slice(bom);
  let total: Splice[] = [];
  const taken = new Map<string, MovedItem>();
  const make = (splices: readonly Splice[]): void => {
    total = composeSplices(total, splices);
    source = applySplices(source, splices);
  };
  for (const [at, change] of changes.entries()) {
    const moved = change.kind === 'unset' ? itemAt(source, numericOf(source, change)) : undefined;
    if (moved && changes.slice(at + 1).some((later) => later.kind === 'insert' && stepsTo(later.value, moved.id))) {
      taken.set(moved.id, moved);
      make(editValue(source, change, 'config', eol));
      // they stand before what was taken, so that their places hold
      make(moved.lead);
      continue;
    }
    make(source.trim() === '' && change.kind !== 'unset' ? startFile(source, change, eol) : editValue(source, change, 'config', eol));
    if (change.kind === 'insert') make(putBack(source, change, taken, eol));
  }
  return total.map((splice) => ({ ...splice, start: splice.start + bom, end: splice.end + bom }));
}

function numericOf(source: string, { path }: ValueChange): ReturnType<typeof numericPath> {
  return numericPath(writtenValue(editableTree(source), 'config'), path);
}

/** What was inserted, as it was written before it was taken away. */
function putBack(source: string, change: Extract<ValueChange, { kind: 'insert' }>, taken: Map<string, MovedItem>, eol: string): Splice[] {
  for (const item of taken.values()) {
    const steps = stepsTo(change.value, item.id);
    if (!steps) continue;
    taken.delete(item.id);
    const list = numericOf(source, change);
    const inserted = valueAt(writtenValue(editableTree(source), 'config'), list);
    const index = change.index ?? (Array.isArray(inserted) ? inserted.length - 1 : 0);
    return writtenAsBefore(source, [...list, index, ...steps], item, eol);
  }
  return [];
}

/** An empty file has nothing to put a field beside: it begins as the empty mapping that the change is made to. */
function startFile(source: string, change: ValueChange, eol: '\n' | '\r\n'): Splice[] {
  const [key = '', ...rest] = change.path;
  const seed = `${String(key)}:${eol}`;
  const first: Splice = { start: 0, end: source.length, text: seed };
  const value = change.kind === 'unset' ? undefined : rest.length > 0 || change.kind === 'insert' ? change : { ...change, path: [key] };
  return value ? composeSplices([first], editValue(seed, value, 'config', eol)) : [];
}
