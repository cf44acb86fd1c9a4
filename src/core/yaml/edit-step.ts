/** One step of an edit: where the change goes in the tree, and the splices that make it there. */
import { isAlias, isMap, isScalar, isSeq, type Scalar } from 'yaml';
import { emptyBlock, insertItem, insertPair, removeItem, removePair, valueStart } from './block-edit.js';
import type { ValueChange } from './changes.js';
import { showPath } from './changes.js';
import { EditError } from './edit-error.js';
import { insertFlow, removeFlow } from './flow-edit.js';
import { column, dashStart, hasCommentAfter, inFlow, isReferred, itemEnd, keyStart, pairEnd, slotNode, startOf, type Slot } from './layout.js';
import { isRecord, type Path } from './paths.js';
import { nested, printAfter, printFlow, printItem, printPaper, type PrintContext } from './print.js';
import { printKey } from './scalar.js';
import type { Splice } from './splice.js';
import { keyText, type Tree } from './tree.js';
import type { FileKind } from './written.js';
import { headerComment, replaceScalar } from './write-scalar.js';

/** What a step works on. */
export interface Bench {
  readonly tree: Tree;
  readonly kind: FileKind;
  readonly eol: '\n' | '\r\n';
}

/** Splices for a change whose path is numeric and whose place exists as far as {@link changedValue} demands. */
export function planStep(bench: Bench, change: ValueChange): Splice[] {
  const { path } = change;
  const { slots, depth } = follow(bench, path);
  const slot = slots.at(-1);
  if (change.kind === 'unset') return slot && depth === path.length ? remove(bench, slot, slots.at(-2)) : [];
  const rest = path.slice(depth);
  const value = change.kind === 'insert' && rest.length > 0 ? [change.value] : change.value;
  if (change.kind === 'insert' && rest.length === 0) {
    const node: unknown = slot ? slotNode(slot) : bench.tree.doc.contents;
    if (isSeq(node)) return insertAt(bench, node, change.index ?? node.items.length, change.value, path, slot);
    if (slot) return rewrite(bench, slot, [change.value], path);
    throw new EditError('The file holds no list; edit it by hand.');
  }
  if (rest.length === 0) return slot ? assign(bench, slot, value, path) : [];
  const holder: unknown = slot ? slotNode(slot) : bench.tree.doc.contents;
  const [step = '', ...further] = rest;
  const inner = further.reduceRight<unknown>((held, name) => (typeof name === 'number' ? [held] : { [name]: held }), value);
  if (isSeq(holder)) return insertAt(bench, holder, Number(step), inner, path.slice(0, depth), slot);
  if (isMap(holder)) {
    const context = contextOf(bench, [...path.slice(0, depth), step]);
    if (holder.flow !== true) return [insertPair(holder, String(step), inner, contextOf(bench, path.slice(0, depth)).field, bench.tree.source, context)];
    return insertFlow(holder, holder.items.length, `${printKey(String(step), 'flow').text}: ${printFlow(inner, 'flow', context)}`, bench.tree.source, bench.eol);
  }
  if (!slot) throw new EditError('The file holds nothing to edit; write it by hand first.');
  return rewrite(bench, slot, typeof step === 'number' ? [inner] : { [step]: inner }, path.slice(0, depth));
}

