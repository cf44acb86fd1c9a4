/** An item of a list that goes to another place of its file: it keeps its lines, with their comments and what only other programs know. */
import { isSeq } from 'yaml';
import { editableTree } from './edit-value.js';
import { EditError } from './edit-error.js';
import { beginsLine, column, dashStart, itemEnd, lineEnd, lineStart, withComment } from './layout.js';
import { isRecord, sameValue, valueAt, type Path } from './paths.js';
import { applySplices, type Splice } from './splice.js';
import { nodeAt } from './tree.js';
import { writtenValue } from './written.js';

export interface MovedItem {
  readonly id: string;
  readonly value: unknown;
  /** Its lines, as if its dash stood in the first column; those of comments right above it go before. */
  readonly lines: readonly string[];
  /** Takes those comments away. */
  readonly lead: readonly Splice[];
}

/** What is taken away at a numeric path: a list item with an id, or a list of only one. Undefined when it has no lines of its own. */
export function itemAt(source: string, path: Path): MovedItem | undefined {
  const tree = editableTree(source);
  const root = writtenValue(tree, 'config');
  const taken = valueAt(root, path);
  const place = Array.isArray(taken) && taken.length === 1 ? [...path, 0] : path;
  const value = valueAt(root, place);
  const index = place.at(-1);
  const { node: seq } = nodeAt(tree.doc.contents, place.slice(0, -1));
  if (!isRecord(value) || typeof value['id'] !== 'string' || typeof index !== 'number' || !isSeq(seq) || seq.flow === true) return undefined;
  const dash = dashStart(seq, index);
  if (!beginsLine(source, dash)) return undefined;
  const indent = column(source, dash);
  const from = lineStart(source, dash);
  // above the first one they may be about the list, which stays unless it goes as a whole
  const only = place !== path;
  const start = index === 0 && !only ? from : commentsAbove(source, from, indent);
  const lines = withoutIndent(source.slice(start, withComment(source, itemEnd(seq, index, source))), indent);
  return lines && { id: value['id'], value, lines, lead: start === from || only ? [] : [{ start, end: from, text: '' }] };
}

/** Start of the comment lines that stand right above an item, as far in as it. */
function commentsAbove(source: string, from: number, indent: number): number {
  let start = from;
  while (start > 0) {
    const above = lineStart(source, start - 1);
    if (!source.startsWith(`${' '.repeat(indent)}#`, above)) break;
    start = above;
  }
  return start;
}

/** Undefined where a line does not reach so far in. */
function withoutIndent(text: string, indent: number): string[] | undefined {
  const lines = text.split(/\r?\n/u);
  return lines.every((line) => line.trim() === '' || line.startsWith(' '.repeat(indent))) ? lines.map((line) => line.slice(indent)) : undefined;
}

/**
 * Writes an item that was put in at a numeric path as it was written where it came from. Nothing, when the place is too narrow for
 * that and nothing is lost. Throws EditError when comments would be lost, or fields.
 */
export function writtenAsBefore(source: string, path: Path, { id, value, lines }: MovedItem, eol: string): Splice[] {
  const tree = editableTree(source);
  const index = path.at(-1);
  const { node: seq } = nodeAt(tree.doc.contents, path.slice(0, -1));
  if (isSeq(seq) && seq.flow !== true && typeof index === 'number') {
    const dash = dashStart(seq, index);
    const indent = ' '.repeat(column(source, dash));
    const [first = '', ...rest] = lines.map((line) => (line.trim() === '' ? '' : indent + line));
    const end = withComment(source, itemEnd(seq, index, source));
    const splices = beginsLine(source, dash) && end === lineEnd(source, end) ? [{ start: lineStart(source, dash), end, text: [first, ...rest].join(eol) }] : [];
    if (splices.length > 0 && sameValue(valueAt(writtenValue(editableTree(applySplices(source, splices)), 'config'), path), value)) return splices;
  }
  if (lines.some((line) => /(?:^|\s)#/u.test(line)) || !sameValue(valueAt(writtenValue(tree, 'config'), path), value)) throw new EditError(`${id} has comments or fields that cannot go with it to a list in brackets; write that list with a line for each item first.`);
  return [];
}

/** Steps from an inserted category to the one with the id, which may have been given categories above it. */
export function stepsTo(value: unknown, id: string): Path | undefined {
  if (!isRecord(value)) return undefined;
  if (value['id'] === id) return [];
  const children = value['children'];
  const below = Array.isArray(children) && children.length === 1 ? stepsTo(children[0], id) : undefined;
  return below && ['children', 0, ...below];
}

