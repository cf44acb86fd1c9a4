/** The table of one editor: rows with numbers, their problems, and the state that pages show. */
import type { EditorState } from '../../protocol.js';
import type { Item } from './item.js';
import { RowNumbers } from './numbering.js';
import { countsOf, type FoundProblems } from './problems.js';
import { allCounts, RowMaker, type TableRow } from './rows.js';
import { nowhere, type Surroundings } from './surroundings.js';

/** Rows between two pauses: well under a millisecond where they are known. */
const piece = 200;

export class Table {
  readonly #numbers = new RowNumbers();
  readonly #maker = new RowMaker();
  #rows: readonly TableRow[] = [];
  #byNumber = new Map<number, TableRow>();
  #found: FoundProblems = new Map();
  #around: Surroundings = nowhere;

  /** In the order of the text. */
  get rows(): readonly TableRow[] {
    return this.#rows;
  }

  get around(): Surroundings {
    return this.#around;
  }

  get(row: number): TableRow | undefined {
    return this.#byNumber.get(row);
  }

  /** Problems beyond those of the item's own text. */
  problemsOf(row: number): NonNullable<ReturnType<FoundProblems['get']>> {
    return this.#found.get(row) ?? [];
  }

  /** The numbers of items as they stand now; the same items must be shown next. */
  number(items: readonly Item[]): readonly number[] {
    return this.#numbers.assign(items);
  }

  /** Makes the rows; yields every few of them, and nothing is different until it is done. */
  *show(items: readonly Item[], numbers: readonly number[], around: Surroundings, found: FoundProblems): Generator<void, void> {
    const rows: TableRow[] = [];
    this.#maker.begin();
    for (const [at, item] of items.entries()) {
      const number = numbers[at] ?? 0;
      rows.push(this.#maker.make(number, item, around, countsOf(found.get(number))));
      if (at % piece === piece - 1) yield;
    }
    this.#maker.done();
    this.#rows = rows;
    this.#around = around;
    this.#found = found;
    this.#byNumber = new Map(this.#rows.map((one) => [one.row.row, one]));
  }

  /** The state that pages show. */
  state(rest: Pick<EditorState, 'version' | 'kind' | 'file' | 'editable' | 'why' | 'banner'>): EditorState {
    const rows = this.#rows.map(({ row }) => row);
    return { ...rest, rows, categories: [...this.#around.categories], problems: allCounts(rows) };
  }
}
