/**
 * Edits values in a text and makes sure of the result: every step is read back and compared with what it should be, so
 * that an edit is either exactly right or refused.
 */
import { isAlias } from 'yaml';
import { mayHoldAlias, tooManyAliases } from './aliases.js';
import { changedValue, numericPath, showPath, type ValueChange } from './changes.js';
import { EditError } from './edit-error.js';
import { fieldSlot, planStep, rewrite, type Bench } from './edit-step.js';
import { lineEnding } from './layout.js';
import { isOversized, loadValue } from './load.js';
import { isRecord, sameValue, valueAt, type Path } from './paths.js';
import { wholeLimit } from './read-whole.js';
import { applySplices, composeSplices, joinSplices, sortSplices, type Splice } from './splice.js';
import { explainErrors, explainReason } from './syntax.js';
import { nodeAt, parseTree, type Tree } from './tree.js';
import { asRead, writtenValue, type FileKind } from './written.js';

/** Lists and mappings are compared part by part up to so many differences; beyond, they are written anew. */
const partLimit = 64;

/**
 * Splices (sorted, against `source`) that make one change. No splices when nothing would be different.
 * Throws EditError when the text does not parse, the path leads nowhere, or the change cannot be made safely.
 */
export function editValue(source: string, change: ValueChange, kind: FileKind, eol = lineEnding(source)): Splice[] {
  const tree = editableTree(source);
  const before = writtenValue(tree, kind);
  const whole = { ...change, path: numericPath(before, change.path) };
  const after = asRead(changedValue(before, asList(whole, before)), kind);
  if (sameValue(before, after)) return [];
  let now: Tree = tree;
  let total: Splice[] = [];
  for (const step of inParts(asList(whole, before), before, tree)) {
    const done = editOnce(now, step, kind, eol);
    total = composeSplices(total, done.splices);
    now = done.tree;
  }
  if (!sameValue(writtenValue(now, kind), after)) throw new EditError(`${showPath(change.path)} cannot be changed safely; edit it by hand.`);
  return total;
}

/** The tree of a text that may be edited. Throws EditError for one that does not parse, or that would take long to. */
export function editableTree(source: string): Tree {
  if (source.length > wholeLimit) throw new EditError('The text is too large to be edited.');
  const loaded = loadValue(source);
  const bomb = tooManyAliases(source) || (loaded.ok && mayHoldAlias(source) && isOversized(loaded.value));
  const hostile = bomb ? explainReason('maxAliases', 0) : loaded.ok ? undefined : explainReason(loaded.reason, 0);
  if (hostile?.rule === 'alias-bomb' || hostile?.rule === 'too-deep') throw new EditError(`The text around cannot be edited: ${hostile.message}`);
  const tree = parseTree(source);
  const [error] = explainErrors(tree);
  if (error) throw new EditError(`The text around does not parse and cannot be edited: ${error.message}`);
  return tree;
}

/** An insertion beside a single value, which reading takes for a list of one, makes a list of both. */
function asList(change: ValueChange, before: unknown): ValueChange {
  if (change.kind !== 'insert') return change;
  const held = valueAt(before, change.path);
  if (held === undefined || held === null || Array.isArray(held) || isRecord(held)) return held === null ? { kind: 'set', path: change.path, value: [change.value] } : change;
  return { kind: 'set', path: change.path, value: change.index === 0 ? [change.value, held] : [held, change.value] };
}

/** A new list or mapping → the changes of its parts, so that the parts that stay are not touched. */
function inParts(change: ValueChange, before: unknown, tree: Tree): ValueChange[] {
  if (change.kind !== 'set') return [change];
  const old = valueAt(before, change.path);
  const parts: ValueChange[] = [];
  const compare = (path: Path, from: unknown, to: unknown): void => {
    if (sameValue(from, to)) return;
    // an alias has no parts of its own: it is replaced
    if (isAlias(nodeAt(tree.doc.contents, path).node)) parts.push({ kind: 'set', path, value: to });
    else if (Array.isArray(from) && Array.isArray(to)) compareLists(path, from, to);
    else if (isRecord(from) && isRecord(to)) {
      for (const key of Object.keys(from)) if (to[key] === undefined) parts.push({ kind: 'unset', path: [...path, key] });
      for (const key of Object.keys(to)) {
        if (to[key] === undefined) continue;
        if (Object.hasOwn(from, key)) compare([...path, key], from[key], to[key]);
        else parts.push({ kind: 'set', path: [...path, key], value: to[key] });
      }
    } else parts.push({ kind: 'set', path, value: to });
  };
  const compareLists = (path: Path, from: readonly unknown[], to: readonly unknown[]): void => {
    const shorter = Math.min(from.length, to.length);
    let head = 0;
    while (head < shorter && sameValue(from[head], to[head])) head += 1;
    let tail = 0;
    while (tail < shorter - head && sameValue(from[from.length - 1 - tail], to[to.length - 1 - tail])) tail += 1;
    const replaced = Math.min(from.length, to.length) - head - tail;
    for (let index = head; index < head + replaced; index += 1) compare([...path, index], from[index], to[index]);
    for (let index = from.length - tail - 1; index >= head + replaced; index -= 1) parts.push({ kind: 'unset', path: [...path, index] });
    for (let index = head + replaced; index < to.length - tail; index += 1) parts.push({ kind: 'insert', path, index, value: to[index] });
  };
  compare(change.path, old, change.value);
  return parts.length > partLimit ? [change] : parts;
}

function editOnce(tree: Tree, change: ValueChange, kind: FileKind, eol: '\n' | '\r\n'): { splices: Splice[]; tree: Tree } {
  const bench: Bench = { tree, kind, eol };
  const before = writtenValue(tree, kind);
  const after = asRead(changedValue(before, change), kind);
  const resultOf = (splices: readonly Splice[]): Tree | undefined => {
    const result = parseTree(applySplices(tree.source, splices));
    return result.errors.length === 0 && sameValue(writtenValue(result, kind), after) ? result : undefined;
  };
  const planned = joinSplices(sortSplices(planStep(bench, change)));
  const result = resultOf(planned);
  if (result) return { splices: planned, tree: result };
  // an unusual layout: write the whole field anew rather than give up
  const slot = fieldSlot(bench, change.path);
  const field = change.path.slice(0, kind === 'papers' ? 2 : 1);
  const value = valueAt(after, field);
  if (slot && value !== undefined) {
    const rewritten = rewrite(bench, slot, value, field);
    const other = resultOf(rewritten);
    if (other) return { splices: rewritten, tree: other };
  }
  throw new EditError(`${showPath(change.path)} cannot be changed safely in the way it is written; edit it by hand.`);
}
