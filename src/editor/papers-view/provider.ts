/** The outline as a VS Code tree. Rows are handles with stable ids; what they show is looked up when VS Code asks. */
import * as vscode from 'vscode';
import { commandIds, internalCommandIds, rowContexts } from '../../contributions.js';
import type { Catalogue } from '../../core/catalogue/catalogue.js';
import { makeCard } from '../../core/outline/card.js';
import { paperLinks } from '../../core/outline/links.js';
import { Outline, type GroupNode, type OutlineNode } from '../../core/outline/nodes.js';
import { marksOf } from '../../core/outline/marks.js';
import { paperRow } from '../../core/outline/row.js';
import { cardMarkdown } from '../shared/card-markdown.js';
import { kindIcons } from '../shared/icons.js';
import { RowHandle } from '../shared/selection.js';
import { badgeOf } from './badges.js';
import { changedRows } from './changed-rows.js';

/** Groups of a filtered tree start expanded when no more papers than this are left. */
const expandUpTo = 200;

export class PapersProvider implements vscode.TreeDataProvider<RowHandle> {
  readonly #changed = new vscode.EventEmitter<RowHandle | RowHandle[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #handles = new Map<string, RowHandle>();
  /** Rows that VS Code has asked for; only these can need a refresh. */
  readonly #nodes = new Map<string, OutlineNode>();
  readonly #ready: () => Promise<void>;
  #outline = new Outline([], { grouping: '', sortBy: 'title', total: 0, shown: 0 });
  #catalogue: Catalogue | undefined;

  /** @param ready starts the loading and resolves when there is something to show. */
  constructor(ready: () => Promise<void>) {
    this.#ready = ready;
  }

  get outline(): Outline {
    return this.#outline;
  }

  /** Shows another outline; only rows that differ are drawn again. */
  show(outline: Outline, catalogue: Catalogue): void {
    const before = this.#outline;
    this.#outline = outline;
    this.#catalogue = catalogue;
    const changed = changedRows(before, outline, this.#nodes);
    if (changed === 'all') {
      this.#nodes.clear();
      this.#changed.fire(undefined);
      return;
    }
    for (const node of changed.gone) this.#nodes.delete(node.id);
    for (const node of changed.nodes) this.#nodes.set(node.id, node);
    if (changed.refresh.length > 0) this.#changed.fire(changed.refresh.map((node) => this.handle(node)));
  }

  handle(node: OutlineNode): RowHandle {
    let handle = this.#handles.get(node.id);
    if (!handle) this.#handles.set(node.id, (handle = new RowHandle(node.id)));
    return handle;
  }

  node(handle: RowHandle): OutlineNode | undefined {
    return this.#nodes.get(handle.id);
  }

  async getChildren(row?: RowHandle): Promise<RowHandle[]> {
    if (!row) {
      await this.#ready();
      return this.#outline.roots.map((node) => this.#known(node));
    }
    const node = this.#nodes.get(row.id);
    return node ? this.#outline.children(node).map((child) => this.#known(child)) : [];
  }

  getParent(row: RowHandle): RowHandle | undefined {
    const parent = this.#nodes.get(row.id)?.parent;
    return parent && this.#known(parent);
  }

  /** Makes a row known before VS Code asks for its parents, so that it can be revealed. */
  prepare(node: OutlineNode): RowHandle {
    return this.#known(node);
  }

  getTreeItem(row: RowHandle): vscode.TreeItem {
    const node = this.#nodes.get(row.id);
    if (!node) return new vscode.TreeItem('');
    return node.kind === 'group' ? this.#groupItem(node) : paperItem(node);
  }

  resolveTreeItem(item: vscode.TreeItem, row: RowHandle): vscode.TreeItem {
    const node = this.#nodes.get(row.id);
    if (node?.kind === 'paper' && this.#catalogue) item.tooltip = cardMarkdown(makeCard(node.shelved, this.#catalogue));
    return item;
  }

  #known(node: OutlineNode): RowHandle {
    this.#nodes.set(node.id, node);
    return this.handle(node);
  }

  #groupItem(node: GroupNode): vscode.TreeItem {
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const filtered = this.#outline.shown < this.#outline.total;
    const item = new vscode.TreeItem(node.label, filtered && this.#outline.shown <= expandUpTo ? Expanded : Collapsed);
    item.id = node.id;
    item.description = String(node.count);
    item.tooltip = node.about ?? node.label;
    item.contextValue = node.hidden ? rowContexts.hidden : node.category !== undefined ? rowContexts.category : node.query === undefined ? rowContexts.group : rowContexts.searchable;
    const papers = node.count === 1 ? vscode.l10n.t('1 paper') : vscode.l10n.t('{0} papers', node.count);
    item.accessibilityInformation = { label: `${node.label}, ${papers}` };
    return item;
  }
}

function paperItem(node: Extract<OutlineNode, { kind: 'paper' }>): vscode.TreeItem {
  const { paper } = node.shelved;
  const { label, description, kind, spoken } = paperRow(paper);
  const { pdf, html, code } = paperLinks(paper);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  item.id = node.id;
  const hidden = node.parent?.hidden === true;
  const marks = marksOf(node.shelved);
  const { starred, status, overridden, personal } = marks;
  // words, not colours: they are read aloud as well
  const words = [status === 'read' ? vscode.l10n.t('read') : status === 'reading' ? vscode.l10n.t('reading') : '', overridden ? vscode.l10n.t('changed') : '', personal ? vscode.l10n.t('personal') : ''].filter(Boolean);
  if (hidden) words.push(vscode.l10n.t('hidden'));
  item.description = `${starred ? '★ ' : ''}${[description, ...words].filter(Boolean).join(' · ')}`;
  const badge = badgeOf(paper.id, marks);
  if (badge) item.resourceUri = badge;
  item.iconPath = new vscode.ThemeIcon(hidden ? 'eye-closed' : kindIcons[kind]);
  item.contextValue = hidden ? rowContexts.hidden : [rowContexts.paper, pdf === undefined ? '' : 'pdf', html === undefined ? '' : 'html', code === undefined ? '' : 'code', overridden ? 'overridden' : ''].filter(Boolean).join(' ');
  item.accessibilityInformation = { label: [spoken, starred ? vscode.l10n.t('starred') : '', ...words].filter(Boolean).join(', ') };
  // without arguments: VS Code forgets those of a row that is being drawn again, and with them the click
  if (!hidden) item.command = { command: internalCommandIds.rowClicked, title: commandIds.openPaper };
  return item;
}
