/** Find All References of a key: every citation over the workspace, references between entries, and the entry itself when asked. */
import * as vscode from 'vscode';
import { bibKeysOf } from '../../core/cite/bib-keys.js';
import { pause, type FoundEntry } from '../shared/bibliographies.js';
import type { House } from '../shared/house.js';
import type { CitedPlace, CitingFile, WorkspaceCitations } from '../shared/workspace-citations.js';
import { entryDefinition, paperDefinitions } from './definition.js';
import { belongs, openBibliography, type Meaning } from './meaning.js';

/** A file that cites the key. */
export interface Use {
  readonly file: CitingFile;
  readonly places: readonly CitedPlace[];
  /** The entry that the file finds under the key, when it surely is the same one; undefined when no bibliography of the file has any. */
  readonly found: FoundEntry | undefined;
}

/** Where a key is cited. A file whose bibliographies hold another entry of that key is left out. */
export async function* usesOf(house: House, citations: WorkspaceCitations, meaning: Meaning, token: vscode.CancellationToken): AsyncGenerator<Use, void> {
  const wanted = meaning.key.toLowerCase();
  // what only lends its fields to entries is never cited
  if (meaning.file && !meaning.entry) return;
  // BibTeX does not mind the case of keys: another spelling counts where it finds the entry
  for await (const file of citations.citing((key) => key.toLowerCase() === wanted, token)) {
    for (const key of new Set(file.places.map((place) => place.key))) {
      const belonging = await belongs(house, meaning, file, key);
      if (token.isCancellationRequested) return;
      if (belonging.is !== 'other') yield { file, places: file.places.filter((place) => place.key === key), found: belonging.is === 'same' ? belonging.found : undefined };
    }
    await pause();
  }
}

export async function findReferences(house: House, citations: WorkspaceCitations, meaning: Meaning, declarations: boolean, token: vscode.CancellationToken): Promise<vscode.Location[]> {
  const found: vscode.Location[] = [];
  if (declarations) {
    const entry = await entryDefinition(house, meaning);
    if (entry) found.push(new vscode.Location(entry.uri, entry.key));
    else if (meaning.shelved) for (const { uri, key } of await paperDefinitions(house, meaning.shelved)) found.push(new vscode.Location(uri, key));
  }
  found.push(...(await referencesBetweenEntries(house, meaning)));
  for await (const { file, places } of usesOf(house, citations, meaning, token)) found.push(...places.map(({ range }) => new vscode.Location(file.uri, range)));
  return found;
}

/** `crossref = {key}` and its like, in the bibliography of the entry. */
async function referencesBetweenEntries(house: House, { key, file }: Meaning): Promise<vscode.Location[]> {
  const opened = file?.bibliography.format === 'bibtex' ? await openBibliography(house, file) : undefined;
  if (!opened) return [];
  const { document, bibliography } = opened;
  return bibKeysOf(bibliography.text, bibliography.entries, key).filter(({ defines }) => !defines).map(({ start, end }) => new vscode.Location(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end))));
}
