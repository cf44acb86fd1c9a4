/** The page's centre: what is shown, selected, filtered and sorted, and who hears of a change. It draws nothing. */
import type { Column, Edit, PaperDetail, Params, Result, Told } from '../../src/protocol.js';
import { announce } from './announce.js';
import { Fault, type Client } from './client.js';
import { later } from './dom.js';
import { Edits } from './edits.js';
import { Emitter } from './events.js';
import { asKept, type Kept } from './kept.js';
import { t, useStrings } from './l10n.js';
import { Selection } from './selection.js';
import { State } from './state.js';

export type Sort = { column: Column; descending: boolean } | null;
export type Action = Params<'run'>['action'];
export type Command = Extract<Told, { kind: 'command' }>['command'];
type QueryFault = Result<'order'>['faults'][number];

export class Editor {
  state!: State;
  kept!: Kept;
  readonly selection = new Selection();
  readonly edits: Edits;
  /** Rows that match the filter, in order. */
  order: readonly number[] = [];
  faults: readonly QueryFault[] = [];
  /** The paper of the form, as last read. */
  detail: PaperDetail | undefined;

  readonly onState = new Emitter();
  readonly onOrder = new Emitter();
  readonly onSelection = new Emitter();
  readonly onDetail = new Emitter();
  /** A part of the page asks for a filter. */
  readonly onFilter = new Emitter<string>();
  readonly onNotice = new Emitter<string>();
  readonly onCommand = new Emitter<Command>();
  /** Somebody asked to see this row, which may be outside of the filter. */
  readonly onReveal = new Emitter<{ row: number; focusForm: boolean }>();

  private readonly seenBy: { version: number; resolve: () => void }[] = [];
  private asked = 0;
  /** A new filter's result is to be told, whichever answer brings it. */
  private telling = false;
  private readonly keepSoon = later(() => void this.client.request('keep', { state: this.kept }).catch(() => undefined), 250);

  constructor(readonly client: Client) {
    this.edits = new Edits(client, { version: () => this.state.version, seen: (version) => this.seen(version) }, (message) => this.onNotice.fire(message));
  }

  async open(): Promise<void> {
    const { state, kept, strings, select } = await this.client.request('open', {});
    useStrings(strings);
    this.kept = asKept(kept);
    this.state = new State(state);
    this.order = this.state.order;
    const wanted = new Set(this.kept.selected);
    const rows = select === null ? this.order.filter((row) => wanted.has(this.state.row(row)?.key ?? '')) : [select];
    this.selection.set(rows.length > 0 ? rows : this.order.slice(0, 1));
  }

  /** Everything anew, because a message was missed. */
  async reopen(): Promise<void> {
    const { state } = await this.client.request('open', {});
    const before = this.order;
    this.state.replace(state);
    this.changed(before);
  }

  told(message: Told): void {
    if (message.kind === 'select') this.reveal(message.row);
    else if (message.kind === 'command') this.onCommand.fire(message.command);
    else if (message.patch.from === this.state.version) {
      const before = this.order;
      this.state.apply(message.patch);
      this.changed(before);
    } else if (message.patch.version > this.state.version) void this.reopen().catch((error: unknown) => this.fail(error));
  }

  private changed(before: readonly number[]): void {
    const { state, selection } = this;
    this.order = this.kept.filter === '' && !this.kept.sort ? state.order : before.filter((row) => state.has(row));
    const single = selection.single;
    selection.keep((row) => state.has(row), before, this.order);
    for (const one of this.seenBy.filter(({ version }) => version <= state.version)) {
      this.seenBy.splice(this.seenBy.indexOf(one), 1);
      one.resolve();
    }
    this.keepSelected();
    this.onState.fire();
    if (selection.single !== single) this.onSelection.fire();
    void this.reorder();
    this.readDetail();
  }

  private seen(version: number): Promise<void> {
    if (this.state.version >= version) return Promise.resolve();
    return new Promise((resolve) => {
      const one = { version, resolve };
      this.seenBy.push(one);
      // the patch did not come: the next edit must not wait for ever
      setTimeout(() => {
        const at = this.seenBy.indexOf(one);
        if (at < 0) return;
        this.seenBy.splice(at, 1);
        this.reopen().catch((error: unknown) => this.fail(error)).finally(resolve);
      }, 3000);
    });
  }

  // ── filter and order ──

  setFilter(filter: string): void {
    if (filter === this.kept.filter) return;
    this.kept.filter = filter;
    this.keep();
    void this.reorder(true);
  }

