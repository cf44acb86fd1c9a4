/** Changes that people make to catalogues: written, read in again at once, and remembered so that they can be taken back. */
import * as vscode from 'vscode';
import { commandIds } from '../../contributions.js';
import { configFile, type LayerSource } from '../../core/catalogue/layer.js';
import type { Library } from '../../core/catalogue/library.js';
import type { Filing } from '../../core/filing/index.js';
import { exists } from './exists.js';
import type { FileChange, FileWriter, Written } from './file-writer.js';
import { fileOf } from './layer-files.js';
import { loadYaml } from './load-yaml.js';
import { UserError } from './messages.js';

/** How many changes can be taken back, one after the other. */
const remembered = 50;

interface Made {
  /** What was done, as a person would say it: `Moved 3 papers to Surveys`. */
  readonly label: string;
  readonly written: Written;
  readonly refresh: readonly { readonly layer: string; readonly names: readonly string[] }[];
  readonly part: UndoStep | undefined;
}

/** One thing that a person did in several changes, to be taken back at once: a new symbol for each. */
export type UndoStep = symbol;

export class CatalogueChanges {
  readonly #made: Made[] = [];
  readonly #library: Library;
  readonly #writer: FileWriter;
  /** One change after the other: each is made of what the one before left. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(library: Library, writer: FileWriter) {
    this.#library = library;
    this.#writer = writer;
  }

  /**
   * Makes changes, all or none. Files that are missing are made, and a folder without a catalog.yaml gets one.
   * @param part joins the change to the one before, when that was a part of the same step
   * @returns false when there was nothing to change
   * @throws UserError, and then nothing was changed
   */
  make(label: string, filing: Filing, part?: UndoStep): Promise<boolean> {
    return this.#next(async () => {
      const files = await fileChanges(filing);
      if (files.length === 0) return false;
      const written = await this.#writer.write(files);
      const refresh = touched(filing);
      this.#remember({ label, written, refresh, part });
      await this.#readAgain(refresh);
      return true;
    });
  }

  #remember(made: Made): void {
    const before = this.#made.at(-1);
    const written = made.part !== undefined && before?.part === made.part ? before.written.with(made.written) : undefined;
    if (before && written) this.#made.splice(-1, 1, { ...made, written, refresh: [...before.refresh, ...made.refresh] });
    else this.#made.push(made);
    this.#made.splice(0, this.#made.length - remembered);
  }

  /** What would be taken back. */
  get last(): string | undefined {
    return this.#made.at(-1)?.label;
  }

  /**
   * Takes the last change back, byte for byte.
   * @param meant its label; another one is not taken back in its place
   * @returns what it was; undefined when there is none @throws UserError when a file was changed since, or the change is not the last one
   */
  undo(meant?: string): Promise<string | undefined> {
    return this.#next(async () => {
      if (meant !== undefined && this.last !== meant) throw this.#notTheLast(meant);
      const made = this.#made.pop();
      if (!made) return undefined;
      try {
        await made.written.undo();
      } finally {
        await this.#readAgain(made.refresh);
      }
      return made.label;
    });
  }

  #notTheLast(meant: string): UserError {
    const { last } = this;
    if (last === undefined || !this.#made.some(({ label }) => label === meant)) return new UserError(vscode.l10n.t('"{0}" is taken back already.', meant));
    return new UserError(vscode.l10n.t('"{0}" was done after that. Take it back first: changes are taken back one after the other.', last), [{ title: vscode.l10n.t('Undo "{0}"', last), run: () => vscode.commands.executeCommand(commandIds.undoChange, { label: last }) }]);
  }

  async #readAgain(refresh: Made['refresh']): Promise<void> {
    for (const { layer, names } of refresh) await this.#library.refresh(layer, names);
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}

async function fileChanges({ papers, config }: Filing): Promise<FileChange[]> {
  const { EditError, applySplices, editConfig, editPapers } = await loadYaml();
  const change = (layer: LayerSource, name: string, edit: FileChange['edit']): FileChange => {
    const uri = fileOf(layer, name);
    return {
      uri,
      edit: (text) => {
        try {
          return edit(text);
        } catch (fault) {
          throw fault instanceof EditError ? new UserError(vscode.l10n.t('{0} was not changed: {1}', vscode.workspace.asRelativePath(uri), fault.message)) : fault;
        }
      },
    };
  };
  const files: FileChange[] = [];
  const layers = new Map([...papers, ...config].map(({ layer }) => [layer.id, layer]));
  for (const layer of layers.values()) {
    const changes = config.find((one) => one.layer.id === layer.id)?.changes ?? [];
    const missing = !(await exists(fileOf(layer, configFile)));
    if (!missing && changes.length === 0) continue;
    const title = `title: ${JSON.stringify(layer.name)}\n`;
    // a catalogue is a folder with a catalog.yaml: its first paper makes it one
    files.push(change(layer, configFile, (text) => (missing && text === '' ? [{ start: 0, end: 0, text: changes.length === 0 ? title : applySplices(title, editConfig(title, changes)) }] : editConfig(text, changes))));
  }
  for (const { layer, file, changes } of papers) if (changes.length > 0) files.push(change(layer, file, (text) => editPapers(text, changes)));
  return files;
}

function touched({ papers, config }: Filing): Made['refresh'] {
  const names = new Map<string, Set<string>>();
  const add = (layer: string, name: string) => names.set(layer, (names.get(layer) ?? new Set<string>()).add(name));
  for (const { layer, file } of papers) add(layer.id, file).get(layer.id)?.add(configFile);
  for (const { layer } of config) add(layer.id, configFile);
  return [...names].map(([layer, files]) => ({ layer, names: [...files] }));
}
