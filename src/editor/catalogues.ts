/** Which catalogues there are, and keeping the library in step with their files, open documents and settings. */
import * as vscode from 'vscode';
import { commandIds, settingKeys } from '../contributions.js';
import type { LayerSource } from '../core/catalogue/layer.js';
import type { Disposable } from '../core/ports.js';
import { Disposables } from './shared/disposables.js';
import { findLayers } from './shared/find-layers.js';
import type { House } from './shared/house.js';
import { catalogueFileIn, nameIn } from './shared/layer-files.js';
import { onSettingChange } from './shared/settings.js';

/** A burst of events (a checkout, a save that writes twice) is one change; well under the second that people are promised. */
const settle = 120;

export interface Catalogues extends Disposable {
  /** Finds the catalogues and reads them; resolves when all are read. */
  open(): Promise<void>;
}

export function registerCatalogues(house: Pick<House, 'context' | 'library' | 'messages' | 'log'>): Catalogues {
  const disposables = new Disposables();
  const { library, messages } = house;
  let layers: readonly LayerSource[] = [];
  let watchers = disposables.add(new Disposables());
  let opened: Promise<void> | undefined;

  const find = async () => {
    layers = await findLayers(house.context);
    watchers.dispose();
    watchers = disposables.add(new Disposables());
    for (const layer of layers) if (layer.kind !== 'bundled') watchers.add(watch(layer, (names) => library.refresh(layer.id, names), messages));
    const work = library.setLayers(layers);
    for (const document of vscode.workspace.textDocuments) onText(document);
    await work;
  };
  const onText = (document: vscode.TextDocument) => {
    for (const layer of layers) {
      const name = layer.kind === 'bundled' ? undefined : catalogueFileIn(layer, document.uri);
      // only a text that differs from the disk has to be told; the disk's is read anyway
      if (name !== undefined) messages.run(vscode.l10n.t('Reading {0}', name), () => library.setOpenText(layer.id, name, document.isClosed || !document.isDirty ? undefined : document.getText()));
    }
  };
  const later = debounced<vscode.TextDocument>(settle, (document) => document.uri.toString(), onText);
  disposables.add(later);
  disposables.add(vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0 && layers.some((layer) => catalogueFileIn(layer, document.uri) !== undefined)) later.call(document);
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
        opened ??= find();
        await opened;
        await find();
        for (const layer of layers) await library.refresh(layer.id);
        messages.done(vscode.l10n.t('Read {0} papers', library.catalogue.papers.length));
      })),
  );

  return {
    open: () => (opened ??= find()),
    dispose: () => disposables.dispose(),
  };
}

/** Watches a catalogue's folder, wherever it is; also for the folder itself going away and coming back. */
function watch(layer: LayerSource, refresh: (names: readonly string[] | undefined) => Promise<void>, messages: House['messages']): Disposable {
  const disposables = new Disposables();
  const root = vscode.Uri.parse(layer.root);
  const pending = new Set<string>();
  const flush = debounced<null>(settle, () => '', () => {
    const names = [...pending];
    pending.clear();
    // an event for anything but a catalogue file is a folder that came, went or moved: look at all of it
    messages.run(vscode.l10n.t('Reading {0}', layer.name), () => refresh(names.every((name) => catalogueFileIn(layer, vscode.Uri.joinPath(root, name)) !== undefined) ? names : undefined));
  });
  disposables.add(flush);
  const on = (uri: vscode.Uri) => {
    const name = nameIn(layer, uri);
    if (name !== undefined && name !== 'papers' && catalogueFileIn(layer, uri) === undefined) return;
    pending.add(name ?? '');
    flush.call(null);
  };
  const folder = vscode.workspace.getWorkspaceFolder(root);
  const inside = folder ? folder.uri.path.length : 0;
  const prefix = folder ? root.path.slice(inside).replace(/^\//u, '') : '';
  const patterns = folder
    ? [new vscode.RelativePattern(folder, join(prefix, '{catalog.yaml,papers,papers/*}')), ...(prefix === '' ? [] : [new vscode.RelativePattern(folder, prefix)])]
    : [new vscode.RelativePattern(root, '{catalog.yaml,papers}'), new vscode.RelativePattern(vscode.Uri.joinPath(root, 'papers'), '*')];
  for (const pattern of patterns) {
    const watcher = disposables.add(vscode.workspace.createFileSystemWatcher(pattern));
    disposables.add(watcher.onDidCreate(on));
    disposables.add(watcher.onDidChange(on));
    disposables.add(watcher.onDidDelete(on));
  }
  return disposables;
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

interface Debounced<T> extends Disposable {
  call(value: T): void;
}

/** Calls back once a key has been quiet for a while, with its last value. */
function debounced<T>(milliseconds: number, keyOf: (value: T) => string, callback: (value: T) => void): Debounced<T> {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  return {
    call: (value) => {
      const key = keyOf(value);
      clearTimeout(timers.get(key));
      timers.set(key, setTimeout(() => {
        timers.delete(key);
        callback(value);
      }, milliseconds));
    },
    dispose: () => {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
