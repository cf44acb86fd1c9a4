/** The picker: a ranked list of what the document can cite, from which one work is taken or several are collected. */
import * as vscode from 'vscode';
import { contextKeys } from '../../contributions.js';
import { runInSlices } from '../../core/bibliography/slices.js';
import type { Citable } from '../../core/cite/citables.js';
import { listSteps, type PickState } from '../../core/cite/pick.js';
import type { Identifier } from '../../core/ids/index.js';
import type { Found } from '../../core/metadata/index.js';
import { pause } from '../shared/bibliographies.js';
import type { House } from '../shared/house.js';
import { unknownIdentifier } from './look-up.js';
import { pressed } from './row-buttons.js';
import { addRow, rowsOf, type CiteRow } from './rows.js';
import type { Stock } from './store.js';

/** What goes on when the picker is opened again. */
export interface PickMemory {
  typed: string;
  collected: readonly Citable[];
}

export type Picked =
  /** `otherWay`: asked for with Shift+Enter. */
  | { readonly kind: 'cite'; readonly chosen: readonly Citable[]; readonly otherWay: boolean }
  | { readonly kind: 'add'; readonly identifier: Identifier; readonly found: Found; readonly collected: readonly Citable[]; readonly otherWay: boolean };

export interface PickRequest {
  readonly title: string;
  readonly stock: Promise<Stock>;
  readonly recent: readonly string[];
  readonly cited: ReadonlySet<string>;
  readonly memory: PickMemory;
}

/** Whoever asks for a service waits this long at most, in milliseconds. */
const patience = 30_000;

export class CitePicker {
  readonly #pick = vscode.window.createQuickPick<CiteRow>();
  #run = 0;
  /** The run whose rows stand in the box. */
  #drawn = 0;
  #listed: Promise<void> = Promise.resolve();
  #asking: AbortController | undefined;
  #outcome: { readonly label: string; readonly icon: string } | undefined;
  #resolve: (picked: Picked) => void = () => undefined;
  #reject: (fault: unknown) => void = () => undefined;

  constructor(private readonly house: House, private readonly request: PickRequest) {
    const pick = this.#pick;
    // not in the stable typings yet, but without it VS Code undoes our ranking
    Object.assign(pick, { sortByLabel: false });
    pick.placeholder = vscode.l10n.t('Title, author, year, key, arXiv id or link. Enter cites, Ctrl/Cmd+Enter collects several');
    pick.buttons = [{ iconPath: new vscode.ThemeIcon('comment'), tooltip: vscode.l10n.t('Cite the Other Way: With or Without Page, Prefix and Suffix (Shift+Enter)') }];
    pick.value = request.memory.typed;
    pick.busy = true;
    pick.onDidChangeValue(() => this.#typed());
    pick.onDidAccept(() => house.messages.run(request.title, async () => this.accept(false)));
    pick.onDidTriggerButton(() => house.messages.run(request.title, async () => this.accept(true)));
    pick.onDidTriggerItemButton(({ item, button }) => pressed(this.house, this, item, button));
    pick.onDidHide(() => this.#reject(new vscode.CancellationError()));
  }

  /** @throws CancellationError when it is dismissed */
  async show(): Promise<Picked> {
    setContext(contextKeys.citePickerOpen, true);
    this.#head();
    try {
      return await new Promise<Picked>((resolve, reject) => {
        this.#resolve = resolve;
        this.#reject = reject;
        this.#pick.show();
        this.#list();
      });
    } finally {
      this.#asking?.abort();
      this.#run += 1;
      this.#reject = () => undefined;
      this.#pick.dispose();
      setContext(contextKeys.citePickerOpen, false);
      setContext(contextKeys.citePickerCollected, false);
    }
  }

  /** Collects the focused row, or takes it back. What is typed meanwhile belongs to the next. */
  async collectActive(): Promise<void> {
    const typed = this.#pick.value;
    const citable = (await this.#meantBy(typed))?.citable;
    if (citable) this.collect(citable, typed);
  }

  /** Collects a work, or takes it back when it was collected. The box is emptied of what it was found by, for the next. */
  collect(citable: Citable, typed = this.#pick.value): void {
    const { memory } = this.request;
    const { value } = this.#pick;
    const there = memory.collected.includes(citable);
    memory.collected = there ? memory.collected.filter((one) => one !== citable) : [...memory.collected, citable];
    if (!there) this.#pick.value = memory.typed = value.startsWith(typed) ? value.slice(typed.length) : '';
    this.#head();
    this.#list();
  }

  /** Backspace in the empty box; in one that has just been typed into, VS Code's own. */
  takeBack(): void {
    const { memory } = this.request;
    const last = memory.collected.at(-1);
    if (this.#pick.value !== '') this.#pick.value = this.#pick.value.slice(0, -1);
    else if (last) this.collect(last);
  }

  /** The picker stays open when the focus goes elsewhere, as when a page is opened. */
  stay(): void {
    this.#pick.ignoreFocusOut = true;
  }

  async accept(otherWay: boolean): Promise<void> {
    await this.#upToDate();
    const row = this.#active();
    const { collected } = this.request.memory;
    if (row?.add) await this.#ask(row.add, otherWay);
    else if (collected.length > 0) this.#resolve({ kind: 'cite', chosen: collected, otherWay });
    else if (row?.citable) this.#resolve({ kind: 'cite', chosen: [row.citable], otherWay });
  }

  /** The row that is meant while the box holds this, also when somebody types on before its list is there. */
  async #meantBy(typed: string): Promise<CiteRow | undefined> {
    if (this.#drawn !== this.#run) await this.#upToDate();
    if (this.#pick.value === typed) return this.#active();
    const { all, catalogue, context } = await this.request.stock;
    const state: PickState = { ...this.request, collected: this.request.memory.collected };
    return this.#first(rowsOf(await runInSlices(listSteps(all, typed, context, state), pause), state, catalogue));
  }

  /** After fast typing the active row may still be one of the list before. */
  #active(): CiteRow | undefined {
    const [active] = this.#pick.activeItems;
    return active && this.#pick.items.includes(active) ? active : this.#first(this.#pick.items);
  }

  /** What was collected stands on top, but what comes next is among the others. */
  #first(rows: readonly CiteRow[]): CiteRow | undefined {
    const { collected } = this.request.memory;
    return rows.find(({ citable, add }) => add !== undefined || (citable !== undefined && !collected.includes(citable))) ?? rows.find(({ citable }) => citable !== undefined);
  }

  #typed(): void {
    this.request.memory.typed = this.#pick.value;
    this.#asking?.abort();
    this.#asking = undefined;
    this.#outcome = undefined;
    this.#head();
    this.#list();
  }

  #list(): void {
    this.#listed = this.#draw();
    this.#listed.catch((fault: unknown) => this.#reject(fault));
  }

  /** What Enter means is in the list for what has been typed; that may still be on its way. */
  async #upToDate(): Promise<void> {
    for (let listed: Promise<void> | undefined; listed !== this.#listed; ) {
      listed = this.#listed;
      await listed;
    }
  }

