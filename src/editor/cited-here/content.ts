/** What the view shows of a document, collected from its text and its bibliographies. */
import * as vscode from 'vscode';
import type { Entry } from '../../core/bibliography/types.js';
import type { CitedUse } from '../../core/cite/cited.js';
import { CitedRows } from '../../core/cite/cited-rows.js';
import type { Catalogue, Shelved } from '../../core/catalogue/catalogue.js';
import type { Paper } from '../../core/model/paper.js';
import { pause, type BibliographyFile, type FoundEntry } from '../shared/bibliographies.js';
import type { CitedDocument } from '../shared/cited-documents.js';
import { loadBibliography } from '../shared/load-bibliography.js';
import { identifiers } from '../../core/model/identity.js';

/** Entries converted between two pauses. */
const slice = 50;

/** A document, and what it cites as rows. */
export interface Shown {
  readonly found: CitedDocument;
  readonly catalogue: Catalogue;
  readonly rows: CitedRows;
  /** Where a cited key leads in the bibliographies. */
  readonly entryOf: (key: string) => FoundEntry | undefined;
  /** The bibliography of an uncited row. */
  readonly fileOf: (id: string) => BibliographyFile | undefined;
}

export async function contentOf(found: CitedDocument, catalogue: Catalogue): Promise<Shown> {
  const { uncitedEntries } = await loadBibliography();
  const { bibliography, cited, unresolved } = found;
  const missing = new Set(unresolved);
  const keys = new Set(cited.keys.keys());
  const has = (key: string) => bibliography.find(key) !== undefined || cited.own.has(key);
  const rows = new CitedRows({
    cited: [...cited.keys.values()].filter((use) => !missing.has(use) && (has(use.key) || isCitation(use, found, catalogue))),
    unresolved,
    uncited: cited.everything ? [] : bibliography.files.map((file) => ({ id: file.uri.toString(), name: nameOf(file.uri, bibliography.files), entries: uncitedEntries(file.bibliography, keys) })),
  });
  const files = new Map(bibliography.files.map((file) => [file.uri.toString(), file]));
  return { found, catalogue, rows, entryOf: (key) => bibliography.find(key), fileOf: (id) => files.get(id) };
}

/** Without a bibliography, `@name` in running text may greet a person. */
function isCitation({ key, places }: CitedUse, { bibliography, markup }: CitedDocument, catalogue: Catalogue): boolean {
  if (catalogue.get(key) || bibliography.found.some(({ by }) => by !== 'beside')) return true;
  return markup.id !== 'pandoc' || places.some(({ command }) => command !== 'text');
}

/** The file's name; with its folder where two have the same. */
function nameOf(uri: vscode.Uri, files: readonly BibliographyFile[]): string {
  const name = (one: vscode.Uri) => one.path.slice(one.path.lastIndexOf('/') + 1);
  return files.filter((file) => name(file.uri) === name(uri)).length > 1 ? vscode.workspace.asRelativePath(uri) : name(uri);
}

/** Converts entries before they are drawn, without holding everything else up. */
export async function convert(entries: readonly Entry[]): Promise<readonly Paper[]> {
  const papers: Paper[] = [];
  for (const [at, entry] of entries.entries()) {
    papers.push(entry.paper);
    if (at % slice === slice - 1) await pause();
  }
  return papers;
}

/** The catalogue's paper for an entry: by its key, or as the same work by an identifier. */
export function shelvedFor(catalogue: Catalogue, key: string, paper: Paper | undefined): Shelved | undefined {
  for (const id of paper ? identifiers(paper.fields) : []) {
    const shelved = catalogue.find(id);
    if (shelved) return shelved;
  }
  const shelved = catalogue.get(key);
  // a key alone says little where both have a title
  return shelved && paper && paper.fields.title !== undefined && paper.title.toLowerCase() !== shelved.paper.title.toLowerCase() ? undefined : shelved;
}
