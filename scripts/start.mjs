// Opens VS Code with Litshelf on a sample paper, from a bare clone on: installs what is missing and builds first.
//   npm start                    the desktop VS Code when `code` is on the PATH, else VS Code in the browser
//   npm start -- --desktop       a desktop VS Code of its own, downloaded once
//   npm start -- --server        VS Code in the browser, served on this machine only
//     --port <number>            on this port (any free one otherwise)
//     --no-open                  prints the address and opens nothing
//   npm start -- <folder>        on this folder instead of the sample
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './lib/build.mjs';
import { installDependencies } from './lib/dependencies.mjs';
import { Failure, runMain } from './lib/failure.mjs';
import { root, vscodeFolder } from './lib/paths.mjs';
import { startDesktop, startInstalledDesktop } from './lib/start-desktop.mjs';
import { startInBrowser } from './lib/start-server.mjs';

await runMain(async () => {
  const wish = readArguments();
  if (Number(process.versions.node.split('.')[0]) < 20) throw new Failure(`This is Node ${process.versions.node}.`, 'Install Node.js 20 or newer.');
  await installDependencies();
  const folder = wish.folder ?? sample();
  // the sample is our own; about somebody's folder VS Code asks
  const serve = () => startInBrowser({ ...wish, folder, trusted: !wish.folder });
  if (wish.server) return serve();
  await build();
  if (wish.desktop) return startDesktop(folder);
  return await startInstalledDesktop(folder) ? 0 : serve();
});

function readArguments() {
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: { desktop: { type: 'boolean' }, server: { type: 'boolean' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
    });
  } catch (error) {
    throw new Failure(error.message, 'Usage: npm start -- [--desktop | --server] [--port <number>] [--no-open] [<folder>]');
  }
  const { values, positionals } = parsed;
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) throw new Failure(`"${values.port}" is not a port.`, 'Give a number from 1 to 65535, for instance --port 8080.');
  const folder = positionals[0] === undefined ? undefined : path.resolve(positionals[0]);
  if (folder && !existsSync(folder)) throw new Failure(`There is no folder ${folder}.`, 'Name one that exists, or none for the sample.');
  return { folder, port, desktop: values.desktop, server: !values.desktop && Boolean(values.server ?? values['no-open'] ?? values.port), open: !values['no-open'] };
}

/** A copy, made once: people write in it, and find it again the next time. */
function sample() {
  const copy = path.join(vscodeFolder, 'sample');
  if (!existsSync(copy)) cpSync(path.join(root, 'test', 'fixtures', 'sample'), copy, { recursive: true });
  return copy;
}
