/** Bibliographies of documents in VS Code: which there are, and what they hold, read once per text and kept in step with edits and files. */
import * as vscode from 'vscode';
import type { Bibliography, Entry, FormatId } from '../../core/bibliography/types.js';
import type { FoundBibliography, Surroundings } from '../../core/cite/discover.js';
import type { MarkupId } from '../../core/cite/types.js';
import type { Disposable, LocalFiles } from '../../core/ports.js';
import type { BibliographyChoice } from './bibliography-choice.js';
import type { CiteIndex } from './cite-index.js';
import { loadBibliography } from './load-bibliography.js';
import { TextStore } from './text-store.js';
import { UnsavedFiles } from './unsaved-files.js';

/** One of a document's bibliographies. */
export interface BibliographyFile {
  readonly uri: vscode.Uri;
  /** What names it, and where. */
  readonly found: FoundBibliography;
  readonly bibliography: Bibliography;
}

export interface BibliographyText {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly format: FormatId | undefined;
}

export interface FoundEntry {
  readonly file: BibliographyFile;
  readonly entry: Entry;
}

/** What a document cites from. */
export interface DocumentBibliography {
  /** Every bibliography that was found, also those that do not exist yet or are in no format that is read. */
  readonly found: readonly FoundBibliography[];
  /** Those that could be read, in the order in which they count. */
  readonly files: readonly BibliographyFile[];
  /** The first entry of that key. */
  find(key: string): FoundEntry | undefined;
}

/** How long what was found is believed without asking the file system again, in milliseconds: a key is typed within it. */
const trust = 1000;
/** The same where a file that is named is not there. */
const trustMissing = 50;

interface Discovered {
  readonly version: number;
  readonly at: number;
  readonly generation: number;
  readonly found: Promise<readonly FoundBibliography[]>;
  /** How long it is believed, in milliseconds. */
  trust: number;
}

