/** Which catalogues there are, and keeping the library in step with their files, open documents and settings. */
import * as vscode from 'vscode';
import { commandIds, settingKeys } from '../contributions.js';
import { configFile, type LayerSource } from '../core/catalogue/layer.js';
import type { Disposable } from '../core/ports.js';
import { Disposables } from './shared/disposables.js';
import { findLayers } from './shared/find-layers.js';
import type { House } from './shared/house.js';
import { debounced } from './shared/debounce.js';
import { catalogueFileIn } from './shared/layer-files.js';
import { onSettingChange } from './shared/settings.js';
import { settle, watchLayer, type WatchFolder } from './shared/watch-layer.js';

export interface Catalogues extends Disposable {
  /** Finds the catalogues and reads them; resolves when all are read. */
  open(): Promise<void>;
  /** Whether all have been read once. */
  readonly ready: boolean;
}

export function registerCatalogues(house: Pick<House, 'context' | 'library' | 'messages' | 'log'>, watchFolder?: WatchFolder): Catalogues {
  const disposables = new Disposables();
  const { library, messages } = house;
  let layers: readonly LayerSource[] = [];
  let watchers = new Disposables();
  disposables.add({ dispose: () => watchers.dispose() });
  let opened: Promise<void> | undefined;

  const find = async () => {
    const found = await findLayers(house.context);
    if (opened && sameLayers(found, layers)) return;
    layers = found;
    watchers.dispose();
    watchers = new Disposables();
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      if (watchFolder && uri.scheme === 'file') watchers.add(watchFolder(vscode.Uri.joinPath(uri, 'catalog').fsPath, (name) => (name === '' || name === configFile ? birth.call(uri) : undefined)));
    }
    for (const layer of layers) if (layer.kind !== 'bundled') watchers.add(watchLayer(layer, watchFolder, (names) => messages.run(vscode.l10n.t('Reading {0}', layer.name), () => library.refresh(layer.id, names))));
    const work = library.setLayers(layers);
    for (const document of vscode.workspace.textDocuments) onText(document);
    await work;
  };
  const tell = ({ uri }: vscode.TextDocument, text: string | undefined) => {
    for (const layer of layers) {
      const name = layer.kind === 'bundled' ? undefined : catalogueFileIn(layer, uri);
      if (name !== undefined) messages.run(vscode.l10n.t('Reading {0}', name), () => library.setOpenText(layer.id, name, text));
    }
  };
  // only a text that differs from the disk has to be told; the disk's is read anyway
  const onText = (document: vscode.TextDocument) => tell(document, document.isClosed || !document.isDirty ? undefined : document.getText());
  const later = debounced<vscode.TextDocument>(settle, (document) => document.uri.toString(), onText);
  disposables.add(later);
  // a single change does not wait, nor for VS Code to find that the document is dirty; while somebody types, what follows does
  const onChange = (document: vscode.TextDocument) => {
    if (later.call(document)) tell(document, document.getText());
  };
  disposables.add(vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0 && layers.some((layer) => catalogueFileIn(layer, document.uri) !== undefined)) onChange(document);
  }));
  disposables.add(vscode.workspace.onDidSaveTextDocument(onText));
  disposables.add(vscode.workspace.onDidCloseTextDocument(onText));

  const findAgain = () => {
    if (opened) messages.run(vscode.l10n.t('Looking for catalogues'), find);
  };
  disposables.add(vscode.workspace.onDidChangeWorkspaceFolders(findAgain));
  disposables.add(onSettingChange([settingKeys.catalogues, settingKeys.bundledCatalogue, settingKeys.personalFolder], findAgain));
  // a catalogue may appear in (or vanish from) a folder that had none
  const births = disposables.add(vscode.workspace.createFileSystemWatcher('**/catalog.yaml', false, true, false));
  const birth = debounced<vscode.Uri>(settle, () => '', findAgain);
  disposables.add(birth);
  disposables.add(births.onDidCreate((uri) => birth.call(uri)));
  disposables.add(births.onDidDelete((uri) => birth.call(uri)));

  disposables.add(
    vscode.commands.registerCommand(commandIds.reloadCatalogues, () =>
      messages.run(vscode.l10n.t('Reloading the catalogues'), async () => {
        await (opened ??= find());
        await find();
        for (const layer of layers) await library.refresh(layer.id);
        messages.done(vscode.l10n.t('Read {0} papers', library.catalogue.papers.length));
      })),
  );

  let ready = false;
  return {
    open: async () => {
      await (opened ??= find());
      ready = true;
    },
    get ready() {
      return ready;
    },
    dispose: () => disposables.dispose(),
  };
}

function sameLayers(a: readonly LayerSource[], b: readonly LayerSource[]): boolean {
  return a.length === b.length && a.every((layer, at) => layer.id === b[at]?.id && layer.name === b[at].name);
}
