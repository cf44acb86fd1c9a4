/** The rows as a VS Code tree. Rows are handles with stable ids; only those that differ are drawn again, so that selection and expansion stay. */
import * as vscode from 'vscode';
import type { CitedNode } from '../../core/cite/cited-rows.js';
import { convert, type Shown } from './content.js';
import { CitedRow, itemOf, tooltipOf } from './row.js';

export class CitedProvider implements vscode.TreeDataProvider<CitedRow> {
  readonly #changed = new vscode.EventEmitter<CitedRow | CitedRow[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #handles = new Map<string, CitedRow>();
  /** Rows that VS Code has asked for, and how each looked. */
  readonly #nodes = new Map<string, { readonly node: CitedNode; readonly look: string }>();
  #shown: Shown | undefined;
  #begin: () => void = () => undefined;
  /** Resolves when there is something to show for the first time, or surely nothing. */
  readonly #begun = new Promise<void>((resolve) => (this.#begin = resolve));

  get shown(): Shown | undefined {
    return this.#shown;
  }

  node(row: CitedRow): CitedNode | undefined {
    return this.#nodes.get(row.id)?.node;
  }

  /** Shows another state; nothing when there is no document that cites. */
  show(next: Shown | undefined): void {
    const before = this.#shown;
    this.#shown = next;
    this.#begin();
    if (!before || !next || !sameIds(before.rows.roots, next.rows.roots) || before.found.document !== next.found.document) {
      this.#nodes.clear();
      if (before || next) this.#changed.fire(undefined);
      return;
    }
    const known = new Map(this.#nodes);
    this.#nodes.clear();
    const differ: CitedNode[] = [];
    for (const root of next.rows.roots) this.#compare(root, before, next, known, differ);
    if (differ.length > 0) this.#changed.fire(differ.map((node) => this.#handle(node)));
  }

  async getChildren(row?: CitedRow): Promise<CitedRow[]> {
    // the first answer has to wait: VS Code takes no notice of a change that it is told while a view is being opened
    await this.#begun;
    const shown = this.#shown;
    if (!shown) return [];
    const parent = row && this.node(row);
    if (row && !parent) return [];
    const nodes = parent ? shown.rows.children(parent) : shown.rows.roots;
    // what rows say comes from the entries: reading some hundred of them is work to share out
    await convert(nodes.flatMap((node) => (node.kind === 'uncited' ? [node.entry] : node.kind === 'cited' ? [shown.entryOf(node.use.key)?.entry].filter((entry) => entry !== undefined) : [])));
    return nodes.map((node) => this.#known(shown, node));
  }

  getParent(row: CitedRow): CitedRow | undefined {
    const node = this.node(row);
    const parent = node && this.#shown?.rows.parent(node);
    return parent && this.#handle(parent);
  }

  getTreeItem(row: CitedRow): vscode.TreeItem {
    const node = this.node(row);
    return node && this.#shown ? itemOf(this.#shown, node, row) : new vscode.TreeItem('');
  }

  resolveTreeItem(item: vscode.TreeItem, row: CitedRow): vscode.TreeItem {
    const node = this.node(row);
    const tooltip = node && this.#shown && tooltipOf(this.#shown, node);
    if (tooltip !== undefined) item.tooltip = tooltip;
    return item;
  }

  #compare(node: CitedNode, before: Shown, next: Shown, known: ReadonlyMap<string, { readonly node: CitedNode; readonly look: string }>, differ: CitedNode[]): void {
    const old = known.get(node.id);
    // children that nobody has asked for are made when somebody does
    if (!old) return;
    const children = before.rows.isOpened(old.node) ? next.rows.children(node) : [];
    this.#known(next, node);
    const changed = lookOf(next, node, this.#handle(node)) !== old.look || (before.rows.isOpened(old.node) && !sameIds(before.rows.children(old.node), children));
    if (changed) differ.push(node);
    for (const child of children) this.#compare(child, before, next, known, changed ? [] : differ);
  }

  #known(shown: Shown, node: CitedNode): CitedRow {
    const row = this.#handle(node);
    this.#nodes.set(node.id, { node, look: lookOf(shown, node, row) });
    return row;
  }

  #handle(node: CitedNode): CitedRow {
    let row = this.#handles.get(node.id);
    if (!row) this.#handles.set(node.id, (row = new CitedRow(node.id)));
    return row;
  }
}

/** Everything about a row that is drawn. */
function lookOf(shown: Shown, node: CitedNode, row: CitedRow): string {
  const { label, description, contextValue, collapsibleState, accessibilityInformation } = itemOf(shown, node, row);
  return JSON.stringify([label, description, contextValue, collapsibleState, accessibilityInformation?.label]);
}

function sameIds(a: readonly CitedNode[], b: readonly CitedNode[]): boolean {
  return a.length === b.length && a.every((node, at) => node.id === b[at]?.id);
}
