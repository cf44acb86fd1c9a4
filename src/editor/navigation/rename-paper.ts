/** A new id for a paper of the catalogue; the old one stays as an alias, so that what still cites it is understood. */
import * as vscode from 'vscode';
import type { Shelved } from '../../core/catalogue/catalogue.js';
import { citationKeyPattern } from '../../core/model/schema.js';
import type { PaperChange } from '../../core/yaml/index.js';
import type { House } from '../shared/house.js';
import { fileOf } from '../shared/layer-files.js';
import { loadYaml } from '../shared/load-yaml.js';
import type { Renaming } from './rename.js';

/** Why the paper's id cannot be changed, as a sentence; undefined when it can. */
export function whyFixed({ places, paper }: Shelved): string | undefined {
  return places.some(({ layer }) => layer.kind === 'bundled') ? vscode.l10n.t('{0} is the key of a paper in the bundled catalogue, which cannot be changed.', paper.id) : undefined;
}

/** @throws Error when the catalogue cannot have the key, or has it already */
export async function checkPaperKey(house: House, shelved: Shelved, to: string): Promise<void> {
  const fixed = whyFixed(shelved);
  if (fixed !== undefined) throw new Error(fixed);
  if (!citationKeyPattern.test(to)) throw new Error(vscode.l10n.t('A key of the catalogue holds letters, digits and - _ : . + / only, and begins with a letter or a digit.'));
  const other = (await house.catalogue()).get(to);
  if (other && other !== shelved) throw new Error(vscode.l10n.t('The key {0} is taken by another paper of the catalogue.', to));
}

/** Renames the paper in each file that has a record of it. */
export async function renamePaper(house: House, { places }: Shelved, to: string, work: Renaming): Promise<void> {
  const { editPapers } = await loadYaml();
  const { layers } = await house.catalogue();
  for (const { layer, file, fields } of places) {
    const document = await vscode.workspace.openTextDocument(fileOf(layer, file));
    const { id, aliases = [] } = fields;
    const known = aliases.indexOf(to);
    const changes: PaperChange[] = [
      ...(known >= 0 ? [{ kind: 'unset' as const, id, path: ['aliases', known] }] : []),
      ...(aliases.includes(id) ? [] : [{ kind: 'insert' as const, id, path: ['aliases'], value: id }]),
      { kind: 'set', id, path: ['id'], value: to },
    ];
    const read = layers.find(({ source }) => source.id === layer.id)?.files.get(file);
    work.add(document, editPapers(document.getText(), changes, read), { label: vscode.l10n.t('Catalogue'), needsConfirmation: false });
  }
}
