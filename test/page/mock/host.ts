/** Stands in for the extension behind the page: the real core over a text in memory. */
import { toBibtex } from '../../../src/core/bibtex/write.js';
import { complete, valuesOf } from '../../../src/core/editing/complete.js';
import { Refusal } from '../../../src/core/editing/item.js';
import { patchBetween } from '../../../src/core/editing/patch.js';
import type { FoundProblem } from '../../../src/core/editing/problems.js';
import { Sheet } from '../../../src/core/editing/sheet.js';
import { categoryTree, type Surroundings } from '../../../src/core/editing/surroundings.js';
import type { Category } from '../../../src/core/model/schema.js';
import { searchContext } from '../../../src/core/search/index.js';
import * as yaml from '../../../src/core/yaml/index.js';
import { asParams, asRequest, type Answer, type Edit, type EditorState, type Method, type Params, type Result, type Row, type Told } from '../../../src/protocol.js';
import { changeCategories, type CategoryEdit } from './categories.js';

export interface MockOptions {
  readonly text: string;
  readonly categories: readonly Category[];
  readonly kind?: EditorState['kind'];
  readonly kept?: unknown;
  readonly strings?: Readonly<Record<string, string>>;
  readonly editable?: boolean;
  readonly lookUp?: Result<'lookUp'>['changes'];
  /** A change of the text, from and to, that is told after the answer to `open` was made and before it is sent. */
  readonly changeWhileOpening?: readonly [string, string];
}

interface Moment {
  readonly text: string;
  readonly categories: readonly Category[];
}

class Stale extends Error {}

export class MockHost {
  private readonly sheet = new Sheet(yaml);
  private version = 1;
  private state: EditorState;
  private now: Moment;
  private undone: Moment[] = [];
  private done: Moment[] = [];
  private waiting: (() => void)[] | undefined;
  private held: Method = 'edit';
  private slow: { readonly method: Method; readonly answers: (() => void)[] } | undefined;
  private staleOnce: (() => void) | undefined;
  private readonly filed = new WeakMap<Row, Row>();
  private refusal: string | undefined;
  /** What the page asked, for the tests. */
  readonly requests: { method: Method; params: unknown }[] = [];
  readonly edits: Edit[] = [];
  readonly failures: string[] = [];
  kept: unknown;

  constructor(private readonly options: MockOptions, private readonly post: (message: Told | Answer) => void) {
    this.now = { text: options.text, categories: options.categories };
    this.kept = options.kept ?? null;
    this.state = this.read();
  }

  // ── what the tests do ──

  text(): string {
    return this.now.text;
  }

  /** An edit from elsewhere: the text view, Git, another page. */
  setText(text: string): void {
    this.change({ ...this.now, text });
  }

  replace(from: string, to: string): void {
    if (!this.now.text.includes(from)) throw new Error(`There is no ${from} in the text.`);
    this.setText(this.now.text.replace(from, () => to));
  }

  undo(): void {
    const before = this.done.pop();
    if (!before) return;
    this.undone.push(this.now);
    this.show(before);
  }

  steps(): number {
    return this.done.length;
  }

  /** The next edit finds that the text has changed under it. */
  changeBeforeNextEdit(from: string, to: string): void {
    this.staleOnce = () => this.replace(from, to);
  }

  refuseNextEdit(message: string): void {
    this.refusal = message;
  }

  /** Edits, or requests of another kind, wait until they are let go. */
  hold(method: Method = 'edit'): void {
    this.held = method;
    this.waiting ??= [];
  }

  /** Answers of a kind are made at once, and sent when they are let go: what they say is of the moment of the question. */
  delay(method: Method): void {
    this.slow ??= { method, answers: [] };
  }

  release(): void {
    const waiting = [...(this.slow?.answers ?? []), ...(this.waiting ?? [])];
    this.waiting = this.slow = undefined;
    for (const one of waiting) one();
  }

  tell(message: unknown): void {
    this.post(message as Told);
  }

  log(): { requests: MockHost['requests']; edits: readonly Edit[]; failures: readonly string[]; kept: unknown } {
    const { requests, edits, failures, kept } = this;
    return { requests, edits, failures, kept };
  }

  // ── what the page asks ──

  async receive(message: unknown): Promise<void> {
    const request = asRequest(message);
    if (!request) {
      this.failures.push('malformed request');
      return;
    }
    const { id, method } = request;
    try {
      const params = asParams(method, request.params);
      if (params === undefined) throw new Error(`malformed parameters of ${method}`);
      this.requests.push({ method, params });
      if (method === this.held && this.waiting) await new Promise<void>((resolve) => this.waiting?.push(resolve));
      const result = this.answer(method, params);
      const { changeWhileOpening } = this.options;
      if (method === 'open' && changeWhileOpening && this.version === 1) this.replace(...changeWhileOpening);
      const send = (): void => this.post({ kind: 'answer', id, ok: true, result });
      if (this.slow?.method === method) this.slow.answers.push(send);
      else send();
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      if (text.startsWith('malformed')) this.failures.push(text);
      this.post({ kind: 'answer', id, ok: false, code: error instanceof Stale ? 'stale' : 'refused', message: text });
    }
  }

