/**
 * Watches a catalogue's folder on this machine's disk, besides VS Code's own watcher, which on Linux never sees into a folder
 * that appears together with its parent, as a checkout makes them.
 */
import { watch, type FSWatcher } from 'node:fs';
import path from 'node:path';
import type { Disposable } from '../core/ports.js';

/** Calls back with names relative to the folder; '' for the folder itself. Folders that come later are watched when they come. */
export function watchFolder(root: string, onChange: (name: string) => void): Disposable {
  const watchers = new Map<string, FSWatcher>();
  let disposed = false;

  const arm = (folder: string, nameOf: (entry: string) => string | undefined) => {
    if (disposed || watchers.has(folder)) return;
    try {
      const watcher = watch(folder, { persistent: false }, (_event, entry) => {
        const name = entry === null ? '' : nameOf(entry);
        if (name === undefined) return;
        if (name === '' || name === 'papers') rearm();
        onChange(name);
      });
      watchers.set(folder, watcher);
      const drop = () => {
        watcher.close();
        if (watchers.get(folder) === watcher) watchers.delete(folder);
      };
      watcher.on('error', drop);
    } catch {
      // it is not there (yet), or may not be watched: its parent tells when it comes, and VS Code's watcher is the other one
    }
  };
  const armAll = () => {
    arm(path.dirname(root), (entry) => (entry === path.basename(root) ? '' : undefined));
    arm(root, (entry) => entry);
    arm(path.join(root, 'papers'), (entry) => `papers/${entry}`);
  };
  /** A folder that went and came back is another one: the old watcher would stay silent. */
  const rearm = () => {
    for (const folder of [root, path.join(root, 'papers')]) {
      watchers.get(folder)?.close();
      watchers.delete(folder);
    }
    armAll();
  };
  armAll();
  return {
    dispose: () => {
      disposed = true;
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}
