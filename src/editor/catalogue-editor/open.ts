/** The commands that open a file of a catalogue in its editor, or as text again. */
import * as vscode from 'vscode';
import { catalogueEditorId, commandIds } from '../../contributions.js';
import { configFile, type Layer } from '../../core/catalogue/layer.js';
import type { House } from '../shared/house.js';
import { exists } from '../shared/exists.js';
import { fileOf } from '../shared/layer-files.js';
import { UserError } from '../shared/messages.js';
import { papersFor } from '../shared/paper-arguments.js';
import { writableLayers } from '../shared/target-catalogue.js';
import type { Wanted } from './wanted.js';

/** @param given a file, as menus name it; without one a choice is offered @throws CancellationError when dismissed */
export async function openCatalogue(house: House, given: unknown): Promise<void> {
  const uri = given instanceof vscode.Uri ? given : await pickFile(house);
  await openInEditor(uri);
}

async function openInEditor(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('vscode.openWith', uri, catalogueEditorId);
}

async function pickFile(house: House): Promise<vscode.Uri> {
  const layers = (await writableLayers(house)).filter(({ files, config }) => files.size > 0 || config.title !== undefined || config.categories.length > 0);
  if (layers.length === 0) {
    const create = { title: vscode.l10n.t('Create Catalogue'), run: () => vscode.commands.executeCommand(commandIds.createCatalogue) };
    throw new UserError(vscode.l10n.t('There is no catalogue of your own to edit. The bundled one is read-only.'), [create]);
  }
  const items = layers.flatMap((layer) => filesOf(layer, layers.length > 1));
  const [only] = items.filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
  if (items.length === 1 && only?.uri) return only.uri;
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Edit Catalogue'), placeHolder: vscode.l10n.t('Which file?'), matchOnDescription: true });
  if (!picked?.uri) throw new vscode.CancellationError();
  return picked.uri;
}

function filesOf(layer: Layer, named: boolean): (vscode.QuickPickItem & { uri?: vscode.Uri })[] {
  const { source, files } = layer;
  const count = (papers: number) => (papers === 1 ? vscode.l10n.t('1 paper') : vscode.l10n.t('{0} papers', papers));
  const all = [...files.values()].reduce((sum, { entries }) => sum + entries.length, 0);
  return [
    ...(named ? [{ label: source.name, kind: vscode.QuickPickItemKind.Separator }] : []),
    ...[...files].map(([name, { entries }]) => ({ label: name, description: count(entries.length), iconPath: new vscode.ThemeIcon('table'), uri: fileOf(source, name) })),
    { label: configFile, description: vscode.l10n.t('categories, and all {0} to look at', count(all)), iconPath: new vscode.ThemeIcon('list-tree'), uri: fileOf(source, configFile) },
  ];
}

/** Opens the file that says most of a paper, with the paper selected. @throws CancellationError when the picker is dismissed; UserError for a paper that only the bundled catalogue has */
export async function openPaper(house: House, wanted: Wanted, first: unknown, rest: unknown): Promise<void> {
  const [shelved] = await papersFor(house, vscode.l10n.t('Edit Paper'), first, rest);
  const place = shelved?.places.toReversed().find(({ layer }) => layer.kind !== 'bundled');
  if (!shelved) return;
  const key = shelved.paper.id;
  if (!place) {
    const copy = {
      title: vscode.l10n.t('Copy to My Catalogue'),
      run: async () => {
        await vscode.commands.executeCommand(commandIds.copyToCatalogue, { key });
        const there = house.library.catalogue.get(key)?.places.some(({ layer }) => layer.kind !== 'bundled');
        if (there === true) await vscode.commands.executeCommand(commandIds.editPaper, { key });
      },
    };
    throw new UserError(vscode.l10n.t('{0} belongs to the bundled catalogue, which is read-only. A copy in a catalogue of your own can be edited.', key), [copy]);
  }
  const uri = fileOf(place.layer, place.file);
  if (!(await exists(uri))) throw new UserError(vscode.l10n.t('{0} is gone.', vscode.workspace.asRelativePath(uri)));
  wanted.want(uri, place.fields.id);
  await openInEditor(uri);
}

/** Opens the file of the editor in front as text. */
export async function openAsText(): Promise<void> {
  const { activeTab } = vscode.window.tabGroups.activeTabGroup;
  const input = activeTab?.input;
  if (!(input instanceof vscode.TabInputCustom) || input.viewType !== catalogueEditorId) throw new UserError(vscode.l10n.t('Only the catalogue editor has a text to switch to.'));
  await vscode.commands.executeCommand('vscode.openWith', input.uri, 'default');
}
