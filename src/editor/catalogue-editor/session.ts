/**
 * One document and the pages that show it. The document is the truth: whatever changes it, pages are told by patches, in the order of its
 * versions; what pages ask for is made of the text of that moment, or refused as stale.
 */
import * as vscode from 'vscode';
import { Slices } from '../../core/catalogue/slices.js';
import { configFile, type Layer } from '../../core/catalogue/layer.js';
import { patchBetween } from '../../core/editing/patch.js';
import type { FoundProblems } from '../../core/editing/problems.js';
import { Sheet } from '../../core/editing/sheet.js';
import { surroundings } from '../../core/editing/surroundings.js';
import type { Disposable } from '../../core/ports.js';
import type * as Yaml from '../../core/yaml/index.js';
import type { EditorState, Told } from '../../protocol.js';
import { pause } from '../shared/bibliographies.js';
import { debounced } from '../shared/debounce.js';
import { Disposables } from '../shared/disposables.js';
import type { House } from '../shared/house.js';
import { catalogueFileIn } from '../shared/layer-files.js';
import type { Page } from './page.js';
import { whyReadOnly } from './read-only.js';
import type { Wanted } from './wanted.js';

/** How long a text is left alone after a change before it is read, in milliseconds: someone may be typing. */
const settle = 40;
/** How long the first page waits for the catalogue around its file, in milliseconds; later it comes as a patch. */
const patience = 1500;

export class Session implements Disposable {
  readonly sheet: Sheet;
  readonly document: vscode.TextDocument;
  readonly #house: House;
  readonly #yaml: typeof Yaml;
  readonly #pages = new Set<Page>();
  readonly #disposables = new Disposables();
  readonly #soon: { call(value: undefined): void };
  readonly #changed = new vscode.EventEmitter<void>();
  /** The text, or what is around it, is another. */
  readonly onDidChange = this.#changed.event;
  /** What pages have been sent. */
  #state: EditorState | undefined;
  #catalogue: unknown;
  #readOnly = '';
  /** One thing after the other: reading, and changes that are made of what was read. */
  #queue: Promise<unknown> = Promise.resolve();
  #opened: Promise<void> | undefined;
  readonly #gone = new AbortController();