  async #draw(): Promise<void> {
    const run = (this.#run += 1);
    const { all, catalogue, context, warm } = await this.request.stock;
    const typed = this.#pick.value;
    // the first search of many papers would hold the keyboard up
    if (typed.trim() !== '') await warm;
    if (run !== this.#run) return;
    const state: PickState = { ...this.request, collected: this.request.memory.collected };
    const sections = await runInSlices(listSteps(all, typed, context, state), pause);
    if (run !== this.#run) return;
    const unknown = unknownIdentifier(typed, sections.flatMap(({ rows }) => rows.map(({ paper }) => paper)), all, catalogue);
    const rows = [...(unknown ? [addRow(unknown, this.#outcome)] : []), ...rowsOf(sections, state, catalogue)];
    this.#pick.items = rows;
    this.#drawn = run;
    this.#pick.busy = this.#asking !== undefined;
    const first = this.#first(rows);
    if (first && state.collected.length > 0) this.#pick.activeItems = [first];
  }

  #head(): void {
    const { title, memory } = this.request;
    const count = memory.collected.length;
    this.#pick.title = count === 0 ? title : vscode.l10n.t('{0}: {1} collected, Enter cites them', title, count);
    this.#pick.ignoreFocusOut = count > 0;
    setContext(contextKeys.citePickerCollected, count > 0 && this.#pick.value === '');
  }

  /** Asks the services. The picker stays as it is until there is a paper; what else they say stands in the row. */
  async #ask(identifier: Identifier, otherWay: boolean): Promise<void> {
    if (this.#asking) return;
    const asking = new AbortController();
    this.#asking = asking;
    this.#pick.busy = true;
    this.#say(vscode.l10n.t('Looking up {0}', identifier.id), 'loading~spin');
    try {
      const answer = await (await this.house.lookUp()).lookUp(identifier, { signal: asking.signal, patience });
      if (asking.signal.aborted) return;
      if (answer.kind === 'found') this.#resolve({ kind: 'add', identifier, found: answer, collected: this.request.memory.collected, otherWay });
      else if (answer.kind === 'notFound') this.#say(answer.message, 'circle-slash');
      else this.#say(vscode.l10n.t('Could not check {0}: {1}', identifier.id, answer.message), 'warning');
    } catch (fault) {
      this.#say(vscode.l10n.t('Could not check {0}: {1}', identifier.id, fault instanceof Error ? fault.message : String(fault)), 'warning');
    } finally {
      if (this.#asking === asking) {
        this.#asking = undefined;
        this.#pick.busy = false;
      }
    }
  }

  #say(label: string, icon: string): void {
    this.#outcome = { label, icon };
    this.#list();
  }
}

function setContext(key: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
