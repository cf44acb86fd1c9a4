/** What the extension has sent: the rows, their order, the categories. Only messages change it. */
import type { EditorState, Patch, Row } from '../../src/protocol.js';

export type Shown = Omit<EditorState, 'rows'>;

export class State {
  private rowsById = new Map<number, Row>();
  private fileOrder: number[] = [];
  shown: Shown;

  constructor(state: EditorState) {
    const { rows, ...rest } = state;
    this.shown = rest;
    this.take(rows);
  }

  get version(): number {
    return this.shown.version;
  }

  get total(): number {
    return this.fileOrder.length;
  }

  /** All rows, as in the file. */
  get order(): readonly number[] {
    return this.fileOrder;
  }

  row(id: number): Row | undefined {
    return this.rowsById.get(id);
  }

  has(id: number): boolean {
    return this.rowsById.has(id);
  }

  /** Everything anew. */
  replace(state: EditorState): void {
    const { rows, ...rest } = state;
    this.shown = rest;
    this.rowsById = new Map();
    this.take(rows);
  }

  /** @returns false when it does not stand on what is here: then all must be asked for again */
  apply(patch: Patch): boolean {
    if (patch.from !== this.version) return false;
    const { rows, gone, order } = patch;
    for (const one of gone) this.rowsById.delete(one);
    const added = rows.filter(({ row }) => !this.rowsById.has(row)).map(({ row }) => row);
    for (const one of rows) this.rowsById.set(one.row, one);
    if (order) this.fileOrder = order.filter((id) => this.rowsById.has(id));
    else if (gone.length + added.length > 0) this.fileOrder = [...this.fileOrder.filter((id) => this.rowsById.has(id)), ...added];
    const { version, kind = this.shown.kind, file = this.shown.file, editable = this.shown.editable, why = this.shown.why, banner = this.shown.banner, categories = this.shown.categories, problems = this.shown.problems } = patch;
    this.shown = { version, kind, file, editable, why, banner, categories, problems };
    return true;
  }

  private take(rows: readonly Row[]): void {
    for (const one of rows) this.rowsById.set(one.row, one);
    this.fileOrder = rows.map(({ row }) => row);
  }
}
