/** The items of a papers file, readable or not, for those who show and change each of them. */
import { isMap } from 'yaml';
import type { TextRange } from '../model/problem.js';
import { stateOf, type PapersFile, type ReadBlock } from './papers-file.js';
import { isRecord } from './paths.js';
import { itemsOf, keyText, parseTree, rangeOf, type Tree } from './tree.js';
import { writtenValue } from './written.js';

/** Every item in the order of the text; its index is the `item` of changes. Of a file that this session did not read, the readable ones alone. */
export function itemsOfFile(file: PapersFile): readonly ReadBlock[] {
  return stateOf(file)?.blocks ?? file.entries;
}

/** What an item says, field by field in its own order, as it is written: unknown fields, wrong values and nulls included. Empty when it is no mapping. */
export function writtenFields(file: PapersFile, item: number): Readonly<Record<string, unknown>> {
  const found = treeOf(file, item);
  const written = found && writtenValue(found.tree, 'papers');
  const value: unknown = Array.isArray(written) ? written[found?.index ?? 0] : undefined;
  return isRecord(value) ? value : {};
}

/** Where the fields of an item stand in the file's text, from the name to the end of the value. */
export function fieldRanges(file: PapersFile, item: number): ReadonlyMap<string, TextRange> {
  const ranges = new Map<string, TextRange>();
  const found = treeOf(file, item);
  const node = found && itemsOf(found.tree.doc.contents)[found.index];
  if (!found || !isMap(node)) return ranges;
  for (const { key, value } of node.items) {
    const name = keyText(key);
    const at = rangeOf(key, found.tree.source);
    if (name === undefined || !at || ranges.has(name)) continue;
    ranges.set(name, { start: at.start + found.offset, end: (rangeOf(value, found.tree.source)?.end ?? at.end) + found.offset });
  }
  return ranges;
}

/** The tree that holds an item: its own block where papers can be cut apart, else the whole text. */
function treeOf(file: PapersFile, item: number): { tree: Tree; index: number; offset: number } | undefined {
  const state = stateOf(file);
  const block = itemsOfFile(file)[item];
  if (!block) return undefined;
  if (!state || state.regular) return { tree: parseTree(block.source), index: 0, offset: block.start };
  const bom = state.text.startsWith('\uFEFF') ? 1 : 0;
  return { tree: parseTree(state.text.slice(bom)), index: item, offset: bom };
}
