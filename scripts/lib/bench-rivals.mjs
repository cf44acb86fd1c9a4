import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './install-lock.mjs';
import { runNpm } from './npm.mjs';
import { root, vscodeFolder } from './paths.mjs';

const recipe = path.join(root, 'bench', 'rivals');

/**
 * Installs what .bib files are measured beside, in a folder of its own: none of it is a dependency of the project.
 * @param {(message: string) => void} [say]
 * @returns {Promise<string>} the folder
 */
export async function installRivals(say = console.log) {
  const folder = path.join(vscodeFolder, 'bench-rivals');
  if (inStep(folder)) return folder;
  await withLock(`${folder}.lock`, say, async () => {
    if (inStep(folder)) return;
    say('installing the programs to measure beside (npm ci)');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    cpSync(recipe, folder, { recursive: true });
    await runNpm(['ci', '--ignore-scripts'], { cwd: folder, purpose: 'install the programs to measure beside' });
  });
  return folder;
}

function inStep(folder) {
  const same = (name) => existsSync(path.join(folder, name)) && readFileSync(path.join(folder, name), 'utf8') === readFileSync(path.join(recipe, name), 'utf8');
  return same('package.json') && same('package-lock.json') && existsSync(path.join(folder, 'node_modules', '.package-lock.json'));
}
