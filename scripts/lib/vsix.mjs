import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { Failure } from './failure.mjs';
import { root } from './paths.mjs';

/** Ignored by Git; holds the packages that were made. */
const FOLDER = 'dist-vsix';
/** An extension that people install in a moment: what makes the package bigger has to argue for it. */
const LARGEST = 1.5e6;

/**
 * Builds the extension for production and packages it.
 * @param {{ largest?: number }} [options] in bytes
 * @returns {Promise<{ file: string, size: number, contents: string }>} the package, its bytes, and vsce's list of what is in it
 * @throws {Failure} when it does not build, cannot be packaged, or is too big
 */
export async function makeVsix({ largest = LARGEST } = {}) {
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const file = path.join(root, FOLDER, `${name}-${version}.vsix`);
  await build('--production');
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const contents = await vsce(['package', '--no-dependencies', '-o', file]);
  const { size } = statSync(file);
  if (size > largest) throw new Failure(`The package has ${megabytes(size)}, more than the ${megabytes(largest)} it may have.\n${contents}`, 'See above what is in it; .vscodeignore says what goes in.');
  return { file, size, contents };
}

export const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;

function vsce(args) {
  const program = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  return new Promise((resolve, reject) => {
    // without an input vsce asks no questions
    const child = spawn(process.execPath, [program, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, FORCE_COLOR: '0' } });
    let output = '';
    child.stdout.on('data', (chunk) => { output += chunk; });
    child.stderr.on('data', (chunk) => { output += chunk; });
    child.once('close', (code) => code === 0 ? resolve(output.trim()) : reject(new Failure(`vsce could not package the extension:\n${output.trim()}`, 'Correct what it names, in package.json or .vscodeignore.')));
  });
}
