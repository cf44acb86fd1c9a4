// Makes the installable package dist-vsix/litshelf-<version>.vsix and prints its size; fails when it is too big.
//   node scripts/package.mjs
import path from 'node:path';
import { installDependencies } from './lib/dependencies.mjs';
import { runMain } from './lib/failure.mjs';
import { root } from './lib/paths.mjs';
import { makeVsix, megabytes } from './lib/vsix.mjs';

await runMain(async () => {
  await installDependencies();
  const { file, size, contents } = await makeVsix();
  console.log(contents);
  console.log(`${path.relative(root, file)}: ${megabytes(size)}`);
});
