/** Checks the catalogues that a person can mend, again when something changed, in slices; what is superseded is given up. */
import * as vscode from 'vscode';
import { Slices } from '../../core/catalogue/slices.js';
import { configFile, type Layer } from '../../core/catalogue/layer.js';
import type { Found, LinkAnswer } from '../../core/check/index.js';
import { lineStarts } from '../../core/model/text.js';
import { positionAt } from '../../core/model/problem.js';
import type { Disposable } from '../../core/ports.js';
import { yamlRules } from '../../core/yaml/rules.js';
import { pause } from '../shared/bibliographies.js';
import { catalogueDiagnostic, severitiesFor } from '../shared/check-severity.js';
import { debounced } from '../shared/debounce.js';
import type { House } from '../shared/house.js';
import { fileOf } from '../shared/layer-files.js';
import { loadCheck } from '../shared/load-check.js';
import { openDocument } from '../shared/open-document.js';

/** How long the catalogues have to be quiet, in milliseconds. */
const quiet = 400;
/** How long somebody who asks for fixes waits for what was just typed to be checked, in milliseconds. */
const patience = 3000;

/** The clock of work in slices. */
export const clock = { now: () => performance.now(), pause };

/** What was found in one file, and in which text. */
export interface CheckedFile {
  readonly layer: Layer;
  /** Relative to the layer's folder. */
  readonly name: string;
  readonly uri: vscode.Uri;
  readonly text: string;
  /** By the rules, and by reading: the latter are shown elsewhere and here for their fixes. */
  readonly found: readonly Found[];
}

export class Checker implements Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('litshelf-check');
  readonly #soon = debounced<undefined>(quiet, () => '', () => void this.#start());
  #files = new Map<string, CheckedFile>();
  /** What is shown of each file, for comparison. */
  #shown = new Map<string, string>();
  /** The answers about links that came last. */
  #answers: readonly LinkAnswer[] = [];
  #running: vscode.CancellationTokenSource | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(private readonly house: House) {}

  /** Checks once the catalogues have been quiet for a moment. */
  check(): void {
    this.#running?.cancel();
    this.#soon.call(undefined);
  }

  /** Checks now, whatever was found before. */
  checkNow(): Promise<void> {
    return this.#start();
  }

  /** Everything that was found, by file. */
  get files(): readonly CheckedFile[] {
    return [...this.#files.values()];
  }

  /** What was found in a document as it is now, once it was checked; undefined when nobody waits any more, or it takes too long. */
  async of(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<CheckedFile | undefined> {
    const id = document.uri.toString();
    for (const end = Date.now() + patience; ; ) {
      const file = this.#files.get(id);
      if (file?.text === document.getText()) return file;
      if (token.isCancellationRequested || Date.now() > end) return undefined;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Dead links are shown, wherever they stand, until links are checked again. */
  async showDeadLinks(answers: readonly LinkAnswer[]): Promise<void> {
    this.#answers = answers;
    await this.#start();
  }

  dispose(): void {
    this.#running?.cancel();
    this.#soon.dispose();
    this.#collection.dispose();
  }

  #start(): Promise<void> {
    this.#running?.cancel();
    const source = new vscode.CancellationTokenSource();
    this.#running = source;
    const run = this.#last.then(() => this.#run(source.token));
    this.#last = run.catch((fault: unknown) => {
      if (!(fault instanceof vscode.CancellationError)) this.house.log.error('Checking the catalogues:', fault instanceof Error ? fault : String(fault));
    });
    return this.#last;
  }

  async #run(token: vscode.CancellationToken): Promise<void> {
    const { catalogue } = this.house.library;
    const files = new Map<string, CheckedFile>();
    for (const layer of catalogue.layers.filter(({ source }) => source.kind !== 'bundled')) {
      if (token.isCancellationRequested) return;
      for (const file of await this.#checkLayer(layer, token)) files.set(file.uri.toString(), file);
    }
    if (token.isCancellationRequested) return;
    this.#files = files;
    this.#show();
  }

  async #checkLayer(layer: Layer, token: vscode.CancellationToken): Promise<CheckedFile[]> {
    const { checkFiles, checkedCatalogue, deadLinks, severityOf, surroundingsOf } = await loadCheck();
    const slices = new Slices(clock);
    const texts = new Map<string, string>();
    for (const name of [configFile, ...layer.files.keys()]) {
      texts.set(name, await textOf(fileOf(layer.source, name)));
      await slices.rest();
      if (token.isCancellationRequested) throw new vscode.CancellationError();
    }
    const severities = severitiesFor(layer);
    const textIn = (name: string) => texts.get(name) ?? '';
    const work = checkFiles({ config: layer.config, configProblems: layer.configProblems, papers: layer.files, textOf: textIn }, severities, surroundingsOf(this.house.library.catalogue, layer));
    const found = await slices.run(untilCancelled(work, token));
    if (this.#answers.some(({ state }) => state === 'dead')) {
      for (const one of deadLinks(checkedCatalogue(layer.config, layer.files, textIn).records, this.#answers)) {
        const severity = severityOf(one.code, one.severity, severities);
        if (severity !== 'off') found.push({ ...one, severity });
      }
    }
    const byFile = new Map<string, Found[]>([...texts.keys()].map((name) => [name, []]));
    for (const one of found) byFile.get(one.file)?.push(one);
    const files: CheckedFile[] = [];
    for (const [name, text] of texts) {
      await slices.rest();
      // a file that changed while it was being checked is checked again soon
      if (isAsRead(layer, name, text)) files.push({ layer, name, uri: fileOf(layer.source, name), text, found: byFile.get(name) ?? [] });
    }
    return files;
  }

  /** What reading found is shown by problems.ts, which needs no rules for it. */
  #show(): void {
    const now = new Map<string, string>();
    for (const [id, file] of this.#files) {
      const shown = file.found.filter(({ code }) => !Object.hasOwn(yamlRules, code));
      if (shown.length === 0) continue;
      const same = JSON.stringify(shown.map(({ start, end, message, severity, code }) => [start, end, message, severity, code]));
      now.set(id, same);
      if (this.#shown.get(id) === same) continue;
      const starts = lineStarts(file.text);
      this.#collection.set(file.uri, shown.map((one) => catalogueDiagnostic(this.house.context, rangeOf(starts, one), one.message, one.severity, one.code)));
    }
    for (const id of this.#shown.keys()) if (!now.has(id)) this.#collection.delete(vscode.Uri.parse(id));
    this.#shown = now;
  }
}

/** Offsets as a range; `starts`: the offsets at which lines begin. */
export function rangeOf(starts: readonly number[], { start, end }: { readonly start: number; readonly end: number }): vscode.Range {
  const [from, to] = [positionAt(starts, start), positionAt(starts, end)];
  return new vscode.Range(from.line - 1, from.column - 1, to.line - 1, to.column - 1);
}

export function* untilCancelled<T>(work: Generator<undefined, T>, token: vscode.CancellationToken): Generator<undefined, T> {
  for (;;) {
    if (token.isCancellationRequested) throw new vscode.CancellationError();
    const step = work.next();
    if (step.done) return step.value;
    yield undefined;
  }
}

/** The text of a file as an editor has it, else as the disk has it; empty when it cannot be read. */
export async function textOf(uri: vscode.Uri): Promise<string> {
  const document = openDocument(uri);
  if (document) return document.getText();
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return '';
  }
}

/** Whether a papers file still holds its papers where they were read. */
function isAsRead(layer: Layer, name: string, text: string): boolean {
  if (name === configFile) return true;
  return layer.files.get(name)?.entries.every(({ start, source }) => text.startsWith(source, start)) === true;
}