/** Writes a value anew in its slot, in canonical form. Refuses to lose comments. */
export function rewrite(bench: Bench, slot: Slot, value: unknown, path: Path): Splice[] {
  const { source } = bench.tree;
  const node = slotNode(slot);
  refuseReferred(bench, node, path);
  const context = contextOf(bench, path);
  if (inFlow(slot)) {
    const range = (node as { range?: readonly [number, number, number] } | null)?.range;
    if (!range) throw new EditError(`${showPath(path)} has no value to replace; edit it by hand.`);
    return [{ start: range[0], end: range[1], text: printFlow(value, 'flow', context) }];
  }
  const start = slot.kind === 'pair' ? valueStart(slot.pair) : dashStart(slot.seq, slot.index) + 1;
  const end = Math.max(start, slot.kind === 'pair' ? pairEnd(slot.pair, source) : itemEnd(slot.seq, slot.index, source));
  if (!isScalar(node) && /(?:^|\s)#/.test(source.slice(start, end))) throw new EditError(`${showPath(path)} holds comments that would be lost; edit it by hand.`);
  const indent = column(source, slot.kind === 'pair' ? keyStart(slot.pair) : start - 1);
  const printed = slot.kind === 'pair' ? printAfter(value, indent, column(source, start), context) : printItem(value, indent, context);
  // a comment after the value would become part of a text of several lines
  const text = printed.includes('\n') && hasCommentAfter(source, end) ? ` ${printFlow(value, 'block', context)}` : printed;
  return [{ start, end, text: isScalar(node) ? withHeaderComment(text, headerComment(node, source), bench.eol) : text }];
}

/** A block scalar's comment stands on its first line, and stays there. */
function withHeaderComment(text: string, comment: string, eol: string): string {
  const first = text.indexOf(eol);
  return first < 0 ? text + comment : text.slice(0, first) + comment + text.slice(first);
}

/** The slot of a paper's field, or of a key of catalog.yaml. */
export function fieldSlot(bench: Bench, path: Path): Slot | undefined {
  return follow(bench, path.slice(0, bench.kind === 'papers' ? 2 : 1)).slots.at(bench.kind === 'papers' ? 1 : 0);
}

function follow(bench: Bench, path: Path): { slots: Slot[]; depth: number } {
  let node: unknown = bench.tree.doc.contents;
  const slots: Slot[] = [];
  for (const step of path) {
    if (isAlias(node)) throw new EditError(`${showPath(path.slice(0, slots.length))} is an alias (*${node.source}): edit the value where it stands.`);
    let slot: Slot | undefined;
    if (isMap(node)) {
      const pairs = node.items.filter(({ key }) => keyText(key) === String(step));
      if (pairs.length > 1) throw new EditError(`${String(step)} is written twice; remove one of them first.`);
      if (pairs[0]) slot = { kind: 'pair', map: node, pair: pairs[0] };
    } else if (isSeq(node) && typeof step === 'number' && step < node.items.length) slot = { kind: 'item', seq: node, index: step };
    if (!slot) break;
    slots.push(slot);
    node = slotNode(slot);
  }
  if (slots.length < path.length && isAlias(node)) throw new EditError(`${showPath(path.slice(0, slots.length))} is an alias (*${node.source}): edit the value where it stands.`);
  return { slots, depth: slots.length };
}

function contextOf(bench: Bench, path: Path): PrintContext {
  let field = bench.kind === 'config' ? '' : undefined;
  for (const step of path) if (typeof step === 'string') field = field === undefined ? step : nested(field, step);
  return { field, eol: bench.eol };
}

function assign(bench: Bench, slot: Slot, value: unknown, path: Path): Splice[] {
  const { tree } = bench;
  const node = slotNode(slot);
  refuseReferred(bench, node, path);
  if (!isScalar(node) || Array.isArray(value) || isRecord(value) || isBlank(node)) return rewrite(bench, slot, value, path);
  const place = inFlow(slot) ? 'flow' : 'block';
  const splice = replaceScalar(node, value, tree.source, place, contextOf(bench, path));
  return splice ? [splice] : rewrite(bench, slot, value, path);
}

function isBlank(node: Scalar): boolean {
  return node.range?.[0] === node.range?.[1];
}

function insertAt(bench: Bench, seq: Parameters<typeof insertItem>[0], index: number, value: unknown, path: Path, slot: Slot | undefined): Splice[] {
  const { tree: { source }, eol } = bench;
  const context = contextOf(bench, path);
  const paper = bench.kind === 'papers' && path.length === 0;
  if (seq.flow === true) {
    if (seq.items.length > 0 || (slot && inFlow(slot)) || !paper) return insertFlow(seq, index, printFlow(value, 'flow', context), source, eol);
    const [start, end] = seq.range ?? [0, 0];
    return [{ start, end, text: printPaper(value as Parameters<typeof printPaper>[0], { eol }).trimEnd() }];
  }
  return [insertItem(seq, index, value, source, context, paper)];
}

function remove(bench: Bench, slot: Slot, holder: Slot | undefined): Splice[] {
  const { source } = bench.tree;
  refuseReferred(bench, slotNode(slot), []);
  const collection = slot.kind === 'pair' ? slot.map : slot.seq;
  const index = slot.kind === 'pair' ? slot.map.items.indexOf(slot.pair) : slot.index;
  if (collection.flow === true) return removeFlow(collection, index, source);
  if (collection.items.length === 1 && holder) {
    const after = holder.kind === 'pair' ? valueStart(holder.pair) : dashStart(holder.seq, holder.index) + 1;
    const end = slot.kind === 'pair' ? pairEnd(slot.pair, source) : itemEnd(slot.seq, slot.index, source);
    return emptyBlock(collection, after, source, slot.kind === 'pair' ? '{}' : '[]', Math.max(end, startOf(collection)));
  }
  return [slot.kind === 'pair' ? removePair(slot.map, slot.pair, source) : removeItem(slot.seq, slot.index, source)];
}

function refuseReferred(bench: Bench, node: unknown, path: Path): void {
  if (isReferred(bench.tree, node)) throw new EditError(`${showPath(path) || 'This value'} carries an anchor (&) that an alias elsewhere depends on; write the value out there first.`);
  const tag = (node as { tag?: string; srcToken?: unknown } | null | undefined)?.tag;
  if (tag !== undefined) throw new EditError(`${showPath(path) || 'This value'} carries a tag (${tag}); edit it by hand.`);
}
