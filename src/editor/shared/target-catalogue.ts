/** Which catalogue is written to: the one that was chosen, else the workspace's, else the person is asked once. */
import * as vscode from 'vscode';
import { emptyConfig, type Layer, type LayerSource } from '../../core/catalogue/layer.js';
import { createCatalogue } from './create-catalogue.js';
import { findLayers } from './find-layers.js';
import type { House } from './house.js';
import { UserError } from './messages.js';

/** Where the choice is kept, per workspace. */
const chosenKey = 'litshelf.targetCatalogue';

/** @throws CancellationError when the person is asked and dismisses it */
export async function targetLayer(house: House): Promise<Layer> {
  return (await knownTarget(house)) ?? chooseTarget(house);
}

/** The same without asking: undefined where the person has yet to say. */
export async function knownTarget(house: House): Promise<Layer | undefined> {
  const writable = await writableLayers(house);
  const chosen = house.context.workspaceState.get<string>(chosenKey);
  return writable.find(({ source }) => source.id === chosen) ?? writable.find(({ source }) => source.kind === 'workspace');
}

/** The layer of one reader's own remarks. */
export async function personalLayer(house: House): Promise<Layer> {
  const layer = (await writableLayers(house)).find(({ source }) => source.kind === 'personal');
  if (!layer) throw new UserError(vscode.l10n.t('There is no personal catalogue. Set "litshelf.personalFolder" to a folder, or leave it empty.'));
  return layer;
}

/** Catalogues that can be written to, those that have no file yet included. */
export async function writableLayers(house: House): Promise<Layer[]> {
  const { layers } = await house.catalogue();
  const sources = (await findLayers(house.context)).filter(({ kind }) => kind !== 'bundled');
  return sources.map((source) => layers.find((layer) => layer.source.id === source.id) ?? emptyLayer(source));
}

function emptyLayer(source: LayerSource): Layer {
  return { source, config: emptyConfig, configProblems: [], files: new Map() };
}

/** Asks where papers go, and remembers it. @throws CancellationError when dismissed */
export async function chooseTarget(house: House): Promise<Layer> {
  const writable = await writableLayers(house);
  const folders = vscode.workspace.workspaceFolders ?? [];
  const without = folders.filter((folder) => !writable.some(({ source }) => source.kind === 'workspace' && source.root.startsWith(folder.uri.toString())));
  const items: (vscode.QuickPickItem & { choose(): Promise<Layer> })[] = [
    ...writable.map((layer) => ({
      label: layer.source.kind === 'personal' ? vscode.l10n.t('Personal catalogue') : layer.source.name,
      iconPath: new vscode.ThemeIcon(layer.source.kind === 'personal' ? 'account' : 'library'),
      detail: layer.source.kind === 'personal' ? vscode.l10n.t('For you alone, in every workspace') : vscode.l10n.t('In this workspace, to be shared through Git'),
      choose: () => Promise.resolve(layer),
    })),
    ...without.map((folder) => ({
      label: vscode.l10n.t('New catalogue in {0}', folder.name),
      iconPath: new vscode.ThemeIcon('new-folder'),
      detail: vscode.l10n.t('Makes the folder catalog/ with a catalog.yaml, to be shared through Git'),
      choose: async () => {
        const source = await createCatalogue(house, folder);
        return (await writableLayers(house)).find((layer) => layer.source.root === source) ?? chooseTarget(house);
      },
    })),
  ];
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Where Do Papers Go?'), placeHolder: vscode.l10n.t('Asked once; "Litshelf: Choose Catalogue…" changes it'), ignoreFocusOut: true });
  if (!picked) throw new vscode.CancellationError();
  const layer = await picked.choose();
  await house.context.workspaceState.update(chosenKey, layer.source.id);
  return layer;
}
