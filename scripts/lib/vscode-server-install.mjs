import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { removeFolder } from '../../test/support/process-group.mjs';
import { SERVER_FOLDER, VSCODE_VERSION, serverFiles } from '../../test/support/vscode-server-files.mjs';
import { unpackChromium } from './chromium-unpack.mjs';
import { Failure, diskFull } from './failure.mjs';
import { withLock } from './install-lock.mjs';
import { runNpm } from './npm.mjs';
import { root, vscodeFolder } from './paths.mjs';
import { dropUnused, unpackServer } from './vscode-server-parts.mjs';

const RECIPE = path.join(root, 'scripts', 'vscode-server');
/** The scripts count as well: a change of what is kept must reach those who installed before. */
const MADE_BY = ['vscode-server-parts.mjs', 'chromium-unpack.mjs'].map((name) => path.join(root, 'scripts', 'lib', name));
const NEEDED_BYTES = 900e6;

/**
 * What keeps this machine from running the VS Code server, or undefined when nothing does.
 * @returns {string | undefined}
 */
export function whyNoServer() {
  const here = `${process.platform}-${process.arch}`;
  if (here !== 'linux-x64') return `this is ${here}, and the VS Code server of this project is made of linux-x64 packages`;
  if (!process.report?.getReport().header.glibcVersionRuntime) return 'this Linux has no glibc (Alpine?), and the packages of the VS Code server need it';
  return undefined;
}

/**
 * Makes sure that the VS Code server, its Node and a Chromium are installed in `.vscode-test`, and says where.
 * An installation that is complete and was made from the same recipe is used as it is.
 * @param {(message: string) => void} [say] told about progress, one line each
 * @throws {Failure} on an unsupported platform, without network, or on a full disk
 */
export async function installVscodeServer(say = console.log) {
  const files = serverFiles(path.join(vscodeFolder, SERVER_FOLDER));
  const recipe = recipeDigest();
  if (isComplete(files, recipe)) return files;
  const reason = whyNoServer();
  if (reason) throw new Failure(`The VS Code server cannot be installed: ${reason}.`, 'Use a desktop VS Code: "npm start -- --desktop" and "LITSHELF_VSCODE=desktop npm run test:editor".');
  await withLock(`${files.folder}.lock`, say, async () => {
    // somebody else may have installed it while we waited
    if (!isComplete(files, recipe)) await install(files, recipe, say);
  });
  return files;
}

function isComplete(files, recipe) {
  return existsSync(files.marker) && readFileSync(files.marker, 'utf8') === recipe;
}

/** Everything is made in a sibling folder that is renamed at the end, so that no half installation can be taken for a whole one. */
async function install(files, recipe, say) {
  const began = Date.now();
  const started = `${files.folder}.part-`;
  for (const name of readdirSync(vscodeFolder)) {
    const old = path.join(vscodeFolder, name);
    // we hold the lock: whoever made these is gone; an npm that outlived it may still write for a moment, and is left to the next time
    if (old.startsWith(started)) removeFolder(old);
  }
  checkDisk();
  const folder = `${started}${process.pid}`;
  try {
    say(`installing VS Code ${VSCODE_VERSION} as a server into ${path.relative(root, files.folder)} (once; about 180 MB from npm, 580 MB on disk)`);
    mkdirSync(folder);
    cpSync(RECIPE, folder, { recursive: true });
    say('  1/4 packages that the server needs, and Node 24');
    await runNpm(['ci', '--ignore-scripts'], { cwd: folder, purpose: 'install the packages of the VS Code server' });
    say('  2/4 the server itself');
    await unpackServer(folder);
    say('  3/4 Chromium and fonts');
    unpackChromium(path.join(folder, 'node_modules'), path.join(folder, 'chromium'));
    dropUnused(path.join(folder, 'node_modules'));
    say('  4/4 checking');
    checkVersion(serverFiles(folder));
    writeFileSync(serverFiles(folder).marker, recipe);
    rmSync(files.folder, { recursive: true, force: true });
    renameSync(folder, files.folder);
  } catch (error) {
    removeFolder(folder);
    // tar reports a full disk in words
    if (error.code === 'ENOSPC' || /No space left on device/.test(String(error.stderr ?? ''))) throw diskFull(vscodeFolder);
    throw error;
  }
  say(`  installed in ${Math.round((Date.now() - began) / 1000)} s`);
}

function checkDisk() {
  const { bavail, bsize } = statfsSync(vscodeFolder);
  const free = Number(bavail) * Number(bsize);
  if (free < NEEDED_BYTES) throw new Failure(`The VS Code server needs about ${NEEDED_BYTES / 1e6} MB in ${vscodeFolder}, and ${Math.floor(free / 1e6)} MB are free.`, 'Free some space and run the same command again.');
}

function checkVersion(files) {
  const { version } = JSON.parse(readFileSync(path.join(files.folder, 'vscode', 'package.json'), 'utf8'));
  if (version !== VSCODE_VERSION) throw new Failure(`The unpacked server is VS Code ${version}, expected ${VSCODE_VERSION}.`, 'Bring test/support/vscode-server-files.mjs and scripts/lib/vscode-server-parts.mjs in step.');
}

/** A digest of all that decides what the installation looks like. */
function recipeDigest() {
  const digest = createHash('sha256');
  for (const file of [path.join(RECIPE, 'package.json'), path.join(RECIPE, 'package-lock.json'), path.join(RECIPE, 'spdlog', 'index.js'), path.join(RECIPE, 'native-watchdog', 'index.js'), ...MADE_BY]) {
    digest.update(readFileSync(file));
  }
  return digest.digest('hex');
}
