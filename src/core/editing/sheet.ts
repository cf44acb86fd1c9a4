/**
 * What an editor of a catalogue file stands on: the text as it was last read, and the table made of it. One for a document, whatever the
 * number of pages that show it, so that a row has one number everywhere.
 */
import type { EditorState, PaperDetail, Params, Result } from '../../protocol.js';
import type { Problem, TextRange } from '../model/problem.js';
import type { SearchContext } from '../search/index.js';
import type * as Yaml from '../yaml/index.js';
import type { PapersFile } from '../yaml/papers-file.js';
import type { Splice } from '../yaml/splice.js';
import { paperDetail, placeOf } from './detail.js';
import { itemsIn, Refusal, type Item, type YamlDoor } from './item.js';
import { orderRows } from './order.js';
import { planEdit, stepsOf, type PaperEdit } from './plan.js';
import { bannerOf, duplicatesIn, type FoundProblem, type FoundProblems } from './problems.js';
import { nowhere, type Surroundings } from './surroundings.js';
import { Table } from './table.js';

export type SheetYaml = YamlDoor & Pick<typeof Yaml, 'readPapers'>;

/** What was read. */
interface Content {
  readonly items: readonly Item[];
  /** Their rows. */
  readonly numbers: readonly number[];
  readonly text: string;
  readonly version: number;
  readonly file: PapersFile | undefined;
  /** Problems of the file as a whole, by row. */
  readonly own: FoundProblems;
  readonly banner: EditorState['banner'];
}

export class Sheet {
  readonly table = new Table();
  readonly #yaml: SheetYaml;
  #content: Content = { items: [], numbers: [], text: '', version: -1, file: undefined, own: new Map(), banner: null };
  #around: Surroundings = nowhere;
  #found: FoundProblems = new Map();

  constructor(yaml: SheetYaml) {
    this.#yaml = yaml;
  }

  /** Of the text that is shown; -1 before the first. */
  get version(): number {
    return this.#content.version;
  }

  get text(): string {
    return this.#content.text;
  }

  /** The papers file that is shown; undefined where a whole catalogue is. */
  get file(): PapersFile | undefined {
    return this.#content.file;
  }

  /** Where the text does not parse. */
  get banner(): EditorState['banner'] {
    return this.#content.banner;
  }

  /** Reads a papers file; yields now and then. Nothing is different until it is done; one thing is to be done after the other. */
  *read(text: string, version: number, name: string): Generator<void, void> {
    const file = yield* this.#yaml.readPapers(text, name, this.#content.file);
    yield;
    const items = itemsIn([file], this.#yaml);
    const numbers = this.table.number(items);
    yield;
    yield* this.#show({ items, numbers, text, version, file, own: duplicatesIn(file, items, numbers), banner: bannerOf(file.problems, items, text) });
  }

  /** Shows the papers of a whole catalogue, beside the text of its catalog.yaml. */
  *readAll(files: Iterable<PapersFile>, text: string, version: number, problems: readonly Problem[]): Generator<void, void> {
    const items = itemsIn(files, this.#yaml);
    yield* this.#show({ items, numbers: this.table.number(items), text, version, file: undefined, own: new Map(), banner: bannerOf(problems, undefined, text) });
  }

  /** What the catalogue knows beyond the file. */
  *surround(around: Surroundings): Generator<void, void> {
    this.#around = around;
    yield* this.#show(this.#content);
  }

  get around(): Surroundings {
    return this.#around;
  }

  /** What the rules for catalogues say, by row. */
  *report(found: FoundProblems): Generator<void, void> {
    this.#found = found;
    yield* this.#show(this.#content);
  }

  state(rest: Pick<EditorState, 'kind' | 'file' | 'editable' | 'why'>): EditorState {
    return this.table.state({ ...rest, version: this.#content.version, banner: this.#content.banner });
  }

  /** @param text of the file that the paper stands in, where a whole catalogue is shown */
  paper(row: number, text = this.#content.text): PaperDetail | null {
    const found = this.table.get(row);
    return found ? paperDetail(found, this.table.problemsOf(row), text, this.#content.version, this.#yaml) : null;
  }

  place(row: number, field?: string): TextRange | undefined {
    const found = this.table.get(row);
    return found && placeOf(found, field, this.#yaml);
  }

  order({ filter, sort }: Params<'order'>, context: SearchContext): Result<'order'> {
    return { ...orderRows(this.table.rows, filter, sort, context), version: this.#content.version };
  }

  /**
   * The splices that make a change of papers in the text that is shown; none when nothing would be different. Yields between papers.
   * @throws Refusal or EditError when it cannot be done
   */
  *splices(edit: PaperEdit, taken: (key: string) => boolean): Generator<void, readonly Splice[]> {
    if (!this.#content.file) throw new Refusal('Papers are changed in their own files.');
    if (this.#content.banner) throw new Refusal(`Line ${this.#content.banner.line} cannot be read: ${this.#content.banner.message}`);
    const { text, file } = this.#content;
    const all: Splice[] = [];
    for (const step of stepsOf(edit)) {
      const changes = planEdit(step, { table: this.table, yaml: this.#yaml, taken });
      if (changes.length > 0) all.push(...this.#yaml.editPapers(text, changes, file));
      yield;
    }
    // each paper has its own place in the text
    return all.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  *#show(content: Content): Generator<void, void> {
    const found = new Map<number, readonly FoundProblem[]>(content.own);
    for (const [row, problems] of this.#found) found.set(row, [...(found.get(row) ?? []), ...problems]);
    yield* this.table.show(content.items, content.numbers, this.#around, found);
    this.#content = content;
  }
}
