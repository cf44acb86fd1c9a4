/** Citations of a whole workspace: open documents as they are, every other file as it is on disk, read once as long as it does not change. */
import * as vscode from 'vscode';
import { citationsIn, citesByKey, citingEndings, citingLanguages } from '../../core/cite/citing-files.js';
import { markupFor } from '../../core/cite/markups.js';
import type { CitedKey, Markup } from '../../core/cite/types.js';
import { lineStarts } from '../../core/model/text.js';
import { pause } from './bibliographies.js';
import type { CiteIndex } from './cite-index.js';

/** Larger files are no prose, in bytes. */
const largest = 1_000_000;
/** What is open is somebody's work: only far larger documents are left out, in characters. */
const largestOpen = 5_000_000;
/** How long work goes on without a pause, in milliseconds. */
const slice = 12;
/** Files asked for at the same time. */
const together = 16;

/** A key where it is cited. */
export interface CitedPlace {
  readonly key: string;
  readonly range: vscode.Range;
}

/** A file or open document that cites. */
export interface CitingFile {
  readonly uri: vscode.Uri;
  readonly markup: Markup;
  /** The open document, when there is one. */
  readonly document: vscode.TextDocument | undefined;
  /** In the order of the text. */
  readonly places: readonly CitedPlace[];
  text(): Promise<string>;
}

interface Kept {
  /** What tells that the text is another: a document's version, a file's time and size. */
  readonly stamp: string;
  readonly markup: Markup;
  readonly places: readonly CitedPlace[];
}

type ReadFile = { readonly uri: vscode.Uri } & ({ readonly kept: Kept } | { readonly stamp: string; readonly text: string });

export class WorkspaceCitations {
  readonly #documents = new WeakMap<vscode.TextDocument, Kept>();
  readonly #files = new Map<string, Kept>();
  #since = 0;

  constructor(private readonly cites: CiteIndex) {}

  /** The files in which one of certain keys is cited, open documents first. Ends early when cancelled. */
  async *citing(isKey: (key: string) => boolean, token: vscode.CancellationToken): AsyncGenerator<CitingFile, void> {
    this.#since = Date.now();
    const open = this.#openDocuments();
    for (const document of open) {
      await this.#rest();
      if (token.isCancellationRequested) return;
      const kept = this.#readDocument(document);
      const places = kept.places.filter(({ key }) => isKey(key));
      if (places.length > 0) yield { uri: document.uri, markup: kept.markup, document, places, text: () => Promise.resolve(document.getText()) };
    }
    const skipped = new Set([...open, ...vscode.workspace.textDocuments.filter(({ isClosed }) => !isClosed)].map(({ uri }) => uri.toString()));
    for (const { uri } of vscode.workspace.notebookDocuments) skipped.add(uri.toString());
    const uris = (await filesOf(token)).filter((uri) => !skipped.has(uri.toString()));
    for (let at = 0; at < uris.length; at += together) {
      const some = await Promise.all(uris.slice(at, at + together).map((uri) => this.#readFile(uri, token)));
      for (const read of some) {
        if (!read) continue;
        await this.#rest();
        if (token.isCancellationRequested) return;
        const { uri } = read;
        const { markup, places } = this.#keep(read);
        const wanted = places.filter(({ key }) => isKey(key));
        if (wanted.length > 0) yield { uri, markup, document: undefined, places: wanted, text: () => textOf(uri) };
      }
    }
  }

  /** Documents that cite, wherever they are; but no other version of a file, nor what an extension shows as text. */
  #openDocuments(): vscode.TextDocument[] {
    const schemes = new Set(['file', 'untitled', 'vscode-notebook-cell', ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]);
    return vscode.workspace.textDocuments.filter((document) => !document.isClosed && schemes.has(document.uri.scheme) && isProse(document) && citesByKey(this.cites.markup(document)));
  }

  #readDocument(document: vscode.TextDocument): Kept {
    const known = this.#documents.get(document);
    const stamp = `${document.version} ${document.languageId}`;
    if (known?.stamp === stamp) return known;
    const markup = this.cites.markup(document);
    const text = document.getText();
    const places = text.length > largestOpen ? [] : keysOf(text, markup).map(({ key, start, end }) => ({ key, range: new vscode.Range(document.positionAt(start), document.positionAt(end)) }));
    const kept = { stamp, markup, places };
    this.#documents.set(document, kept);
    return kept;
  }

  /** A file as it is known, or its new text. */
  async #readFile(uri: vscode.Uri, token: vscode.CancellationToken): Promise<ReadFile | undefined> {
    try {
      if (token.isCancellationRequested) return undefined;
      const { mtime, size } = await vscode.workspace.fs.stat(uri);
      const stamp = `${mtime} ${size}`;
      const kept = this.#files.get(uri.toString());
      return kept?.stamp === stamp ? { uri, kept } : { uri, stamp, text: size > largest ? '' : await textOf(uri) };
    } catch {
      // gone, or no text
      this.#files.delete(uri.toString());
      return undefined;
    }
  }

  #keep(read: ReadFile): Kept {
    if ('kept' in read) return read.kept;
    const { uri, stamp, text } = read;
    const markup = markupFor(/\.(?:md|markdown|myst)$/iu.test(uri.path) ? 'markdown' : '', uri.path, text, { bibliography: true });
    const kept = { stamp, markup, places: withRanges(text, keysOf(text, markup)) };
    this.#files.set(uri.toString(), kept);
    return kept;
  }

  async #rest(): Promise<void> {
    if (Date.now() - this.#since < slice) return;
    await pause();
    this.#since = Date.now();
  }
}

/** Not a notebook's cell of code. */
export function isProse({ uri, languageId }: vscode.TextDocument): boolean {
  return uri.scheme !== 'vscode-notebook-cell' || citingLanguages.some((language) => language === languageId);
}

function keysOf(text: string, markup: Markup): CitedKey[] {
  return citesByKey(markup) ? citationsIn(text, markup).flatMap(({ keys }) => keys) : [];
}

/** As VS Code reads the file: in its encoding, without its byte order mark. */
async function textOf(uri: vscode.Uri): Promise<string> {
  const text = await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri });
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function withRanges(text: string, keys: readonly CitedKey[]): CitedPlace[] {
  if (keys.length === 0) return [];
  const starts = lineStarts(text);
  let line = 0;
  return [...keys].sort((a, b) => a.start - b.start).map(({ key, start, end }) => {
    while ((starts[line + 1] ?? Infinity) <= start) line += 1;
    const first = starts[line] ?? 0;
    return { key, range: new vscode.Range(line, start - first, line, end - first) };
  });
}

/** Files of the workspace that may cite, as far as files.exclude and search.exclude let them be searched. */
async function filesOf(token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map((folder) => vscode.workspace.findFiles(new vscode.RelativePattern(folder, `**/*.{${citingEndings.join(',')}}`), excluded(folder.uri), undefined, token)));
  return [...new Map(found.flat().map((uri) => [uri.toString(), uri])).values()];
}

/** search.exclude as one pattern; files.exclude is VS Code's own default. */
function excluded(scope: vscode.Uri): string | undefined {
  const setting: unknown = vscode.workspace.getConfiguration('search', scope).get('exclude');
  const patterns = setting !== null && typeof setting === 'object' ? Object.entries(setting).flatMap(([pattern, on]) => (on === true ? [pattern] : [])) : [];
  return patterns.length === 0 ? undefined : `{${patterns.join(',')}}`;
}