  private answer<M extends Method>(method: M, params: Params<M>): Result<M> {
    const handlers: { [N in Method]: (given: Params<N>) => Result<N> } = {
      open: () => ({ state: this.state, kept: this.kept, strings: { ...this.options.strings }, select: null }),
      order: (given) => this.sheet.order(given, searchContext({ categories: this.now.categories, lists: [] })),
      paper: ({ row }) => this.sheet.paper(row),
      preview: ({ row }) => this.preview(row),
      complete: ({ field, typed }) => complete(last(valuesOf(this.sheet.table.rows.flatMap(({ paper }) => paper ?? []), field)), typed),
      edit: ({ version, edit }) => this.edit(version, edit),
      lookUp: () => ({ version: this.version, message: this.options.lookUp ? 'Crossref knows this paper.' : '', changes: this.options.lookUp ?? [] }),
      run: () => ({}),
      keep: ({ state }) => {
        this.kept = state;
        return {};
      },
      failed: ({ message, stack }) => {
        this.failures.push(`${message}\n${stack}`);
        return {};
      },
    };
    return handlers[method](params);
  }

  private preview(row: number): Result<'preview'> {
    const found = this.sheet.table.get(row);
    const paper = found?.paper;
    if (!paper) return { version: this.version, bibtex: '', citation: '' };
    return { version: this.version, bibtex: toBibtex(paper), citation: `${found.row.authors} (${found.row.year}). ${found.row.title}. ${found.row.venue}` };
  }

  private edit(version: number, edit: Edit): Result<'edit'> {
    const { staleOnce, refusal } = this;
    this.staleOnce = this.refusal = undefined;
    staleOnce?.();
    if (version !== this.version) throw new Stale('The text has changed.');
    if (refusal !== undefined) throw new Refusal(refusal);
    this.edits.push(edit);
    const before = new Set(this.sheet.table.rows.map(({ row }) => row.row));
    if (edit.kind === 'fix') this.change({ ...this.now, text: this.now.text.replace(/^(\s+title: .*)\.("?)$/mu, '$1$2') });
    else if (edit.kind === 'fixAll') this.change({ ...this.now, text: this.now.text.replace(/^(\s+title: .*)\.("?)$/gmu, '$1$2') });
    else if (edit.kind === 'fields' || edit.kind === 'items' || edit.kind === 'add' || edit.kind === 'duplicate' || edit.kind === 'delete') this.papers(edit);
    else this.categories(edit);
    return { version: this.version, rows: this.sheet.table.rows.map(({ row }) => row.row).filter((row) => !before.has(row)) };
  }

  private papers(edit: Parameters<Sheet['splices']>[0], categories = this.now.categories): void {
    const splices = last(this.sheet.splices(edit, () => false));
    if (splices.length > 0 || categories !== this.now.categories) this.change({ text: yaml.applySplices(this.now.text, splices), categories });
  }

  private categories(edit: CategoryEdit): void {
    const { roots, gone, into } = changeCategories(this.now.categories, edit);
    const rows = gone === undefined ? [] : this.sheet.table.rows.filter(({ item }) => item.fields?.categories?.includes(gone)).map(({ row }) => row.row);
    if (gone !== undefined && rows.length > 0) this.papers({ kind: 'items', rows, field: 'categories', add: into === undefined ? [] : [into], remove: [gone] }, roots);
    else this.change({ ...this.now, categories: roots });
  }

  private change(next: Moment): void {
    if (next.text === this.now.text && next.categories === this.now.categories) return;
    this.done.push(this.now);
    this.undone = [];
    this.show(next);
  }

  private show(next: Moment): void {
    const before = this.state;
    this.now = next;
    this.version += 1;
    this.state = this.read();
    const patch = patchBetween(before, this.state);
    if (patch) this.post({ kind: 'patch', patch });
  }

  private read(): EditorState {
    const { sheet, now, version, options } = this;
    last(sheet.read(now.text, version, 'papers.yaml'));
    const papers = sheet.table.rows.flatMap(({ paper }) => (paper ? [{ paper }] : []));
    const titles = new Map<string, string>();
    const walk = (level: readonly Category[]): void => level.forEach(({ id, title, children = [] }) => {
      titles.set(id, title);
      walk(children);
    });
    walk(now.categories);
    const same = [...titles].every(([id, title]) => sheet.around.titles.get(id) === title) && titles.size === sheet.around.titles.size;
    const around: Surroundings = { categories: last(categoryTree(now.categories, papers)), titles: same ? sheet.around.titles : titles, below: () => undefined };
    last(sheet.surround(around));
    const found = new Map<number, FoundProblem[]>();
    for (const { row, item } of sheet.table.rows) {
      const at = item.source.search(/title: /u);
      if (item.fields?.title?.endsWith('.')) found.set(row.row, [{ at, field: 'title', severity: 'warning', rule: 'title-full-stop', message: 'The title ends with a full stop.', fixes: [{ id: 'full-stop', title: 'Remove the full stop' }] }]);
    }
    last(sheet.report(found));
    const can = (options.editable ?? true) && sheet.banner === null;
    const kind = options.kind ?? 'papers';
    const state = sheet.state({ kind, file: kind === 'papers' ? 'papers.yaml' : 'catalog.yaml', editable: { papers: can && kind === 'papers', categories: can } });
    return { ...state, rows: state.rows.map((row) => this.withFiling(row)) };
  }

  /** The same object for the same row, so that patches stay small. */
  private withFiling(row: Row): Row {
    const known = this.filed.get(row);
    if (known) return known;
    const { categories = [], tags = [] } = this.sheet.table.get(row.row)?.item.fields ?? {};
    const made = { ...row, filed: [...categories], tags: [...tags] };
    this.filed.set(row, made);
    return made;
  }
}

/** Runs to the end. */
function last<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
