/** Which rows of the tree must be drawn again: as few as possible, since each one travels to the window. */
import type { GroupNode, Outline, OutlineNode } from '../../core/outline/nodes.js';

export interface ChangedRows {
  /** Rows to draw again; a group draws its children again too. */
  readonly refresh: readonly OutlineNode[];
  /** All rows that were known and still stand, as they are now. */
  readonly nodes: readonly OutlineNode[];
  readonly gone: readonly OutlineNode[];
}

/** @param known the rows that were handed out from `before`, by id. */
export function changedRows(before: Outline, after: Outline, known: ReadonlyMap<string, OutlineNode>): ChangedRows | 'all' {
  if (!sameIds(before.roots, after.roots)) return 'all';
  const refresh: OutlineNode[] = [];
  const nodes: OutlineNode[] = [];
  const still = new Set<string>();
  const visit = (node: OutlineNode): void => {
    const old = known.get(node.id);
    if (!old) return;
    still.add(node.id);
    nodes.push(node);
    if (node.kind === 'paper') {
      if (old.kind === 'paper' && old.shelved !== node.shelved) refresh.push(node);
      return;
    }
    if (old.kind !== 'group') return;
    if (differs(old, node)) refresh.push(node);
    // children nobody has asked for are made when somebody does
    if (before.isOpened(old)) for (const child of after.children(node)) visit(child);
    else for (const group of node.groups) visit(group);
  };
  for (const root of after.roots) visit(root);
  const gone = [...known.values()].filter((node) => !still.has(node.id));
  return { refresh, nodes, gone };

  function differs(old: GroupNode, now: GroupNode): boolean {
    if (old.label !== now.label || old.count !== now.count || old.about !== now.about) return true;
    return before.isOpened(old) && !sameIds(before.children(old), after.children(now));
  }
}

function sameIds(a: readonly OutlineNode[], b: readonly OutlineNode[]): boolean {
  return a.length === b.length && a.every((node, at) => node.id === b[at]?.id);
}