  setSort(sort: Sort): void {
    this.kept.sort = sort;
    this.keep();
    announce(sort ? t(sort.descending ? 'table.sortedDown' : 'table.sortedUp', t(`column.${sort.column}`)) : t('table.unsorted'));
    void this.reorder();
  }

  /** Asks for the order anew; of several answers on their way only the last counts. */
  async reorder(tell = false): Promise<void> {
    const { filter, sort } = this.kept;
    this.asked += 1;
    const asked = this.asked;
    this.telling ||= tell;
    let order = this.state.order;
    let faults: readonly QueryFault[] = [];
    if (filter.trim() !== '' || sort) {
      try {
        ({ order, faults } = await this.client.request('order', { filter, sort }));
      } catch (error) {
        if (asked === this.asked) this.fail(error);
        return;
      }
      if (asked !== this.asked) return;
    }
    this.order = order.filter((row) => this.state.has(row));
    this.faults = faults;
    if (this.telling) {
      this.telling = false;
      announce(t('filter.found', this.order.length, this.state.total));
      this.keepToShown();
    }
    this.onOrder.fire();
  }

  /** What a new filter hides is no longer selected, but the paper of the form stays open. */
  private keepToShown(): void {
    if (this.selection.size < 2) return;
    const shown = new Set(this.order);
    const left = this.selection.rows.filter((row) => shown.has(row));
    if (left.length === this.selection.size || left.length === 0) return;
    this.selection.set(left);
    this.selected();
  }

  // ── selection ──

  /** To be called after the selection was changed. */
  selected(): void {
    this.keepSelected();
    this.onSelection.fire();
    this.readDetail();
  }

  /** Citation keys of what is selected: papers are gone, or have another key, after an edit too. */
  private keepSelected(): void {
    const keys = this.selection.size > 50 ? [] : this.selection.rows.map((row) => this.state.row(row)?.key ?? '');
    if (keys.join('\n') !== this.kept.selected.join('\n')) this.keep({ selected: keys });
  }

  select(row: number): void {
    this.selection.only(row);
    this.selected();
  }

  reveal(row: number, focusForm = false): void {
    if (!this.state.has(row)) return;
    this.select(row);
    this.onReveal.fire({ row, focusForm });
  }

  readDetail(): void {
    const row = this.selection.single;
    if (row === undefined) {
      this.detail = undefined;
      this.onDetail.fire();
      return;
    }
    this.read(row).then(() => undefined, (error: unknown) => this.fail(error));
  }

  private async read(row: number): Promise<PaperDetail | undefined> {
    const detail = await this.client.request('paper', { row });
    if (this.selection.single === row && detail && detail.version >= (this.detail?.row === row ? this.detail.version : 0)) {
      this.detail = detail;
      this.onDetail.fire();
    }
    return detail ?? undefined;
  }

  /** A paper as the text of this moment has it; undefined when it is gone. */
  async fresh(row: number): Promise<PaperDetail | undefined> {
    for (let attempt = 1; ; attempt++) {
      if (this.detail?.row === row && this.detail.version === this.state.version) return this.detail;
      const detail = await this.read(row);
      if (detail && detail.version > this.state.version) await this.seen(detail.version);
      // the text may have changed once more while the answer was on its way
      if (!detail || detail.version === this.state.version || attempt === 6) return detail;
    }
  }

  // ── edits and actions ──

  get editable(): boolean {
    return this.state.shown.editable.papers;
  }

  /** One edit that does not depend on what the paper holds. */
  edit(label: string, edit: Edit, done?: (rows: readonly number[]) => void): void {
    this.edits.add({ label, make: () => edit, ...(done ? { done } : {}) });
  }

  run(action: Action, rows: readonly number[] = this.selection.rows, argument?: string): void {
    this.client.request('run', { action, rows: [...rows], ...(argument === undefined ? {} : { argument }) }).catch((error: unknown) => this.fail(error));
  }

  fail(error: unknown): void {
    const message = error instanceof Fault && error.code === 'late' ? t('late') : error instanceof Fault && error.code === 'malformed' ? t('malformed') : t('failed', error instanceof Error ? error.message : String(error));
    announce(message, true);
    this.onNotice.fire(message);
  }

  keep(change: Partial<Kept> = {}): void {
    Object.assign(this.kept, change);
    this.keepSoon();
  }

  /** Before the page goes: nothing waits any longer. */
  keepNow(): void {
    this.keepSoon.now();
  }
}
