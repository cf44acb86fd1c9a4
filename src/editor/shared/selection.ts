/** What the Papers view has selected, for commands that come from elsewhere; and a way to ask it to show a paper. */
import type { Shelved } from '../../core/catalogue/catalogue.js';
import { Copied } from './carried.js';

/** What tells a row from other arguments, also where this module was bundled twice. */
const brand = Symbol.for('litshelf.row');

/** A row of the view, as VS Code hands it back to commands. */
export class RowHandle {
  readonly [brand] = true;
  readonly id: string;
  constructor(id: string) {
    this.id = id;
  }
}

export function isRow(value: unknown): value is RowHandle {
  return typeof value === 'object' && value !== null && brand in value;
}

/** What the view offers to the rest of the house; it registers itself when it is made. */
export interface PapersViewPort {
  /** Citation keys of selected paper rows, in their order in the view; empty when the view is not visible. */
  selectedKeys(): readonly string[];
  /** The rows that are selected, groups included. */
  selectedRows(): readonly RowHandle[];
  /** The citation key of a paper row, or undefined for a group. */
  keyOf(row: RowHandle): string | undefined;
  /** The filter that finds what a group holds. */
  queryOf(row: RowHandle): string | undefined;
  /** The id of the category that a row stands for or that its paper stands in; undefined elsewhere. */
  categoryOf(row: RowHandle): string | undefined;
  /** The keys of hidden papers that a row stands for: its own, or those of its group. */
  hiddenKeys(row: RowHandle): readonly string[];
  /** The papers that the view shows, in its order, each once. */
  inOrder(): Iterable<Shelved>;
  /** Shows the paper's row, selected, and puts the keyboard there unless it is done quietly; false when no row shows it. */
  reveal(key: string, quietly?: boolean): Promise<boolean>;
}

export class Selection {
  /** Papers whose keys were copied last. */
  readonly copied = new Copied();
  #view: PapersViewPort | undefined;

  connect(view: PapersViewPort): void {
    this.#view = view;
  }

  get view(): PapersViewPort | undefined {
    return this.#view;
  }
}
