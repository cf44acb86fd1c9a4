// Runs the tests, from a bare clone on: installs what is missing, builds, and runs the suites.
//   node scripts/test.mjs [types] [lint] [wall] [unit] [page] [editor] [ui] [package] [--grep <regular expression>]
// Without a name: all of them. A suite that fails does not keep the later ones from running. Logs and screenshots are left in
// test-results/. The last line is "N passed, N failed"; the exit code is 0 only when nothing failed and something ran.
import { parseArgs } from 'node:util';
import { build } from './lib/build.mjs';
import { installDependencies } from './lib/dependencies.mjs';
import { Failure, runMain } from './lib/failure.mjs';
import { runSuite, suites } from './lib/suites.mjs';
import { installVscodeServer, whyNoServer } from './lib/vscode-server-install.mjs';

const total = { passed: 0, failed: 0, notes: [] };

await runMain(async () => {
  const { names, grep } = readArguments();
  try {
    await prepare(names);
    for (const name of names) await runOne(name, grep);
    if (total.passed + total.failed === 0) fail('no test ran');
  } catch (error) {
    fail(error instanceof Failure ? error.message : error.stack);
  }
  for (const note of total.notes) console.log(`✘ ${note}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
});

function readArguments() {
  const known = Object.keys(suites);
  let parsed;
  try {
    parsed = parseArgs({ allowPositionals: true, options: { grep: { type: 'string', short: 'g' } } });
    new RegExp(parsed.values.grep ?? '');
  } catch (error) {
    throw new Failure(error.message, `Usage: npm test -- [${known.join('|')}]… [--grep <regular expression>]`);
  }
  const unknown = parsed.positionals.find((name) => !known.includes(name));
  if (unknown) throw new Failure(`There is no suite "${unknown}".`, `The suites are ${known.join(', ')}.`);
  const asked = parsed.positionals.length > 0 ? known.filter((name) => parsed.positionals.includes(name)) : runnable(known);
  // the inner loop tries properties less often and leaves tests of sheer size out; `npm test` runs all in full
  if (asked.length === 1 && asked[0] === 'unit') {
    process.env.LITSHELF_RUNS ??= '0.04';
    process.env.LITSHELF_QUICK ??= '1';
  }
  return { names: asked, grep: parsed.values.grep };
}

/** All suites, but for those that only the VS Code server can run where there is none. Asked for by name, they say why they fail. */
function runnable(known) {
  const reason = whyNoServer();
  if (reason) console.log(`without the suites page, ui and package: ${reason}`);
  return known.filter((name) => !reason || (name !== 'page' && name !== 'ui' && name !== 'package'));
}

async function prepare(names) {
  await installDependencies();
  const desktopOnly = names.every((name) => !suites[name].server || name === 'editor') && (process.env.LITSHELF_VSCODE === 'desktop' || whyNoServer());
  if (names.some((name) => suites[name].server) && !desktopOnly) await installVscodeServer();
  if (names.some((name) => suites[name].build)) await build('--tests');
}

async function runOne(name, grep) {
  const began = Date.now();
  console.log(`\n── ${name} ──`);
  const { passed, failed, notes } = await runSuite(name, grep);
  total.passed += passed;
  total.failed += failed;
  total.notes.push(...notes);
  console.log(`${failed > 0 ? '✘' : '✔'} ${name}: ${passed} passed, ${failed} failed, ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

function fail(note) {
  total.failed += 1;
  total.notes.push(note);
}
