import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './install-lock.mjs';
import { runNpm } from './npm.mjs';
import { root, vscodeFolder } from './paths.mjs';

/**
 * Installs the development packages when node_modules is missing or not what package-lock.json says.
 * @param {(message: string) => void} say
 * @throws {import('./failure.mjs').Failure} when npm cannot
 */
export async function installDependencies(say = console.log) {
  if (inStep()) return;
  await withLock(path.join(vscodeFolder, 'node_modules.lock'), say, async () => {
    if (inStep()) return;
    say('installing the development packages (npm ci)');
    // what npm would notice last: a folder that an interrupted run left behind
    rmSync(path.join(root, 'node_modules', '.package-lock.json'), { force: true });
    await runNpm(['ci', '--ignore-scripts'], { cwd: root, purpose: 'install the development packages' });
  });
}

/** npm writes node_modules/.package-lock.json at the very end of an installation: it says what is really there. */
function inStep() {
  const installed = packages(path.join(root, 'node_modules', '.package-lock.json'));
  const wanted = packages(path.join(root, 'package-lock.json'));
  if (!installed || !wanted) return false;
  // optional ones belong to other platforms
  return Object.entries(wanted).every(([place, { version, optional }]) => place === '' || (installed[place] ? installed[place].version === version : optional === true));
}

function packages(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : undefined;
}
