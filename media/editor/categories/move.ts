/** Where Alt and the arrow keys take a category. */
import type { CategoryNode } from '../../../src/protocol.js';

/** Where a category stands. */
export interface Standing {
  readonly node: CategoryNode;
  readonly parent: string | null;
  readonly index: number;
}

export interface Move {
  readonly category: string;
  readonly under: string | null;
  /** The child before which it goes; null: to the end. */
  readonly before: string | null;
}

/** Up and down among its siblings, right into the one above, left to behind its parent; undefined where there is no way. */
export function moveByKey(key: string, { node, parent, index }: Standing, roots: readonly CategoryNode[]): Move | undefined {
  const category = node.id;
  const siblings = parent === null ? roots : (find(roots, parent)?.node.children ?? []);
  if (key === 'ArrowUp') {
    const above = siblings[index - 1];
    return above && { category, under: parent, before: above.id };
  }
  if (key === 'ArrowDown') return siblings[index + 1] && { category, under: parent, before: siblings[index + 2]?.id ?? null };
  if (key === 'ArrowRight') {
    const above = siblings[index - 1];
    return above && { category, under: above.id, before: null };
  }
  if (parent === null) return undefined;
  const above = find(roots, parent);
  if (!above) return undefined;
  return { category, under: above.parent, before: above.siblings[above.siblings.indexOf(above.node) + 1]?.id ?? null };
}

export function find(nodes: readonly CategoryNode[], id: string, parent: string | null = null): { node: CategoryNode; parent: string | null; siblings: readonly CategoryNode[] } | undefined {
  for (const node of nodes) {
    if (node.id === id) return { node, parent, siblings: nodes };
    const below = find(node.children, id, node.id);
    if (below) return below;
  }
  return undefined;
}
