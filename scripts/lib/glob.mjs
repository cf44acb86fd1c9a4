import { readdirSync, existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Every file under the given folders whose name ends so, with forward slashes, sorted. Folders that do not exist are passed over.
 * (Node's own `fs.globSync` is not in Node 20.)
 * @param {string[]} folders @param {string} ending @returns {string[]}
 */
export function globSync(folders, ending) {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.posix.join(folder, name.split(path.sep).join('/'))))
    .filter((file) => file.endsWith(ending) && !file.endsWith('.d.ts') && !file.includes('/fixtures/'))
    .sort();
}
