/** The view of an import that waits for an answer: the sections of the list with ticks. It is there only as long as there is one. */
import * as vscode from 'vscode';
import { contextKeys, viewIds } from '../../contributions.js';
import type { PreviewRow, PreviewSection } from '../../core/importing/index.js';
import type { Disposable } from '../../core/ports.js';
import { Disposables } from '../shared/disposables.js';
import type { House } from '../shared/house.js';
import { loadImporting } from '../shared/load-importing.js';
import type { ImportJob } from './job.js';
import { rowItem, sectionItem, stateOf, tooltipOf, unreadGroupItem, unreadItem, type Node } from './rows.js';

/** So many rows are opened by themselves. */
const openRows = 60;

/** How long a row that was selected by us may take to tell of its click, in milliseconds. */
const echo = 500;

export class ImportPreview implements vscode.TreeDataProvider<Node>, Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #disposables = new Disposables();
  readonly #view: vscode.TreeView<Node>;
  readonly #house: House;
  #nodes: { readonly of: PreviewSection; readonly byKey: Map<string, Node>; readonly parents: Map<Node, Node> } | undefined;
  /** Until when a click on a row of that line (any, while it is not known) is no click, in milliseconds since 1970. */
  #echo: { readonly until: number; readonly line: number | undefined } = { until: 0, line: undefined };
  #open: { readonly job: ImportJob; readonly answer: (go: boolean) => void } | undefined;

  constructor(house: House) {
    this.#house = house;
    this.#view = this.#disposables.add(vscode.window.createTreeView(viewIds.importPreview, { treeDataProvider: this, manageCheckboxStateManually: true, showCollapseAll: true }));
    this.#disposables.add(this.#changed);
    this.#disposables.add(
      this.#view.onDidChangeCheckboxState(({ items }) => {
        for (const [node, state] of items) this.#tick(node, state === vscode.TreeItemCheckboxState.Checked);
        this.#draw();
      }),
    );
    // what is there may have changed: the rows say so
    this.#disposables.add(house.library.onDidChange(() => house.messages.run(vscode.l10n.t('Import'), () => this.look())));
  }

  dispose(): void {
    this.answer(false);
    this.#disposables.dispose();
  }

  get job(): ImportJob | undefined {
    return this.#open?.job;
  }

  /** Shows an import, in place of one that was waiting. @returns whether the person wants it */
  async ask(job: ImportJob): Promise<boolean> {
    this.answer(false);
    for (const at of job.source.works.keys()) if (!job.writes(at)) job.without.add(at);
    const answered = new Promise<boolean>((resolve) => {
      this.#open = { job, answer: resolve };
    });
    await vscode.commands.executeCommand('setContext', contextKeys.importing, true);
    this.#draw();
    await vscode.commands.executeCommand(`${viewIds.importPreview}.focus`);
    const [first] = this.getChildren();
    // the keyboard is at the first row, from where the whole list can be heard
    if (first !== undefined) await Promise.resolve(this.#view.reveal(first, { select: true, focus: true })).catch(() => undefined);
    return answered;
  }

  /** Ends the waiting; nothing when nobody waits. */
  answer(go: boolean): void {
    const open = this.#open;
    if (open === undefined) return;
    this.#open = undefined;
    this.#nodes = undefined;
    void vscode.commands.executeCommand('setContext', contextKeys.importing, false);
    this.#changed.fire(undefined);
    open.answer(go);
  }

  tickNewOnly(): void {
    const job = this.job;
    if (job === undefined) return;
    for (const row of rowsBelow(job.tree)) this.#set(row, row.outcome.state === 'new' && row.outcome.perhaps.length === 0);
    this.#draw();
  }

  /** Ticks or unticks the row that has the keyboard. */
  async tickFocused(): Promise<void> {
    this.#echo = { until: Date.now() + echo, line: undefined };
    // the arrow keys move the focus, which VS Code keeps to itself; selecting the focused row is how to learn of it
    await vscode.commands.executeCommand('list.select');
    const [node] = this.#view.selection;
    if (this.#echo.until > 0) this.#echo = { ...this.#echo, line: node?.kind === 'row' ? node.row.work.line : node?.kind === 'unread' ? node.unread.line : 0 };
    if (node === undefined || this.job === undefined) return;
    const rows = node.kind === 'row' ? [node.row] : node.kind === 'section' ? [...rowsBelow(node.section)] : [];
    const some = rows.filter(({ at }) => this.job?.writes(at) === true);
    this.#tick(node, some.some(({ at }) => this.job?.without.has(at) === true));
    this.#draw();
  }

  /** Whether a click on a row of that line is the echo of {@link tickFocused}: there is one of each. */
  isEcho(line: number): boolean {
    const { until, line: expected } = this.#echo;
    if (Date.now() >= until || (expected !== undefined && expected !== line)) return false;
    this.#echo = { until: 0, line: undefined };
    return true;
  }

  skip(section: PreviewSection): void {
    for (const row of rowsBelow(section)) this.#set(row, false);
    this.#draw();
  }

  /** The section of a row of the view; without one, that of the row which is selected. */
  sectionOf(node: unknown): PreviewSection | undefined {
    let here = this.#nodes && [...this.#nodes.byKey.values()].includes(node as Node) ? (node as Node) : this.#view.selection[0];
    while (here !== undefined && here.kind !== 'section') here = this.#nodes?.parents.get(here);
    return here?.section;
  }

  /** Looks again at what is there, and draws. */
  async look(): Promise<void> {
    const job = this.job;
    if (job === undefined) return;
    await job.look();
    if (this.job === job) this.#draw();
  }

  getChildren(node?: Node): Node[] {
    const job = this.job;
    if (job === undefined) return [];
    if (node?.kind === 'unreadGroup') return job.source.unread.map((unread, at) => this.#node(`unread ${at}`, { kind: 'unread', unread }, node));
    if (node !== undefined && node.kind !== 'section') return [];
    const { rows, sections } = node?.section ?? job.tree;
    const children = [
      ...rows.map((row) => this.#node(`row ${row.at}`, { kind: 'row', row }, node)),
      ...sections.map((section) => this.#node(`section ${section.key}`, { kind: 'section', section }, node)),
    ];
    return node === undefined && job.source.unread.length > 0 ? [...children, this.#node('unread', { kind: 'unreadGroup' }, undefined)] : children;
  }

  getParent(node: Node): Node | undefined {
    return this.#nodes?.parents.get(node);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const job = this.job;
    if (job === undefined) return new vscode.TreeItem('');
    if (node.kind === 'unreadGroup') return unreadGroupItem(job.source.unread.length);
    if (node.kind === 'unread') return unreadItem(node.unread, job.source.unread.indexOf(node.unread));
    if (node.kind === 'row') return rowItem(node.row, { ...(job.writes(node.row.at) ? { ticked: !job.without.has(node.row.at) } : {}), description: stateOf(node.row) });
    const rows = [...rowsBelow(node.section)].filter(({ at }) => job.writes(at));
    const ticked = rows.filter(({ at }) => !job.without.has(at)).length;
    return sectionItem(node.section, { ...(rows.length === 0 ? {} : { ticked: ticked === rows.length }), description: this.#about(node.section, ticked, rows.length) }, job.source.works.length > openRows);
  }

  async resolveTreeItem(item: vscode.TreeItem, node: Node): Promise<vscode.TreeItem> {
    if (node.kind !== 'row') return item;
    const { compareFields } = await loadImporting();
    const { work, outcome } = node.row;
    const catalogue = await this.#house.catalogue();
    const known = catalogue.get(outcome.state === 'new' && outcome.elsewhere !== true ? (outcome.perhaps[0] ?? '') : outcome.id)?.paper.fields;
    item.tooltip = tooltipOf(node.row, compareFields(work.fields, known), known !== undefined);
    return item;
  }

  #about(section: PreviewSection, ticked: number, all: number): string {
    const count = all === 0 ? vscode.l10n.t('nothing new') : vscode.l10n.t('{0} of {1}', ticked, all);
    const id = section.rows.find(({ outcome }) => outcome.category !== undefined)?.outcome.category;
    const made = this.job?.plan.made.find((one) => one.id === id);
    const there = id === undefined ? undefined : this.#house.library.catalogue.category(id)?.category.title;
    const mapped = this.job?.mapped.has(section.key) === true && this.job.mapped.get(section.key) === undefined;
    if (mapped) return vscode.l10n.t('{0} → no category', count);
    if (made !== undefined) return vscode.l10n.t('{0} → new category {1}', count, made.title);
    return there === undefined ? count : vscode.l10n.t('{0} → {1}', count, there);
  }

  #tick(node: Node, ticked: boolean): void {
    if (node.kind === 'row') this.#set(node.row, ticked);
    if (node.kind === 'section') for (const row of rowsBelow(node.section)) this.#set(row, ticked);
  }

  #set({ at }: PreviewRow, ticked: boolean): void {
    if (ticked && this.job?.writes(at) === true) this.job.without.delete(at);
    else this.job?.without.add(at);
  }

  #draw(): void {
    const job = this.job;
    if (job === undefined) return;
    if (this.#nodes?.of !== job.tree) this.#nodes = { of: job.tree, byKey: new Map(), parents: new Map() };
    const counts = { added: 0, completed: 0, there: 0 };
    for (const [at, { state }] of job.plan.outcomes.entries()) {
      if (!job.writes(at)) counts.there += 1;
      else if (!job.without.has(at)) counts[state === 'new' ? 'added' : 'completed'] += 1;
    }
    this.#view.description = job.input.label;
    this.#view.message = vscode.l10n.t('{0} new, {1} completed, {2} already there, {3} could not be read. Nothing is written before "Import What Is Ticked".', counts.added, counts.completed, counts.there, job.source.unread.length);
    this.#changed.fire(undefined);
  }

  #node(key: string, node: Node, parent: Node | undefined): Node {
    if (this.#nodes === undefined) return node;
    const known = this.#nodes.byKey.get(key) ?? node;
    this.#nodes.byKey.set(key, known);
    if (parent !== undefined) this.#nodes.parents.set(known, parent);
    return known;
  }
}

function* rowsBelow(section: PreviewSection): Generator<PreviewRow> {
  yield* section.rows;
  for (const below of section.sections) yield* rowsBelow(below);
}
