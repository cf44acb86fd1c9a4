// Measures Litshelf beside other programs, from a bare clone on: installs what is missing, builds for production, measures.
//   node scripts/bench.mjs [node] [editor] [bib] [citing] [--runs 5] [--sizes bundled,1000,10000,50000] [--peer <folder>]… [--profile] [--output <file>]
// node, editor: catalogues; bib, citing: .bib files and citing, in Node and in the editor. Without a word: everything; with some,
// the sections of the others stay in bench/RESULTS.md as they were. --peer names an unpacked extension that is measured beside ours; --profile leaves CPU profiles of
// the extension host in test-results/bench (the times are then worse). Writes bench/RESULTS.md, or the file named by --output.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { scratchFolder } from '../test/support/scratch.mjs';
import { buildBench } from './lib/bench-build.mjs';
import { installRivals } from './lib/bench-rivals.mjs';
import { installDependencies } from './lib/dependencies.mjs';
import { Failure, runMain } from './lib/failure.mjs';
import { runLimited } from './lib/run-limited.mjs';
import { installVscodeServer } from './lib/vscode-server-install.mjs';

const HALVES = ['node', 'editor', 'bib', 'citing'];
const LIMIT = 3 * 3600_000;
const USAGE = 'Usage: npm run bench -- [node] [editor] [bib] [citing] [--runs 5] [--sizes bundled,1000,10000,50000] [--peer <folder>]… [--profile] [--output <file>]';

await runMain(async () => {
  const args = readArguments();
  await installDependencies();
  if (args.editor) await installVscodeServer();
  const rivals = args.bib ? ['--rivals', await installRivals()] : [];
  const extension = scratchFolder('ext');
  const { main, built } = await buildBench(extension);
  return runLimited([main, ...args.passed, '--built', built, '--extension', extension, ...rivals], { limit: LIMIT });
});

function readArguments() {
  let parsed;
  try {
    parsed = parseArgs({ allowPositionals: true, options: { runs: { type: 'string' }, sizes: { type: 'string' }, peer: { type: 'string', multiple: true, default: [] }, profile: { type: 'boolean' }, output: { type: 'string' } } });
  } catch (error) {
    throw new Failure(error.message, USAGE);
  }
  const { values, positionals } = parsed;
  const unknown = positionals.find((word) => !HALVES.includes(word));
  if (unknown) throw new Failure(`There is no half "${unknown}".`, USAGE);
  if (values.runs !== undefined && !/^[1-9]\d*$/.test(values.runs)) throw new Failure(`--runs is "${values.runs}", not a number.`, USAGE);
  if (values.sizes !== undefined && !/^(bundled|[1-9]\d*)(,(bundled|[1-9]\d*))*$/.test(values.sizes)) throw new Failure(`--sizes is "${values.sizes}".`, USAGE);
  const peers = values.peer.map((folder) => path.resolve(folder));
  for (const folder of peers) if (!existsSync(path.join(folder, 'package.json'))) throw new Failure(`--peer: there is no package.json in ${folder}.`, 'Name the folder of an unpacked extension (the folder "extension" of a .vsix).');
  const asked = (half) => positionals.length === 0 || positionals.includes(half);
  const option = (name) => (values[name] === undefined ? [] : [`--${name}`, values[name]]);
  const passed = [...positionals, ...['runs', 'sizes', 'output'].flatMap(option), ...peers.flatMap((folder) => ['--peer', folder]), ...(values.profile ? ['--profile'] : [])];
  return { passed, editor: asked('editor') || asked('citing'), bib: asked('bib') };
}
