/** The catalogue editor without VS Code: a text with undo and redo, and a page that knows of it only what it was sent. */
import type { Edit, EditorState } from '../../../src/protocol.js';
import { applyPatch, patchBetween } from '../../../src/core/editing/patch.js';
import type { PaperEdit } from '../../../src/core/editing/plan.js';
import { Sheet } from '../../../src/core/editing/sheet.js';
import { nowhere, type Surroundings } from '../../../src/core/editing/surroundings.js';
import * as yaml from '../../../src/core/yaml/index.js';

const name = 'papers/one.yaml';

export class Desk {
  readonly sheet = new Sheet(yaml);
  /** What the page holds. */
  page: EditorState;
  #version = 0;
  #text: string;
  readonly #undo: { back: readonly yaml.Splice[]; forth: readonly yaml.Splice[] }[] = [];
  readonly #redo: { back: readonly yaml.Splice[]; forth: readonly yaml.Splice[] }[] = [];

  constructor(text: string, around: Surroundings = nowhere) {
    this.#text = text;
    runNow(this.sheet.surround(around));
    this.#read();
    this.page = this.state();
  }

  get text(): string {
    return this.#text;
  }

  get steps(): number {
    return this.#undo.length;
  }

  state(): EditorState {
    return this.sheet.state({ kind: 'papers', file: 'one.yaml', editable: { papers: true, categories: true } });
  }

  /** Another text, as an editor of text or another program writes it. */
  write(text: string): void {
    this.#text = text;
    this.#changed();
  }

  /** What a page asks for. @returns the numbers of new rows @throws what the sheet throws */
  edit(edit: Edit): number[] {
    const forth = runNow(this.sheet.splices(edit as PaperEdit, () => false));
    const before = new Set(this.page.rows.map(({ row }) => row));
    if (forth.length > 0) {
      this.#undo.push({ forth, back: yaml.invertSplices(this.#text, forth) });
      this.#redo.length = 0;
      this.#text = yaml.applySplices(this.#text, forth);
      this.#changed();
    }
    return this.page.rows.map(({ row }) => row).filter((row) => !before.has(row));
  }

  undo(): boolean {
    const step = this.#undo.pop();
    if (!step) return false;
    this.#redo.push(step);
    this.#text = yaml.applySplices(this.#text, step.back);
    this.#changed();
    return true;
  }

  redo(): boolean {
    const step = this.#redo.pop();
    if (!step) return false;
    this.#undo.push(step);
    this.#text = yaml.applySplices(this.#text, step.forth);
    this.#changed();
    return true;
  }

  /** The number of the row with a key, the nth of them. */
  row(key: string, nth = 0): number {
    const found = this.page.rows.filter((row) => row.key === key)[nth];
    if (!found) throw new Error(`no row ${key}`);
    return found.row;
  }

  fields(row: number): Readonly<Record<string, unknown>> {
    return this.sheet.paper(row)?.fields ?? {};
  }

  #changed(): void {
    this.#version += 1;
    this.#read();
    const patch = patchBetween(this.page, this.state());
    if (patch) this.page = applyPatch(this.page, patch);
  }

  #read(): void {
    runNow(this.sheet.read(this.#text, this.#version, name));
  }
}

export function runNow<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Lines that differ between two texts: those of the second that are new or other, by a plain comparison of both ends. */
export function changedLines(before: string, after: string): string[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return b.slice(head, b.length - tail);
}
