/** What a document cites as rows: cited, unresolved, and what its bibliographies hold that nobody cites. Plain data with stable ids. */
import type { Entry } from '../bibliography/types.js';
import type { CitedPlace, CitedUse } from './cited.js';

/** A bibliography with the entries that are not cited. */
export interface UncitedIn {
  /** Names the file, and is stable. */
  readonly id: string;
  /** For a person: `references.bib`. */
  readonly name: string;
  readonly entries: readonly Entry[];
}

export interface CitedContent {
  /** Keys that count as cited, in the order of reading. */
  readonly cited: readonly CitedUse[];
  readonly unresolved: readonly CitedUse[];
  readonly uncited: readonly UncitedIn[];
}

export type CitedNode =
  | { readonly kind: 'group'; readonly id: string; readonly group: 'cited' | 'unresolved' | 'uncited'; /** The bibliography's name. */ readonly name: string; readonly count: number }
  /** A part of a long group, from one key to another. */
  | { readonly kind: 'range'; readonly id: string; readonly first: string; readonly last: string; readonly count: number }
  | { readonly kind: 'cited' | 'unresolved'; readonly id: string; readonly use: CitedUse }
  | { readonly kind: 'place'; readonly id: string; readonly place: CitedPlace }
  | { readonly kind: 'uncited'; readonly id: string; readonly entry: Entry; readonly file: string };

/** More rows than this at once are divided: VS Code takes every row of a group across to the window. */
const most = 300;
const perRange = 100;

/** The rows of one state of the texts; children are made when asked for. */
export class CitedRows {
  readonly roots: readonly CitedNode[];
  readonly #children = new Map<string, readonly CitedNode[]>();
  readonly #parents = new Map<string, CitedNode>();
  readonly #sorted = new Map<string, readonly CitedNode[]>();

  constructor(private readonly content: CitedContent) {
    const { cited, unresolved, uncited } = content;
    this.roots = [
      ...(cited.length > 0 ? [group('cited', 'cited', '', cited.length)] : []),
      ...(unresolved.length > 0 ? [group('unresolved', 'unresolved', '', unresolved.length)] : []),
      ...uncited.filter(({ entries }) => entries.length > 0).map(({ id, name, entries }) => group(`uncited ${id}`, 'uncited', name, entries.length)),
    ];
  }

  children(node: CitedNode): readonly CitedNode[] {
    const known = this.#children.get(node.id);
    if (known) return known;
    const made = this.#make(node);
    this.#children.set(node.id, made);
    for (const child of made) this.#parents.set(child.id, node);
    return made;
  }

  /** Of a node whose parent's children were asked for. */
  parent(node: CitedNode): CitedNode | undefined {
    return this.#parents.get(node.id);
  }

  isOpened(node: CitedNode): boolean {
    return this.#children.has(node.id);
  }

  #make(node: CitedNode): readonly CitedNode[] {
    if (node.kind === 'group' && node.group !== 'uncited') {
      const kind = node.group;
      return this.content[kind].map((use) => ({ kind, id: `${kind} ${use.key}`, use }));
    }
    // one place needs no row of its own: the key leads there
    if ((node.kind === 'cited' || node.kind === 'unresolved') && node.use.places.length > 1) return node.use.places.map((place, at) => ({ kind: 'place', id: `${node.id} ${at}`, place }));
    if (node.kind === 'group') return divided(this.#uncited(node.id));
    return node.kind === 'range' ? this.#inRange(node) : [];
  }

  /** By key: whoever looks for an entry here knows what it is called. */
  #uncited(group: string): readonly CitedNode[] {
    const known = this.#sorted.get(group);
    if (known) return known;
    const file = this.content.uncited.find(({ id }) => group === `uncited ${id}`);
    const seen = new Map<string, number>();
    const nodes = [...(file?.entries ?? [])].sort((a, b) => compare(a.key, b.key)).map((entry): CitedNode => {
      // one key may stand there twice
      const nth = (seen.get(entry.key) ?? 0) + 1;
      seen.set(entry.key, nth);
      return { kind: 'uncited', id: `${group} ${entry.key}${nth > 1 ? ` ${nth}` : ''}`, entry, file: file?.id ?? '' };
    });
    this.#sorted.set(group, nodes);
    return nodes;
  }

  #inRange({ id }: CitedNode): readonly CitedNode[] {
    const at = id.lastIndexOf(' ');
    const start = Number(id.slice(at + 1)) * perRange;
    return this.#uncited(id.slice(0, id.lastIndexOf(' ', at - 1))).slice(start, start + perRange);
  }
}

function group(id: string, kind: 'cited' | 'unresolved' | 'uncited', name: string, count: number): CitedNode {
  return { kind: 'group', id, group: kind, name, count };
}

function divided(nodes: readonly CitedNode[]): readonly CitedNode[] {
  if (nodes.length <= most) return nodes;
  const ranges: CitedNode[] = [];
  const keyOf = (node: CitedNode | undefined) => (node?.kind === 'uncited' ? node.entry.key : '');
  const groupOf = (node: CitedNode | undefined) => (node?.kind === 'uncited' ? `uncited ${node.file}` : '');
  for (let start = 0, nth = 0; start < nodes.length; start += perRange, nth += 1) {
    const part = nodes.slice(start, start + perRange);
    ranges.push({ kind: 'range', id: `${groupOf(part[0])} range ${nth}`, first: keyOf(part[0]), last: keyOf(part.at(-1)), count: part.length });
  }
  return ranges;
}

const compare = (a: string, b: string) => (a.toLowerCase() < b.toLowerCase() ? -1 : a.toLowerCase() > b.toLowerCase() ? 1 : 0);
