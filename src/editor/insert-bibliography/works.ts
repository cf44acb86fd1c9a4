/** The works that a document cites: from its bibliographies first, from the catalogues where those do not have them. */
import * as vscode from 'vscode';
import type { Paper } from '../../core/model/paper.js';
import { pause, type DocumentBibliography } from '../shared/bibliographies.js';
import { citedDocuments } from '../shared/cited-documents.js';
import type { House } from '../shared/house.js';

export interface Works {
  /** In the order of citing, each once, under the key by which it is cited. */
  readonly papers: readonly Paper[];
  /** Keys that nobody knows, in the order of citing. */
  readonly unresolved: readonly string[];
}

/** Entries that are converted without a pause: about five milliseconds of work. */
const slice = 100;

/** All that the document cites, and what it includes or is a part of. */
export async function citedWorks(house: House, document: vscode.TextDocument): Promise<Works> {
  const found = await citedDocuments(house).of(document);
  if (!found) return namedWorks(house, document, keysIn(house, document));
  const { cited, bibliography } = found;
  const keys = [...cited.keys.keys()].filter((key) => !cited.own.has(key) || bibliography.find(key) !== undefined);
  const all = cited.everything ? bibliography.files.flatMap((file) => file.bibliography.entries.map(({ key }) => key)).filter((key) => key !== '') : [];
  return resolve(house, bibliography, [...keys, ...all]);
}

/** The works of these keys. */
export async function namedWorks(house: House, document: vscode.TextDocument, keys: readonly string[]): Promise<Works> {
  return resolve(house, await house.bibliographies.of(document), keys);
}

/** Keys in a document that has no place, such as one that was never saved; a notebook's cells are one document. */
function keysIn(house: House, document: vscode.TextDocument): string[] {
  const notebook = vscode.workspace.notebookDocuments.find((one) => one.getCells().some((cell) => cell.document === document));
  const parts = notebook ? notebook.getCells().filter(({ kind }) => kind === vscode.NotebookCellKind.Markup).map((cell) => cell.document) : [document];
  const markup = house.cites.markup(document);
  if (markup.id === 'bibtex') return [];
  return parts.flatMap((part) => markup.findCitations(part.getText()).flatMap(({ keys }) => keys.map(({ key }) => key)));
}

async function resolve(house: House, bibliography: DocumentBibliography, keys: readonly string[]): Promise<Works> {
  const papers = new Map<unknown, Paper>();
  const unresolved = new Set<string>();
  // not before it is needed: a document whose bibliography is whole needs no catalogue
  let catalogue: Awaited<ReturnType<House['catalogue']>> | undefined;
  for (const [index, key] of keys.entries()) {
    if (index % slice === slice - 1) await pause();
    const entry = bibliography.find(key)?.entry;
    if (entry) {
      if (!papers.has(entry)) papers.set(entry, entry.paper);
      continue;
    }
    const paper = (catalogue ??= await house.catalogue()).get(key)?.paper;
    if (paper) papers.set(paper, paper);
    else unresolved.add(key);
  }
  return { papers: [...papers.values()], unresolved: [...unresolved] };
}
