import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { globSync } from './glob.mjs';
import { root } from './paths.mjs';
import { runLimited } from './run-limited.mjs';

/**
 * Builds the extension and what else the flags say.
 * @param {...('--tests' | '--production')} flags for esbuild.mjs
 * @throws {Failure} when it does not build; the errors have been printed
 */
export async function build(...flags) {
  if (flags.includes('--tests')) dropStaleTests();
  if (await runLimited(['esbuild.mjs', ...flags], { limit: 120_000 }) !== 0) throw new Failure('The build failed; see above.');
}

/** The bundle of a test that was renamed or deleted would run for ever. */
function dropStaleTests() {
  for (const bundle of globSync([path.join(root, 'out', 'test')], '.test.js')) {
    const source = path.join(root, path.relative(path.join(root, 'out'), bundle)).replace(/\.js$/, '.ts');
    if (!existsSync(source)) rmSync(bundle);
  }
}
