/** The key at a place: in a citation, as the key of an entry, or as the id of a catalogue's paper. */
import * as vscode from 'vscode';
import type { Bibliography } from '../../core/bibliography/types.js';
import { keyPlaceOf } from '../../core/catalogue/key-place.js';
import { isPapersFile } from '../../core/catalogue/layer.js';
import { bibKeyAt } from '../../core/cite/bib-keys.js';
import { citationsIn, citesByKey } from '../../core/cite/citing-files.js';
import { isNotebook } from '../../core/cite/notebook.js';
import type { House } from '../shared/house.js';
import { isProse } from '../shared/workspace-citations.js';
import { nameIn } from '../shared/layer-files.js';

export interface Spot {
  readonly key: string;
  /** Exactly the key. */
  readonly range: vscode.Range;
  /** `reference`: a field of a .bib entry that names another entry. */
  readonly role: 'citation' | 'entry' | 'reference' | 'paper';
}

/** Bibliographies may be written in these languages. */
export const entryLanguages: readonly string[] = ['bibtex', 'json', 'jsonc', 'yaml'];

/** Whether a document may be a bibliography: its name or its language says so. */
export function mayHoldEntries({ uri, languageId }: vscode.TextDocument): boolean {
  return entryLanguages.includes(languageId) || /\.(?:bib|json|ya?ml)$/iu.test(uri.path);
}

/** The bibliography that a document is, as it stands in the editor; undefined when it is none. */
export async function ownBibliography(house: House, document: vscode.TextDocument): Promise<Bibliography | undefined> {
  if (!mayHoldEntries(document) || /\.ipynb$/iu.test(document.uri.path)) return undefined;
  const file = await house.bibliographies.read(document.uri);
  // typed into while it was read: VS Code asks again
  return file?.bibliography.text === document.getText() ? file.bibliography : undefined;
}

/** The key that holds a position, or ends there. */
export async function spotAt(house: House, document: vscode.TextDocument, position: vscode.Position): Promise<Spot | undefined> {
  if (!isProse(document)) return undefined;
  const offset = document.offsetAt(position);
  const rangeOf = ({ start, end }: { start: number; end: number }) => new vscode.Range(document.positionAt(start), document.positionAt(end));
  const markup = house.cites.markup(document);
  if (citesByKey(markup)) {
    const text = document.getText();
    const raw = markup.id === 'jupyter' && isNotebook(text);
    const key = raw ? citationsIn(text, markup).flatMap(({ keys }) => keys).find(({ start, end }) => start <= offset && offset <= end) : house.cites.keyAt(document, offset);
    return key && { key: key.key, range: rangeOf(key), role: 'citation' };
  }
  if (!mayHoldEntries(document)) return undefined;
  const paper = await paperAt(house, document, offset);
  if (paper) return { key: paper.key, range: rangeOf(paper), role: 'paper' };
  const bibliography = await ownBibliography(house, document);
  if (bibliography?.format === 'bibtex') {
    const key = bibKeyAt(bibliography.text, bibliography.entries, offset);
    return key && { key: key.key, range: rangeOf(key), role: key.defines ? 'entry' : 'reference' };
  }
  const entry = bibliography?.entries.find(({ start, end }) => start <= offset && offset <= end);
  const place = entry && [entry.keyPlace, ...entry.otherKeys].find(({ start, end }) => start <= offset && offset <= end);
  return place && { key: place.key, range: rangeOf(place), role: 'entry' };
}

/** The paper of a catalogue whose id stands at an offset. */
async function paperAt(house: House, document: vscode.TextDocument, offset: number): Promise<{ key: string; start: number; end: number } | undefined> {
  if (!/\/papers\/[^/]+\.ya?ml$/iu.test(document.uri.path)) return undefined;
  const { layers } = await house.catalogue();
  for (const layer of layers) {
    const name = nameIn(layer.source, document.uri);
    const file = name !== undefined && isPapersFile(name) ? layer.files.get(name) : undefined;
    const entry = file?.entries.find(({ start, end }) => start <= offset && offset <= end);
    // the catalogue may be a moment behind what is typed: then the id is not where it was
    const place = entry && keyPlaceOf({ ...entry, source: document.getText().slice(entry.start, entry.end) });
    if (place && place.start <= offset && offset <= place.end) return { key: entry.fields.id, ...place };
  }
  return undefined;
}
