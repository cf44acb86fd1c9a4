/** Changes of catalog.yaml → splices. */
import type { ValueChange } from './changes.js';
import { editValue } from './edit-value.js';
import { lineEnding } from './layout.js';
import { applySplices, composeSplices, type Splice } from './splice.js';

/**
 * Splices (sorted, against `text`) that make the changes one after the other; the rest of the file stays byte for byte.
 * Throws EditError when a path leads nowhere or the file does not parse.
 */
export function editConfig(text: string, changes: readonly ValueChange[]): readonly Splice[] {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const eol = lineEnding(text);
  let source = text.slice(bom);
  let total: Splice[] = [];
  for (const change of changes) {
    const splices = source.trim() === '' && change.kind !== 'unset' ? startFile(source, change, eol) : editValue(source, change, 'config', eol);
    total = composeSplices(total, splices);
    source = applySplices(source, splices);
  }
  return total.map((splice) => ({ ...splice, start: splice.start + bom, end: splice.end + bom }));
}

/** An empty file has nothing to put a field beside: it begins as the empty mapping that the change is made to. */
function startFile(source: string, change: ValueChange, eol: '\n' | '\r\n'): Splice[] {
  const [key = '', ...rest] = change.path;
  const seed = `${String(key)}:${eol}`;
  const first: Splice = { start: 0, end: source.length, text: seed };
  const value = change.kind === 'unset' ? undefined : rest.length > 0 || change.kind === 'insert' ? change : { ...change, path: [key] };
  return value ? composeSplices([first], editValue(seed, value, 'config', eol)) : [];
}
