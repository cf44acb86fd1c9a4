import { build } from 'esbuild';
import { cpSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { root } from './paths.mjs';
import { spawnSync } from 'node:child_process';

/** What the build reads, relative to the folder it runs in. */
const READ = ['src', 'catalog', 'media'];
/** What it makes there that does not ship. */
const MADE = ['out'];

/**
 * Bundles the measurements into out/bench-run, and builds the extension for production in a folder of its own, so that
 * nothing changes under a long measurement and dist/ stays as it is.
 * @param {string} extension an empty folder
 * @returns {Promise<{ main: string, built: string }>} the program to run, and the folder of all bundles
 */
export async function buildBench(extension) {
  const built = path.join(root, 'out', 'bench-run');
  rmSync(built, { recursive: true, force: true });
  const common = { absWorkingDir: root, bundle: true, platform: 'node', target: 'node20', outdir: built, outbase: root, mainFields: ['module', 'main'], logLevel: 'warning' };
  const requires = { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" };
  await Promise.all([
    build({ ...common, entryPoints: ['bench/main.ts'], format: 'esm', packages: 'external', outExtension: { '.js': '.mjs' } }),
    // everything in it, as in what ships
    build({ ...common, entryPoints: ['bench/node/child.ts', 'bench/bib/child.ts'], format: 'esm', banner: requires, outExtension: { '.js': '.mjs' } }),
    build({ ...common, entryPoints: ['bench/editor/probe.ts', 'bench/editor/floor.ts', 'bench/editor/citing-floor.ts'], format: 'cjs', external: ['vscode'] }),
  ]);
  buildExtension(extension);
  return { main: path.join(built, 'bench', 'main.mjs'), built };
}

/** By the project's own build, run in the given folder. */
function buildExtension(folder) {
  for (const name of READ) symlinkSync(path.join(root, name), path.join(folder, name));
  const { status } = spawnSync(process.execPath, [path.join(root, 'esbuild.mjs'), '--production'], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Failure('The extension could not be built; see above.');
  for (const name of [...READ, ...MADE]) rmSync(path.join(folder, name), { recursive: true, force: true });
  for (const name of ['media', ...readdirSync(root).filter((file) => /^package(\.nls.*)?\.json$/.test(file))]) cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
}
