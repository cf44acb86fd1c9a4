/** What changed between two states of an editor: what is sent, and what it does at the other end. */
import type { EditorState, Patch, Row } from '../../protocol.js';
import { sameValue } from '../yaml/paths.js';

/** Undefined when nothing is different. Rows are compared as objects: see {@link RowMaker}. */
export function patchBetween(before: EditorState, after: EditorState): Patch | undefined {
  const old = new Map(before.rows.map((row) => [row.row, row]));
  const now = new Set<number>();
  const rows: Row[] = [];
  for (const row of after.rows) {
    now.add(row.row);
    if (old.get(row.row) !== row) rows.push(row);
  }
  const gone = before.rows.filter(({ row }) => !now.has(row)).map(({ row }) => row);
  const kept = gone.length === 0 ? before.rows : before.rows.filter(({ row }) => now.has(row));
  const sameOrder = kept.length === after.rows.length && kept.every(({ row }, at) => after.rows[at]?.row === row);
  const rest = changedParts(before, after);
  if (before.version === after.version && rows.length === 0 && gone.length === 0 && sameOrder && Object.keys(rest).length === 0) return undefined;
  return { ...rest, version: after.version, from: before.version, rows, gone, order: sameOrder ? null : after.rows.map(({ row }) => row) };
}

const parts = ['kind', 'file', 'editable', 'why', 'banner', 'categories', 'problems'] as const;

function changedParts(before: EditorState, after: EditorState): Partial<Pick<EditorState, (typeof parts)[number]>> {
  return Object.fromEntries(parts.filter((part) => before[part] !== after[part] && !sameValue(before[part], after[part])).map((part) => [part, after[part]]));
}

/** The state after a patch. */
export function applyPatch(before: EditorState, patch: Patch): EditorState {
  const { version, rows: changed, gone, order } = patch;
  const rest = Object.fromEntries(parts.filter((part) => patch[part] !== undefined).map((part) => [part, patch[part]]));
  const rows = new Map(before.rows.map((row) => [row.row, row]));
  for (const row of gone) rows.delete(row);
  for (const row of changed) rows.set(row.row, row);
  return { ...before, ...rest, version, rows: order ? order.flatMap((row) => rows.get(row) ?? []) : [...rows.values()] };
}
