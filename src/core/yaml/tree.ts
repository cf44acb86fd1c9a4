/** YAML → tree with positions, by `yaml`: slower, for text that is being edited and text that has something wrong. */
import { isAlias, isMap, isScalar, isSeq, parseDocument, visit, type Document, type Pair, type ParsedNode, type YAMLError, type YAMLMap } from 'yaml';
import type { TextRange } from '../model/problem.js';

export interface Tree {
  readonly source: string;
  readonly doc: Document.Parsed;
  readonly errors: readonly YAMLError[];
}

/** Parses without throwing. Duplicate keys are no error here (that check of `yaml` is quadratic): see {@link duplicateKeys}. */
export function parseTree(source: string): Tree {
  // a tab in a line of nothing else is harmless, but `yaml` takes it for indentation
  const text = source.includes('\t') ? source.replace(/^[ \t]*\t[ \t]*$/gm, (blank) => ' '.repeat(blank.length)) : source;
  const doc = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: false, keepSourceTokens: true, prettyErrors: false, logLevel: 'error' });
  return { source, doc, errors: doc.errors };
}

/** A key as js-yaml would name it; undefined for keys that are lists or mappings. */
export function keyText(key: unknown): string | undefined {
  return isScalar(key) ? String(key.value) : undefined;
}

/** The pair of a key: the first one, when it is written twice. */
export function findPair(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => keyText(pair.key) === key);
}

/**
 * What a tree says, as plain values; aliases give shared objects, the first of equal keys wins.
 * Aliases without anchor are added to `lost`; a field whose value is one is left out.
 */
export function toValue(root: unknown, lost: unknown[] = []): unknown {
  const anchors = new Map<string, unknown>();
  const build = (node: unknown): unknown => {
    if (isAlias(node)) {
      if (anchors.has(node.source)) return anchors.get(node.source);
      lost.push(node);
      return undefined;
    }
    if (isSeq(node)) {
      const list: unknown[] = [];
      if (node.anchor !== undefined) anchors.set(node.anchor, list);
      for (const item of node.items) list.push(build(item) ?? null);
      return list;
    }
    if (isMap(node)) {
      const record: Record<string, unknown> = {};
      if (node.anchor !== undefined) anchors.set(node.anchor, record);
      for (const { key, value } of node.items) {
        const built = build(value);
        const name = keyText(key);
        if (name !== undefined && name !== '__proto__' && built !== undefined && !Object.hasOwn(record, name)) record[name] = built;
      }
      return record;
    }
    if (!isScalar(node)) return null;
    if (node.anchor !== undefined) anchors.set(node.anchor, node.value);
    return node.value;
  };
  return build(root);
}

/** The node at a path, as far down as the path exists; the value of the last pair met when `whole` is not reached. */
export function nodeAt(root: unknown, path: readonly (string | number)[]): { node: unknown; pair: Pair | undefined; depth: number } {
  let node = root;
  let pair: Pair | undefined;
  let depth = 0;
  for (const step of path) {
    if (isMap(node)) {
      const found = findPair(node, String(step));
      if (!found) break;
      pair = found;
      node = found.value;
    } else if (isSeq(node)) {
      const item: unknown = typeof step === 'number' ? node.items[step] : undefined;
      if (item === undefined) break;
      pair = undefined;
      node = item;
    } else break;
    depth += 1;
  }
  return { node, pair, depth };
}

/** Where a node's own text stands, without what follows it on its last line. */
export function rangeOf(node: unknown, source: string): TextRange | undefined {
  const range = (node as ParsedNode | null | undefined)?.range;
  if (!range) return undefined;
  const text = source.slice(range[0], range[1]);
  return { start: range[0], end: range[0] + text.trimEnd().length };
}

/** Keys that are written twice in one mapping, anywhere below a node: the second and further ones. */
export function* duplicateKeys(root: unknown): Generator<{ key: string; node: unknown }> {
  if (isMap(root)) {
    const seen = new Set<string>();
    for (const { key, value } of root.items) {
      const name = keyText(key);
      if (name !== undefined) {
        if (seen.has(name)) yield { key: name, node: key };
        seen.add(name);
      }
      yield* duplicateKeys(value);
    }
  } else if (isSeq(root)) {
    for (const item of root.items) yield* duplicateKeys(item);
  }
}

/** Where the errors of a tree stand. */
export function errorOffsets(tree: Tree): number[] {
  return tree.errors.map((error) => error.pos[0]);
}

/** Keys of a mapping between whose name and the next key's an offset of an error falls: what they say is not to be trusted. */
export function* brokenFields(node: unknown, source: string, broken: readonly number[]): Generator<string> {
  if (!isMap(node) || broken.length === 0) return;
  const starts = node.items.map(({ key }) => rangeOf(key, source)?.start ?? 0);
  for (const [index, { key }] of node.items.entries()) {
    const end = starts[index + 1] ?? source.length + 1;
    const name = keyText(key);
    if (name !== undefined && broken.some((at) => at >= (starts[index] ?? 0) && at < end)) yield name;
  }
}

/** Offset of a quote or bracket that was opened before an offset and has no end: where the mistake is that shows up later. */
export function openedBefore(doc: Document.Parsed, offset: number): number | undefined {
  let found: number | undefined;
  const look = (node: { range?: [number, number, number] | null }, open: boolean): void => {
    if (open && node.range && node.range[0] < offset) found = node.range[0];
  };
  visit(doc, {
    Scalar: (_, node) => look(node, (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') && (node.range?.[1] ?? 0) >= offset - 1),
    Collection: (_, node) => {
      const token = node.srcToken;
      look(node, token?.type === 'flow-collection' && !token.end.some(({ type }) => type === 'flow-seq-end' || type === 'flow-map-end'));
    },
  });
  return found;
}

/** The items of a sequence node, or nothing. */
export function itemsOf(node: unknown): readonly unknown[] {
  return isSeq(node) ? node.items : [];
}
