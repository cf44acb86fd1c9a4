/** A category tree in memory, changed as the extension changes catalog.yaml. */
import type { Category } from '../../../src/core/model/schema.js';
import type { Edit } from '../../../src/protocol.js';

export type CategoryEdit = Extract<Edit, { kind: `${string}Category` }>;

/** @returns the tree after the edit, and the category whose papers go to another (or to none) */
export function changeCategories(roots: readonly Category[], edit: CategoryEdit): { roots: readonly Category[]; gone?: string; into?: string } {
  switch (edit.kind) {
    case 'addCategory': {
      const id = (edit.under === null ? '' : `${edit.under}/`) + edit.title.toLowerCase().replace(/[^a-z0-9]+/gu, '-');
      return { roots: insert(roots, edit.under, null, { id, title: edit.title }) };
    }
    case 'renameCategory':
      return { roots: walk(roots, (one) => (one.id === edit.category ? { ...one, title: edit.title } : one)) };
    case 'moveCategory': {
      const moved = find(roots, edit.category);
      if (!moved || (edit.under !== null && find([moved], edit.under))) throw new Error('A category cannot go below itself.');
      return { roots: insert(without(roots, edit.category), edit.under, edit.before, moved) };
    }
    case 'mergeCategory': {
      const children = find(roots, edit.category)?.children ?? [];
      return { roots: children.reduce<readonly Category[]>((tree, child) => insert(tree, edit.into, null, child), without(roots, edit.category)), gone: edit.category, into: edit.into };
    }
    case 'deleteCategory':
      return { roots: without(roots, edit.category), gone: edit.category };
  }
}

function walk(nodes: readonly Category[], change: (one: Category) => Category): Category[] {
  return nodes.map((one) => change(one.children ? { ...one, children: walk(one.children, change) } : one));
}

function without(nodes: readonly Category[], id: string): Category[] {
  return nodes.filter((one) => one.id !== id).map((one) => (one.children ? { ...one, children: without(one.children, id) } : one));
}

function find(nodes: readonly Category[], id: string): Category | undefined {
  for (const one of nodes) {
    const found = one.id === id ? one : find(one.children ?? [], id);
    if (found) return found;
  }
  return undefined;
}

function insert(roots: readonly Category[], under: string | null, before: string | null, item: Category): Category[] {
  const put = (nodes: readonly Category[]): Category[] => {
    const at = before === null ? -1 : nodes.findIndex(({ id }) => id === before);
    return at < 0 ? [...nodes, item] : [...nodes.slice(0, at), item, ...nodes.slice(at)];
  };
  return under === null ? put(roots) : walk(roots, (one) => (one.id === under ? { ...one, children: put(one.children ?? []) } : one));
}