export class Bibliographies implements Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #discovered = new WeakMap<vscode.TextDocument, Discovered>();
  readonly #read = new Map<string, { readonly text: string; readonly bibliography: Promise<Bibliography | undefined> }>();
  readonly #texts: TextStore;
  #generation = 0;

  /** Bibliographies with changes that are not saved. */
  readonly unsaved = new UnsavedFiles();

  /** Fires when a bibliography, or a file that decides which there are, may have changed. */
  readonly onDidChange = this.#changed.event;

  /** @param local see {@link TextStore} */
  constructor(private readonly cites: CiteIndex, readonly choice: BibliographyChoice, local?: LocalFiles) {
    this.#texts = new TextStore(() => this.#changed.fire(), local);
    this.#changed.event(() => (this.#generation += 1));
    choice.onDidChange(() => this.#changed.fire());
  }

  /** What a document cites from. Entries are converted when asked for their `paper`; see {@link Bibliography.readAll}. */
  async of(document: vscode.TextDocument): Promise<DocumentBibliography> {
    return this.#readAll(placeOf(document), await this.found(document));
  }

  /** The texts of a document's bibliographies in their formats, which are there long before {@link of} has read a large one. */
  async texts(document: vscode.TextDocument): Promise<readonly BibliographyText[]> {
    const { formatOf } = await loadBibliography();
    const place = placeOf(document);
    const files = (await this.found(document)).filter(({ exists }) => exists);
    const texts = await Promise.all(files.map(async (found) => {
      const text = await this.#texts.read(place.with({ path: found.path }));
      return text === undefined ? undefined : { uri: place.with({ path: found.path }), text, format: formatOf(found.path, text, found) };
    }));
    return texts.filter((one) => one !== undefined);
  }

  /** As {@link of}, for a file that no editor has open, or a notebook. */
  async ofFile(uri: vscode.Uri, text: string, markup: MarkupId): Promise<DocumentBibliography> {
    return this.#readAll(uri, await this.#find(uri, text, markup));
  }

  async #readAll(uri: vscode.Uri, found: readonly FoundBibliography[]): Promise<DocumentBibliography> {
    const files = await Promise.all(found.filter(({ exists }) => exists).map(async (one) => this.read(uri.with({ path: one.path }), one)));
    const read = files.filter((file) => file !== undefined);
    return {
      found,
      files: read,
      find: (key) => {
        for (const file of read) {
          const entry = file.bibliography.find(key);
          if (entry) return { file, entry };
        }
        return undefined;
      },
    };
  }

  /** The bibliographies of a document, in the order in which they count. None for a document that has no place. */
  async found(document: vscode.TextDocument): Promise<readonly FoundBibliography[]> {
    const place = placeOf(document);
    if (document.isUntitled || place.scheme === 'untitled') return [];
    const known = this.#discovered.get(document);
    const now = Date.now();
    if (known?.version === document.version && known.generation === this.#generation && now - known.at < known.trust) return known.found;
    const found = this.#find(place, document.getText(), this.cites.markup(document).id);
    const discovered: Discovered = { version: document.version, at: now, generation: this.#generation, found, trust };
    this.#discovered.set(document, discovered);
    // a file that is missing may be made at any moment, and no watcher sees a folder that is new itself
    void found.then((all) => {
      if (all.some(({ exists }) => !exists)) discovered.trust = trustMissing;
    }, () => undefined);
    return found;
  }

  /** A file's entries; undefined when it cannot be read or is no bibliography. */
  async read(uri: vscode.Uri, found: FoundBibliography = { path: uri.path, by: 'beside', in: uri.path, exists: true }): Promise<BibliographyFile | undefined> {
    const text = await this.#texts.read(uri);
    if (text === undefined) return undefined;
    const id = uri.toString();
    let known = this.#read.get(id);
    if (known?.text !== text) {
      known = { text, bibliography: this.#parse(uri, text, found) };
      this.#read.set(id, known);
    }
    const bibliography = await known.bibliography;
    return bibliography && { uri, found, bibliography };
  }

  /** What was read of a file, as long as that was this very text. */
  async kept(uri: vscode.Uri, text: string): Promise<Bibliography | undefined> {
    const known = this.#read.get(uri.toString());
    return known?.text === text ? known.bibliography : undefined;
  }

  /** What was just written counts at once, without waiting for a watcher. */
  forget(uri: vscode.Uri): void {
    this.#generation += 1;
    this.#texts.forget(uri);
  }

  dispose(): void {
    this.unsaved.dispose();
    this.choice.dispose();
    this.#changed.dispose();
    this.#texts.dispose();
    this.#read.clear();
  }

  async #find(uri: vscode.Uri, text: string, markup: MarkupId): Promise<readonly FoundBibliography[]> {
    const { findBibliographies } = await loadBibliography();
    const root = vscode.workspace.getWorkspaceFolder(uri)?.uri.path;
    const around = this.#around(uri);
    return this.choice.complete(uri, await findBibliographies({ path: uri.path, text, markup }, root, around), (path) => around.read(path));
  }

  async #parse(uri: vscode.Uri, text: string, found: FoundBibliography): Promise<Bibliography | undefined> {
    const { formatOf, formats } = await loadBibliography();
    const format = formatOf(uri.path, text, found);
    return format && formats[format].read(text, pause);
  }

  #around(uri: vscode.Uri): Surroundings {
    const at = (path: string) => uri.with({ path });
    return { read: (path) => this.#texts.read(at(path)), list: (folder) => this.#texts.list(at(folder)) };
  }
}

/** Where a document stands: that of a notebook's cell is the notebook. */
export function placeOf(document: vscode.TextDocument): vscode.Uri {
  if (document.uri.scheme !== 'vscode-notebook-cell') return document.uri;
  return vscode.workspace.notebookDocuments.find((notebook) => notebook.getCells().some((cell) => cell.document === document))?.uri ?? document.uri;
}

/** Lets everything else that waits in the extension host run first. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
