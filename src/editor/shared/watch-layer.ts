/** Watching a catalogue's folder, wherever it is; also for the folder itself going away and coming back. */
import * as vscode from 'vscode';
import type { LayerSource } from '../../core/catalogue/layer.js';
import type { Disposable } from '../../core/ports.js';
import { debounced } from './debounce.js';
import { Disposables } from './disposables.js';
import { catalogueFileIn, nameIn } from './layer-files.js';

/** Watches a folder of this machine beyond what VS Code does; names are relative to it, '' is the folder itself. */
export type WatchFolder = (path: string, onChange: (name: string) => void) => Disposable;

/** A burst of events (a checkout, a save that writes twice) is one change; well under the second that people are promised. */
export const settle = 120;

/**
 * Calls back with the names of changed catalogue files, or with undefined when the whole folder has to be looked at.
 * @param watchFolder an adapter of the host; none where there is no disk
 */
export function watchLayer(layer: LayerSource, watchFolder: WatchFolder | undefined, onChange: (names: readonly string[] | undefined) => void): Disposable {
  const disposables = new Disposables();
  const root = vscode.Uri.parse(layer.root);
  const pending = new Set<string>();
  const flush = debounced<null>(settle, () => '', () => {
    const names = [...pending];
    pending.clear();
    // an event for anything but a catalogue file is a folder that came, went or moved: look at all of it
    onChange(names.every((name) => catalogueFileIn(layer, vscode.Uri.joinPath(root, name)) !== undefined) ? names : undefined);
  });
  disposables.add(flush);
  const on = (uri: vscode.Uri) => {
    const name = uri.path === root.path ? undefined : nameIn(layer, uri);
    if (name !== undefined && name !== 'papers' && catalogueFileIn(layer, uri) === undefined) return;
    pending.add(name ?? '');
    flush.call(null);
  };
  if (watchFolder && root.scheme === 'file') disposables.add(watchFolder(root.fsPath, (name) => on(name === '' ? root : vscode.Uri.joinPath(root, name))));
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
