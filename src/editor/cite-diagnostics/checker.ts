/** Checks documents one at a time, again when they change, and keeps what was found. What is superseded is given up. */
import * as vscode from 'vscode';
import type { Disposable } from '../../core/ports.js';
import { pause } from '../shared/bibliographies.js';
import { citedDocuments, type CitedDocuments } from '../shared/cited-documents.js';
import { debounced } from '../shared/debounce.js';
import type { House } from '../shared/house.js';
import { WorkspaceCitations } from '../shared/workspace-citations.js';
import { checkFile } from './check-bibliography.js';
import { checkDocument } from './check-document.js';
import { readDiagnosticSettings } from './codes.js';
import { sameFinding, toDiagnostic, type Finding } from './finding.js';
import { shownDocuments } from './shown.js';
import { Usage } from './usage.js';

/** How long a document has to be quiet, in milliseconds. */
const quiet = 300;
/** Larger files are not checked, in characters. */
const largest = 20_000_000;

/** Whatever cites or names a bibliography holds one of these. */
const signs = /@|cite|bib|<</iu;

export class Checker implements Disposable {
  readonly documents: CitedDocuments;
  readonly workspace: WorkspaceCitations;
  readonly #usage: Usage;
  readonly #collection = vscode.languages.createDiagnosticCollection('litshelf-citations');
  /** By the document that was checked; a document may find something in another file. */
  readonly #findings = new Map<string, readonly Finding[]>();
  readonly #running = new Map<string, vscode.CancellationTokenSource>();
  readonly #soon = debounced<vscode.Uri>(quiet, String, (uri) => this.#start(uri));
  /** Bibliographies whose checks wait for their turn: two at once would only slow each other. */
  #queue: Promise<void> = Promise.resolve();

  constructor(private readonly house: House) {
    this.documents = citedDocuments(house);
    this.workspace = new WorkspaceCitations(house.cites);
    this.#usage = new Usage(house, this.workspace, this.documents);
  }

  /** Checks a document once it has been quiet for a moment. */
  check(document: vscode.TextDocument): void {
    this.#running.get(document.uri.toString())?.cancel();
    this.#soon.call(document.uri);
  }

  /** Checks what is new, and forgets what is gone. */
  follow(): void {
    const shown = shownDocuments();
    const ids = new Set(shown.map(({ uri }) => uri.toString()));
    for (const id of [...this.#findings.keys(), ...this.#running.keys()]) if (!ids.has(id)) this.#forget(id);
    for (const document of shown) if (!this.#findings.has(document.uri.toString())) this.check(document);
  }

  /** What was found at a range of a file, silent findings included. */
  at(uri: vscode.Uri, range: vscode.Range): Finding[] {
    const id = uri.toString();
    return this.#all(id).filter((finding) => finding.range.intersection(range) !== undefined);
  }

  /** All of one kind in a file. */
  of<K extends Finding['kind']>(uri: vscode.Uri, kind: K): Extract<Finding, { kind: K }>[] {
    return this.#all(uri.toString()).filter((finding): finding is Extract<Finding, { kind: K }> => finding.kind === kind);
  }

  dispose(): void {
    for (const id of [...this.#running.keys()]) this.#forget(id);
    this.#soon.dispose();
    this.#collection.dispose();
  }

  #start(uri: vscode.Uri): void {
    const id = uri.toString();
    const document = shownDocuments().find((one) => one.uri.toString() === id);
    this.#running.get(id)?.cancel();
    if (!document) return;
    const source = new vscode.CancellationTokenSource();
    this.#running.set(id, source);
    const run = this.#queue.then(() => this.#run(document, source));
    this.#queue = run;
  }

  async #run(document: vscode.TextDocument, source: vscode.CancellationTokenSource): Promise<void> {
    const id = document.uri.toString();
    const { version } = document;
    try {
      if (gaveUp(source)) return;
      const found = await this.#check(document, source.token);
      if (gaveUp(source) || document.version !== version || document.isClosed) return;
      this.#publish(id, found);
    } catch (fault) {
      if (!(fault instanceof vscode.CancellationError)) this.house.log.error(`Checking ${id}:`, fault instanceof Error ? fault : String(fault));
    } finally {
      if (this.#running.get(id) === source) this.#running.delete(id);
      source.dispose();
    }
  }

  async #check(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<Finding[]> {
    const text = document.getText();
    if (text.length > largest) return [];
    // most prose cites nothing, and then nothing needs to be loaded
    if (this.documents.mayCite(document) && !signs.test(text)) return [];
    const settings = readDiagnosticSettings(document);
    if (Object.values(settings.severities).every((severity) => severity === undefined)) return [];
    const found = await this.documents.of(document);
    if (found) return checkDocument(found, this.documents, settings);
    if (!mayBeBibliography(document)) return [];
    const file = await this.house.bibliographies.read(document.uri);
    if (!file) return [];
    const cited = settings.severities['unused-entry'] === undefined ? undefined : await this.#usage.of(file, token);
    return checkFile(document, file, cited, settings, async () => {
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      await pause();
    });
  }

  #publish(id: string, found: readonly Finding[]): void {
    const touched = new Set([id, ...[...(this.#findings.get(id) ?? []), ...found].map(({ uri }) => uri.toString())]);
    this.#findings.set(id, found);
    for (const one of touched) this.#show(one);
  }

  #forget(id: string): void {
    this.#running.get(id)?.cancel();
    const before = this.#findings.get(id) ?? [];
    this.#findings.delete(id);
    for (const one of new Set([id, ...before.map(({ uri }) => uri.toString())])) this.#show(one);
  }

  #show(id: string): void {
    const shown = this.#all(id).filter(({ silent }) => !silent);
    if (shown.length === 0) this.#collection.delete(vscode.Uri.parse(id));
    else this.#collection.set(vscode.Uri.parse(id), shown.map(toDiagnostic));
  }

  #all(id: string): Finding[] {
    const all: Finding[] = [];
    for (const [owner, findings] of this.#findings) for (const finding of findings) if (finding.uri.toString() === id && (owner === id || !all.some((other) => sameFinding(other, finding)))) all.push(finding);
    return all;
  }
}

/** Asked as a function, because it changes while one waits. */
function gaveUp({ token }: vscode.CancellationTokenSource): boolean {
  return token.isCancellationRequested;
}

/** By its name: reading every open YAML and JSON file to find out is for those that might be one. */
function mayBeBibliography(document: vscode.TextDocument): boolean {
  return document.languageId === 'bibtex' || /\.(?:bib|json|ya?ml)$/iu.test(document.uri.path);
}
