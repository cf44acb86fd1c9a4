/**
 * The port LocalFiles. VS Code reads the same files from the same disk, but asks its window before each look at one, and waits: a window
 * that is drawing the document which somebody just opened takes hundreds of milliseconds to answer.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import type { LocalFiles } from '../core/ports.js';

export const localFiles: LocalFiles = {
  stat: async (path) => {
    const found = await stat(path);
    return { mtime: found.mtimeMs, size: found.size, isFile: found.isFile() };
  },
  read: (path) => readFile(path),
  list: (folder) => readdir(folder),
};
