/** The library's ports over Node's file system, with the same work as the editor's: files, snapshots, SHA-256. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as yaml from '../../src/core/yaml/index.js';
import type { LibraryPorts } from '../../src/core/catalogue/layer-reader.js';
import type { LayerSource } from '../../src/core/catalogue/layer.js';
import { FileError, type Files } from '../../src/core/ports.js';

const files: Files = {
  list: async (folder) => (await readdir(folder, { withFileTypes: true })).map((entry) => ({ name: entry.name, kind: entry.isDirectory() ? 'folder' : 'file' })),
  readText: async (file) => {
    try {
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readFile(file));
    } catch (cause) {
      throw new FileError('unreadable', file, String(cause), { cause });
    }
  },
  join: (folder, name) => path.join(folder, name),
};

export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex');

/** @param snapshots the folder that keeps snapshots; none are kept without it */
export function diskPorts(snapshots?: string): LibraryPorts {
  const place = (key: string): string => path.join(snapshots ?? '', `${fingerprint(key).slice(0, 32)}.json`);
  return {
    files,
    fingerprint,
    yaml: () => Promise.resolve(yaml),
    cache: {
      get: async (key) => (snapshots === undefined ? undefined : await readFile(place(key), 'utf8').catch(() => undefined)),
      set: async (key, value) => {
        if (snapshots === undefined) return;
        await mkdir(snapshots, { recursive: true });
        await writeFile(place(key), value);
      },
    },
    clock: { now: () => performance.now(), pause: () => new Promise((resolve) => setImmediate(resolve)) },
    log: { info: () => undefined, warn: () => undefined },
  };
}

export function layerSource(root: string, kind: LayerSource['kind'] = 'workspace'): LayerSource {
  return { id: root, kind, name: kind, root };
}
