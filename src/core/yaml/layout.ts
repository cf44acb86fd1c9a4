/** Where the parts of a parsed text stand in it: ends of values, columns, lines. All offsets count from the start of the source. */
import { isAlias, isCollection, isMap, isScalar, isSeq, type Document, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Tree } from './tree.js';

/** A value's place: of a key, or in a list. */
export type Slot = { readonly kind: 'pair'; readonly map: YAMLMap; readonly pair: Pair } | { readonly kind: 'item'; readonly seq: YAMLSeq; readonly index: number };

export function slotNode(slot: Slot): unknown {
  return slot.kind === 'pair' ? slot.pair.value : slot.seq.items[slot.index];
}

export function inFlow(slot: Slot): boolean {
  return (slot.kind === 'pair' ? slot.map : slot.seq).flow === true;
}

export function lineStart(source: string, at: number): number {
  return source.lastIndexOf('\n', at - 1) + 1;
}

/** End of the line that holds `at`, before its line end. */
export function lineEnd(source: string, at: number): number {
  const feed = source.indexOf('\n', at);
  if (feed < 0) return source.length;
  return feed > at && source[feed - 1] === '\r' ? feed - 1 : feed;
}

/** Start of the line after the one that holds `at`. */
export function afterLine(source: string, at: number): number {
  const feed = source.indexOf('\n', at);
  return feed < 0 ? source.length : feed + 1;
}

export function column(source: string, at: number): number {
  return at - lineStart(source, at);
}

/** Whether nothing but white space stands before an offset on its line. */
export function beginsLine(source: string, at: number): boolean {
  return source.slice(lineStart(source, at), at).trim() === '';
}

export function keyStart(pair: Pair): number {
  const key = pair.key as { range?: readonly [number, number, number] | null } | null;
  const tokens = (pair.srcToken?.start ?? []).filter(({ type }) => type === 'anchor' || type === 'tag' || type === 'explicit-key-ind');
  return tokens[0]?.offset ?? key?.range?.[0] ?? 0;
}

/** Offset after the colon of a pair; undefined in `{a, b}` and `? a`. */
export function afterColon(pair: Pair): number | undefined {
  const colon = pair.srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
  return colon && colon.offset + 1;
}

/** Offset of the dash of an item of a block list. */
export function dashStart(seq: YAMLSeq, index: number): number {
  const token = seq.srcToken;
  const tokens = token?.type === 'block-seq' ? (token.items[index]?.start ?? []) : [];
  return tokens.find(({ type }) => type === 'seq-item-ind')?.offset ?? 0;
}

/** Start of an item of a flow list, its anchor or tag included. */
export function itemStart(seq: YAMLSeq, index: number): number {
  const token = seq.srcToken;
  const tokens = token?.type === 'flow-collection' ? (token.items[index]?.start ?? []) : [];
  return tokens.find(({ type }) => type === 'anchor' || type === 'tag')?.offset ?? startOf(seq.items[index]);
}

export function startOf(node: unknown): number {
  return (node as { range?: readonly [number, number, number] | null } | null | undefined)?.range?.[0] ?? 0;
}

/** End of a value's text, before white space, line end and comment; for block scalars the end of their last line. */
export function endOf(node: unknown, source: string): number {
  if (isMap(node) && node.flow !== true) return Math.max(startOf(node), ...node.items.slice(-1).map((pair) => pairEnd(pair, source)));
  if (isSeq(node) && node.flow !== true) return itemEnd(node, node.items.length - 1, source);
  if (!isScalar(node) && !isAlias(node) && !isCollection(node)) return 0;
  const [start, end] = node.range ?? [0, 0];
  if (isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')) {
    const text = source.slice(start, end);
    if (/^[|>]\d?\+/.test(text)) return start + text.replace(/\r?\n$/, '').length;
    return lineEnd(source, start + text.trimEnd().length);
  }
  return end;
}

export function pairEnd(pair: Pair, source: string): number {
  const marks = (pair.srcToken?.sep ?? []).filter(({ type }) => type === 'map-value-ind' || type === 'anchor' || type === 'tag');
  const last = marks.at(-1);
  const key = pair.key as { range?: readonly [number, number, number] | null } | null;
  return Math.max(key?.range?.[1] ?? 0, last ? last.offset + last.source.length : 0, isEmpty(pair.value) ? 0 : endOf(pair.value, source));
}

export function itemEnd(seq: YAMLSeq, index: number, source: string): number {
  const token = seq.srcToken;
  const marks = token?.type === 'block-seq' ? (token.items[index]?.start ?? []).filter(({ type }) => type === 'seq-item-ind' || type === 'anchor' || type === 'tag') : [];
  const last = marks.at(-1);
  const node = seq.items[index];
  return Math.max(last ? last.offset + last.source.length : startOf(seq), isEmpty(node) ? 0 : endOf(node, source));
}

/** A value that is not written at all: its position says nothing. */
function isEmpty(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null && (node.range?.[0] ?? 0) === (node.range?.[1] ?? 0));
}

/** The end of the line on which a value ends, when only a comment follows there; else where the value ends. */
export function withComment(source: string, end: number): number {
  return /^[ \t]*(?:#|$)/.test(source.slice(end, lineEnd(source, end))) ? lineEnd(source, end) : end;
}

export function hasCommentAfter(source: string, end: number): boolean {
  return /^[ \t]+#/.test(source.slice(end, lineEnd(source, end)));
}

/** Line ends as the text around has them: its first one, "\n" when it has none. */
export function lineEnding(text: string): '\n' | '\r\n' {
  const feed = text.indexOf('\n');
  return feed > 0 && text[feed - 1] === '\r' ? '\r\n' : '\n';
}

/** Whether a node, or one inside it, carries an anchor that an alias outside it refers to. */
export function isReferred(tree: Tree, node: unknown): boolean {
  const inside = new Set<string>();
  const [start, , end] = (node as { range?: readonly [number, number, number] | null } | null)?.range ?? [0, 0, 0];
  let referred = false;
  walk(tree.doc, (found) => {
    if (isAlias(found)) return;
    const at = startOf(found);
    const { anchor } = found as { anchor?: string };
    if (anchor !== undefined && at >= start && at <= end) inside.add(anchor);
  });
  if (inside.size === 0) return false;
  walk(tree.doc, (found) => {
    if (isAlias(found) && inside.has(found.source) && !(startOf(found) >= start && startOf(found) < end)) referred = true;
  });
  return referred;
}

function walk(doc: Document.Parsed, look: (node: unknown) => void): void {
  const step = (node: unknown): void => {
    look(node);
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        step(key);
        step(value);
      }
    } else if (isSeq(node)) node.items.forEach(step);
  };
  step(doc.contents);
}
