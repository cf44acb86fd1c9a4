/** What a key means where it stands: an entry of a bibliography, a paper of the catalogue, or nothing yet. */
import * as vscode from 'vscode';
import type { Bibliography, Entry, KeyPlace } from '../../core/bibliography/types.js';
import type { Shelved } from '../../core/catalogue/catalogue.js';
import { sameWork } from '../../core/model/identity.js';
import type { BibliographyFile, DocumentBibliography, FoundEntry } from '../shared/bibliographies.js';
import type { House } from '../shared/house.js';
import type { CitingFile } from '../shared/workspace-citations.js';
import { ownBibliography, type Spot } from './spot.js';

export interface Meaning {
  readonly key: string;
  /** The entry of that key, when a bibliography of the document has one. */
  readonly entry: FoundEntry | undefined;
  /** The bibliography that the key belongs to: the entry's, or the document itself, also where the key is no work's (@xdata). */
  readonly file: BibliographyFile | undefined;
  /** The paper that the catalogue has under that key, where no bibliography has it or the question began in the catalogue. */
  readonly shelved: Shelved | undefined;
}

/** What the key of a spot means in its document. */
export async function meaningOf(house: House, document: vscode.TextDocument, { key, role }: Spot): Promise<Meaning> {
  const inCatalogue = async () => (await house.catalogue()).get(key);
  if (role === 'paper') return { key, entry: undefined, file: undefined, shelved: await inCatalogue() };
  if (role === 'citation') {
    const entry = (await bibliographyOf(house, document)).find(key);
    return { key, entry, file: entry?.file, shelved: entry ? undefined : await inCatalogue() };
  }
  const bibliography = await ownBibliography(house, document);
  if (!bibliography) return { key, entry: undefined, file: undefined, shelved: undefined };
  const file = { uri: document.uri, found: { path: document.uri.path, by: 'beside' as const, in: document.uri.path, exists: true }, bibliography };
  const entry = bibliography.find(key);
  return { key, entry: entry && { file, entry }, file, shelved: undefined };
}

/** The bibliographies of an open document; of a cell, those of its notebook. */
export async function bibliographyOf(house: House, document: vscode.TextDocument): Promise<DocumentBibliography> {
  const notebook = vscode.workspace.notebookDocuments.find(({ uri }) => document.uri.scheme === 'vscode-notebook-cell' && uri.path === document.uri.path);
  if (!notebook) return house.bibliographies.of(document);
  const text = notebook.getCells().filter(({ kind }) => kind === vscode.NotebookCellKind.Markup).map((cell) => cell.document.getText()).join('\n\n');
  return house.bibliographies.ofFile(notebook.uri, text, 'jupyter');
}

/** Whether a key in another file is the same one. */
export type Belonging =
  /** It means the same work. */
  | { readonly is: 'same'; readonly found: FoundEntry }
  /** The bibliographies of the file have no such entry, so that it may well be. */
  | { readonly is: 'unresolved' }
  /** They have one that is another work, or the same work in another file. */
  | { readonly is: 'other' };

/** What a key, as a file cites it, has to do with a meaning. */
export async function belongs(house: House, meaning: Meaning, file: CitingFile, key: string): Promise<Belonging> {
  const bibliography = await (file.document ? bibliographyOf(house, file.document) : house.bibliographies.ofFile(file.uri, await file.text(), file.markup.id));
  const found = bibliography.find(key);
  if (!found) return { is: key === meaning.key ? 'unresolved' : 'other' };
  const { entry, shelved } = meaning;
  const same = entry ? isSame(found, entry) : shelved !== undefined && found.entry.key === shelved.paper.id && sameWork(found.entry.paper.fields, shelved.paper.fields);
  return same ? { is: 'same', found } : { is: 'other' };
}

function isSame(a: FoundEntry, b: FoundEntry): boolean {
  return a.file.uri.toString() === b.file.uri.toString() && a.entry.key === b.entry.key;
}

/** A bibliography's file opened, and read as VS Code decodes it: offsets are the document's. Undefined when it changes under one's hands. */
export async function openBibliography(house: House, { uri, found }: BibliographyFile): Promise<{ document: vscode.TextDocument; bibliography: Bibliography } | undefined> {
  const document = await vscode.workspace.openTextDocument(uri);
  const bibliography = (await house.bibliographies.read(uri, found))?.bibliography;
  return bibliography?.text === document.getText() ? { document, bibliography } : undefined;
}

/** The key of an entry as it is asked for: its own, or another of its keys. */
export function keyPlaceIn(entry: Entry, key: string): KeyPlace {
  return entry.key === key ? entry.keyPlace : (entry.otherKeys.find((one) => one.key === key) ?? entry.keyPlace);
}