  constructor(house: House, yaml: typeof Yaml, document: vscode.TextDocument) {
    this.#house = house;
    this.#yaml = yaml;
    this.document = document;
    this.sheet = new Sheet(yaml);
    const soon = this.#disposables.add(debounced<undefined>(settle, () => '', () => house.messages.run(vscode.l10n.t('Reading {0}', this.name), () => this.next(() => this.bring()))));
    this.#soon = soon;
    this.#disposables.add(this.#changed);
    this.#disposables.add(vscode.workspace.onDidChangeTextDocument((change) => {
      if (change.document === document && change.contentChanges.length > 0) soon.call(undefined);
    }));
    this.#disposables.add(house.library.onDidChange(() => soon.call(undefined)));
  }

  /** The file's name, for people. */
  get name(): string {
    return vscode.workspace.asRelativePath(this.document.uri);
  }

  get kind(): EditorState['kind'] {
    return /\/catalog\.ya?ml$/iu.test(this.document.uri.path) ? 'config' : 'papers';
  }

  /** The layer that the document is a file of, as last read. */
  get layer(): Layer | undefined {
    return this.#house.library.catalogue.layers.find(({ source }) => catalogueFileIn(source, this.document.uri) !== undefined);
  }

  /** Name of the document's file in its layer's folder. */
  get file(): string {
    const { layer } = this;
    return (layer && catalogueFileIn(layer.source, this.document.uri)) ?? this.document.uri.path.replace(/^.*\/(?=papers\/)/u, '');
  }

  /** Why papers cannot be changed; empty when they can be. */
  get readOnly(): string {
    return this.#readOnly;
  }

  /** Aborted when the last editor is closed. */
  get signal(): AbortSignal {
    return this.#gone.signal;
  }

  add(page: Page): void {
    this.#pages.add(page);
  }

  /** @returns how many are left */
  remove(page: Page): number {
    this.#pages.delete(page);
    return this.#pages.size;
  }

  /** The state for a page that has none yet. It is to be sent at once: patches stand on it. */
  async open(): Promise<EditorState> {
    this.#opened ??= this.#begin();
    await this.#opened;
    return this.next(async () => {
      await this.bring();
      if (!this.#state) throw new Error('Nothing was read.');
      return this.#state;
    });
  }

  /** Runs work after what was begun before. */
  next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  /** Reads what is new, if anything is, and tells the pages. To be called inside {@link next}. */
  async bring(): Promise<void> {
    if (this.signal.aborted) return;
    const { sheet, document } = this;
    const slices = new Slices({ now: () => performance.now(), pause });
    const { catalogue } = this.#house.library;
    const around = catalogue !== this.#catalogue;
    if (around) {
      this.#catalogue = catalogue;
      await slices.run(sheet.surround(await slices.run(surroundings(catalogue, this.layer?.source.id, sheet.around))));
    }
    // the text may change while it is read: only the latest counts
    let again = around && this.kind === 'config';
    while (again || sheet.version !== document.version) {
      again = false;
      const [text, version] = [document.getText(), document.version];
      if (this.kind === 'papers') await slices.run(sheet.read(text, version, this.file));
      else await slices.run(sheet.readAll(this.layer?.files.values() ?? [], text, version, this.#yaml.readConfig(text, configFile).problems));
    }
    this.#tellChange();
  }

  /** What the rules for catalogues say, found for the rows as they are. */
  report(found: FoundProblems): Promise<void> {
    return this.next(async () => {
      if (this.signal.aborted) return;
      await new Slices({ now: () => performance.now(), pause }).run(this.sheet.report(found));
      this.#tellChange();
    });
  }

  tell(message: Told): void {
    for (const page of this.#pages) if (page.shown) page.tell(message);
  }

  /** Lets the page in front select what is wanted. A page that is not there yet asks when it opens. */
  select(wanted: Wanted): void {
    const page = [...this.#pages].find(({ active, shown }) => active && shown);
    if (!page) return;
    const row = this.rowOf(wanted.take(this.document.uri));
    if (row !== undefined) page.tell({ kind: 'select', row });
  }

  /** The row of a citation key. */
  rowOf(key: string | undefined): number | undefined {
    return key === undefined ? undefined : this.sheet.table.rows.find(({ item }) => item.key === key)?.row.row;
  }

  dispose(): void {
    this.#gone.abort();
    this.#disposables.dispose();
  }

  async #begin(): Promise<void> {
    // a slow catalogue must not keep the papers of this file from being shown
    await Promise.race([this.#house.catalogue(), new Promise((resolve) => setTimeout(resolve, patience))]);
    this.#readOnly = await whyReadOnly(this.document.uri, this.layer);
    void this.#house.catalogue().then(() => this.#soon.call(undefined), () => undefined);
  }

  #tellChange(): void {
    const { layer, sheet } = this;
    const sound = this.#readOnly === '' && sheet.banner === null;
    const state = sheet.state({
      kind: this.kind,
      file: this.name,
      editable: { papers: sound && this.kind === 'papers', categories: sound && layer !== undefined && layer.configProblems.every(({ rule }) => rule !== 'file-unreadable') },
      why: this.#readOnly !== '' ? this.#readOnly : this.kind === 'config' ? vscode.l10n.t('The papers of all files are shown here; each is changed in its own file.') : '',
    });
    const patch = this.#state && patchBetween(this.#state, state);
    if (this.#state && !patch) return;
    this.#state = state;
    if (patch) this.tell({ kind: 'patch', patch });
    this.#changed.fire();
  }
}
