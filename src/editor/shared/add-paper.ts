/** Writes a paper that a service knows to a catalogue. */
import * as vscode from 'vscode';
import { emptyConfig, type Layer } from '../../core/catalogue/layer.js';
import { fileFor, newPaper } from '../../core/catalogue/new-paper.js';
import type { Identifier } from '../../core/ids/index.js';
import type { Found } from '../../core/metadata/index.js';
import { makeFoundCard } from '../../core/outline/card.js';
import { findLayers } from './find-layers.js';
import type { House } from './house.js';
import { UserError } from './messages.js';
import { pickCategories } from './pick-categories.js';
import { changePapers } from './write-papers.js';

export interface AddOptions {
  /** Where to file it; the person is asked when left out. */
  readonly categories?: readonly string[] | undefined;
  /** Show it in the tree, which takes the focus; default true. */
  readonly reveal?: boolean;
}

/** Asks where to file it and writes it; returns its citation key. @throws UserError when it cannot be written */
export async function addFound(house: House, identifier: Identifier, found: Found, { categories: given, reveal = true }: AddOptions = {}): Promise<string> {
  const catalogue = await house.catalogue();
  const unknown = given?.find((id) => catalogue.category(id) === undefined);
  if (unknown !== undefined) throw new UserError(vscode.l10n.t('No catalogue has a category "{0}".', unknown));
  const categories = given ?? (await pickCategories(catalogue, makeFoundCard(identifier, found).title));
  const layer = await targetLayer(house);
  const fields = newPaper(catalogue, found.metadata.fields, { categories, added: new Date().toISOString().slice(0, 10) });
  const name = fileFor(layer, categories);
  await changePapers(layer.source, name, [{ kind: 'add', fields, place: 'sorted' }]);
  await house.library.refresh(layer.source.id, [name]);
  house.messages.done(vscode.l10n.t('Added {0} to {1}', fields.id, layer.source.name));
  if (reveal) await house.selection.view?.reveal(fields.id);
  return fields.id;
}

/** A workspace catalogue when there is one, else the personal one; the bundled one is never written to. */
async function targetLayer(house: House): Promise<Layer> {
  const { layers } = await house.catalogue();
  const layer = layers.find(({ source }) => source.kind === 'workspace') ?? layers.find(({ source }) => source.kind === 'personal');
  if (layer) return layer;
  const source = (await findLayers(house.context)).find(({ kind }) => kind === 'personal');
  if (!source) throw new UserError(vscode.l10n.t('There is no catalogue to write to. Set "litshelf.personalFolder" to a folder.'));
  return { source, config: emptyConfig, configProblems: [], files: new Map() };
}
