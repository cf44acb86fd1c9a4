/** Go to Definition on citation keys: the entry in the document's bibliography, then the catalogue's records of the paper. */
import * as vscode from 'vscode';
import { keyPlaceOf } from '../../core/catalogue/key-place.js';
import type { Shelved } from '../../core/catalogue/catalogue.js';
import { definitionOf } from '../../core/cite/bib-keys.js';
import { exists } from '../shared/exists.js';
import type { House } from '../shared/house.js';
import { fileOf } from '../shared/layer-files.js';
import { keyPlaceIn, meaningOf, openBibliography, type Meaning } from './meaning.js';
import type { Spot } from './spot.js';

/** Where something is defined: all of it, and its key. */
export interface Definition {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
  readonly key: vscode.Range;
}

/** The places that define the key of a spot, the bibliography's first. */
export async function definitionsOf(house: House, document: vscode.TextDocument, spot: Spot): Promise<Definition[]> {
  const meaning = await meaningOf(house, document, spot);
  const entry = await entryDefinition(house, meaning);
  const lent = !entry && spot.role !== 'citation' && spot.role !== 'paper' ? lentDefinition(document, spot.key) : undefined;
  const shelved = spot.role === 'citation' || spot.role === 'paper' ? (await house.catalogue()).get(spot.key) : undefined;
  return [entry, lent, ...(shelved ? await paperDefinitions(house, shelved) : [])].filter((one) => one !== undefined);
}

/** The entry's place. */
export async function entryDefinition(house: House, { key, entry: found }: Meaning): Promise<Definition | undefined> {
  const opened = found && (await openBibliography(house, found.file));
  const entry = opened?.bibliography.find(key);
  return opened && entry && { uri: opened.document.uri, range: rangeIn(opened.document, entry), key: rangeIn(opened.document, keyPlaceIn(entry, key)) };
}

/** An @xdata entry: it only lends its fields, and is no work of the bibliography. */
function lentDefinition(document: vscode.TextDocument, key: string): Definition | undefined {
  const definition = definitionOf(document.getText(), key);
  return definition && { uri: document.uri, range: rangeIn(document, definition), key: rangeIn(document, definition.key) };
}

/** The catalogue's records of a paper, the one that counts first. The bundled catalogue's need not be there as text. */
export async function paperDefinitions(house: House, shelved: Shelved): Promise<Definition[]> {
  const { layers } = await house.catalogue();
  const found: Definition[] = [];
  for (const place of [...shelved.places].reverse()) {
    const uri = fileOf(place.layer, place.file);
    const entry = layers.find(({ source }) => source.id === place.layer.id)?.files.get(place.file)?.entries.find(({ fields }) => fields === place.fields);
    if (!entry || !(await exists(uri))) continue;
    const document = await vscode.workspace.openTextDocument(uri);
    const key = keyPlaceOf({ ...entry, source: document.getText().slice(entry.start, entry.end) });
    const range = rangeIn(document, entry);
    found.push({ uri, range, key: key ? rangeIn(document, key) : range });
  }
  return found;
}

function rangeIn(document: vscode.TextDocument, { start, end }: { readonly start: number; readonly end: number }): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
