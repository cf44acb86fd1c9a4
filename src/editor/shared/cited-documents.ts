/** What open documents cite, with everything that they include: found once per state of the texts, for whoever asks. */
import * as vscode from 'vscode';
import type { Cited, CitedUse } from '../../core/cite/cited.js';
import type { FamilyFile } from '../../core/cite/cited-family.js';
import { citesByKey } from '../../core/cite/citing-files.js';
import type { Citation, Markup } from '../../core/cite/types.js';
import { pause, type DocumentBibliography } from './bibliographies.js';
import type { House } from './house.js';
import { loadBibliography } from './load-bibliography.js';
import { TextStore } from './text-store.js';

/** What a document cites, and from what. */
export interface CitedDocument {
  readonly document: vscode.TextDocument;
  readonly markup: Markup;
  readonly bibliography: DocumentBibliography;
  readonly cited: Cited;
  /** Keys that no bibliography of the document has, in the order of reading; see `unresolvedKeys`. */
  readonly unresolved: readonly CitedUse[];
  /** The document and everything it belongs to or includes, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Larger documents are not read for what they cite, in characters. */
const largest = 5_000_000;

interface Kept {
  readonly version: number;
  readonly stamp: number;
  readonly found: Promise<CitedDocument | undefined>;
}

interface FoundIn {
  readonly text: string;
  readonly bibliography: DocumentBibliography;
  readonly citations: readonly Citation[];
}

export class CitedDocuments {
  readonly #texts: TextStore;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #kept = new WeakMap<vscode.TextDocument, Kept>();
  readonly #citations = new Map<string, FoundIn>();
  #stamp = 0;

  /** Fires when a bibliography or a file that a document includes may have changed. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly house: House) {
    const changed = () => {
      this.#stamp += 1;
      this.#changed.fire();
    };
    this.#texts = new TextStore(changed);
    house.context.subscriptions.push(this.#texts, this.#changed, house.bibliographies.onDidChange(changed));
  }

  /** Undefined for a document that cannot cite by key. Cheap when nothing has changed since. */
  async of(document: vscode.TextDocument): Promise<CitedDocument | undefined> {
    const kept = this.#kept.get(document);
    if (kept?.version === document.version && kept.stamp === this.#stamp) return kept.found;
    const found = this.#find(document);
    this.#kept.set(document, { version: document.version, stamp: this.#stamp, found });
    found.catch(() => this.#kept.delete(document));
    return found;
  }

  /** Whether a document may cite by key at all; does not look at its bibliography. */
  mayCite(document: vscode.TextDocument): boolean {
    return hasPlace(document) && citesByKey(this.house.cites.markup(document));
  }

  /** The text of a file as it is now: an open document goes before the file. */
  text(uri: vscode.Uri): Promise<string | undefined> {
    return this.#texts.read(uri);
  }

  async #find(document: vscode.TextDocument): Promise<CitedDocument | undefined> {
    const text = document.getText();
    if (!this.mayCite(document) || text.length > largest) return undefined;
    const markup = this.house.cites.markup(document);
    const { collectCited, readFamily, unresolvedKeys } = await loadBibliography();
    const bibliography = await this.house.bibliographies.of(document);
    const at = (path: string) => document.uri.with({ path });
    const root = vscode.workspace.getWorkspaceFolder(document.uri)?.uri.path;
    const around = { read: (path: string) => this.#texts.read(at(path)), list: (folder: string) => this.#texts.list(at(folder)) };
    const family = await readFamily({ path: document.uri.path, text, markup: markup.id }, root, around);
    const has = (key: string) => bibliography.find(key) !== undefined;
    const cited = await collectCited(family, (file) => this.#citationsIn(file, markup, bibliography, has), has, pause);
    const unresolved = unresolvedKeys(cited, { found: bibliography.found, read: bibliography.files.length, has });
    return { document, markup, bibliography, cited, unresolved, texts: new Map([...family.files.values()].map((file) => [file.path, file.text])) };
  }

  #citationsIn(file: FamilyFile, markup: Markup, bibliography: DocumentBibliography, isKey: (key: string) => boolean): readonly Citation[] {
    if (file.text.length > largest) return [];
    const known = this.#citations.get(file.path);
    if (known?.text === file.text && sameFiles(known.bibliography, bibliography)) return known.citations;
    const citations = markup.findCitations(file.text, { isKey });
    this.#citations.delete(file.path);
    this.#citations.set(file.path, { text: file.text, bibliography, citations });
    for (const oldest of this.#citations.keys()) {
      if (this.#citations.size <= mostKept) break;
      this.#citations.delete(oldest);
    }
    return citations;
  }
}

/** Files whose citations are kept; a book and its neighbours. */
const mostKept = 300;

const made = new WeakMap<House, CitedDocuments>();

/** The one that all features of a house share. */
export function citedDocuments(house: House): CitedDocuments {
  let documents = made.get(house);
  if (!documents) made.set(house, (documents = new CitedDocuments(house)));
  return documents;
}

/** Saved somewhere that files are: no diff's old side, no output, no notebook cell. */
export function hasPlace(document: vscode.TextDocument): boolean {
  const { scheme } = document.uri;
  return !document.isUntitled && (scheme === 'file' || vscode.workspace.fs.isWritableFileSystem(scheme) === true);
}

function sameFiles(a: DocumentBibliography, b: DocumentBibliography): boolean {
  return a.files.length === b.files.length && a.files.every(({ bibliography }, index) => bibliography === b.files[index]?.bibliography);
}
