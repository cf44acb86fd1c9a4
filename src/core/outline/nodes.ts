/** The tree as plain data: groups that hold groups and papers. Ids are stable, so that a view can keep what is expanded and selected. */
import type { Shelved } from '../catalogue/catalogue.js';
import { compareShelved, type SortBy } from './sort.js';

/** What a grouping says of one group, before it is sorted and counted. */
export interface GroupPlan {
  /** Unique among its siblings; becomes part of the node's id. */
  readonly key: string;
  readonly label: string;
  readonly about?: string | undefined;
  /** A filter that finds exactly this group's papers, where the query language can say it. */
  readonly query?: string | undefined;
  /** The category that the group is. */
  readonly category?: string | undefined;
  /** Its papers are not in the catalogue any more: a higher layer hides them. */
  readonly hidden?: boolean | undefined;
  readonly groups: readonly GroupPlan[];
  readonly papers: readonly Shelved[];
}

export interface GroupNode {
  readonly kind: 'group';
  readonly id: string;
  readonly label: string;
  readonly about: string | undefined;
  readonly query: string | undefined;
  readonly category: string | undefined;
  readonly hidden: boolean;
  readonly parent: GroupNode | undefined;
  /** Different papers in this group and the groups in it. */
  readonly count: number;
  readonly groups: readonly GroupNode[];
  readonly papers: readonly Shelved[];
}

export interface PaperNode {
  readonly kind: 'paper';
  readonly id: string;
  readonly shelved: Shelved;
  readonly parent: GroupNode | undefined;
}

export type OutlineNode = GroupNode | PaperNode;

/** Separates the parts of an id; it cannot stand in a slug, a year or a key. */
const separator = '\u001f';

export class Outline {
  readonly roots: readonly GroupNode[];
  /** Papers of the catalogue, and those that the filter lets through. */
  readonly total: number;
  readonly shown: number;
  readonly #sortBy: SortBy;
  readonly #children = new Map<string, readonly OutlineNode[]>();

  constructor(plans: readonly GroupPlan[], options: { grouping: string; sortBy: SortBy; total: number; shown: number }) {
    this.#sortBy = options.sortBy;
    this.total = options.total;
    this.shown = options.shown;
    this.roots = plans.map((plan) => toNode(plan, undefined, options.grouping));
  }

  /** Groups first, then papers, sorted. Made when first asked for: most groups are never opened. */
  children(node: OutlineNode): readonly OutlineNode[] {
    if (node.kind === 'paper') return [];
    let children = this.#children.get(node.id);
    if (!children) {
      const papers = [...node.papers].sort(compareShelved(this.#sortBy));
      children = [...node.groups, ...papers.map((shelved) => paperNode(shelved, node))];
      this.#children.set(node.id, children);
    }
    return children;
  }

  /** The papers in the order of the tree, each at its first place. */
  *inOrder(): Generator<Shelved, void> {
    const seen = new Set<Shelved>();
    const waiting: OutlineNode[] = this.roots.filter(({ hidden }) => !hidden).reverse();
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if (node.kind === 'group') waiting.push(...[...this.children(node)].reverse());
      else if (!seen.has(node.shelved)) {
        seen.add(node.shelved);
        yield node.shelved;
      }
    }
  }

  /** Whether somebody has asked for a group's children. */
  isOpened(group: GroupNode): boolean {
    return this.#children.has(group.id);
  }

  /** The first row that shows the paper with this citation key. */
  find(key: string): PaperNode | undefined {
    const visit = (groups: readonly GroupNode[]): PaperNode | undefined => {
      for (const group of groups) {
        const shelved = group.papers.find(({ paper }) => paper.id === key);
        if (shelved) return paperNode(shelved, group);
        const found = visit(group.groups);
        if (found) return found;
      }
      return undefined;
    };
    return visit(this.roots);
  }

  /** The group with this id. */
  group(id: string): GroupNode | undefined {
    const visit = (groups: readonly GroupNode[]): GroupNode | undefined => {
      for (const group of groups) {
        if (group.id === id) return group;
        const found = id.startsWith(group.id + separator) ? visit(group.groups) : undefined;
        if (found) return found;
      }
      return undefined;
    };
    return visit(this.roots);
  }
}

function paperNode(shelved: Shelved, parent: GroupNode): PaperNode {
  return { kind: 'paper', id: `${parent.id}${separator}@${shelved.paper.id}`, shelved, parent };
}

function toNode(plan: GroupPlan, parent: GroupNode | undefined, prefix: string): GroupNode {
  const id = `${prefix}${separator}${plan.key}`;
  const node: { -readonly [K in keyof GroupNode]: GroupNode[K] } = { kind: 'group', id, label: plan.label, about: plan.about, query: plan.query, category: plan.category, hidden: plan.hidden === true, parent, count: 0, groups: [], papers: plan.papers };
  node.groups = plan.groups.map((group) => toNode(group, node, id));
  node.count = node.groups.length === 0 ? plan.papers.length : everyPaper(node).size;
  return node;
}

/** The different papers of a group and of all groups in it. */
export function everyPaper(group: GroupNode): Set<Shelved> {
  const papers = new Set(group.papers);
  for (const inner of group.groups) for (const shelved of everyPaper(inner)) papers.add(shelved);
  return papers;
}
