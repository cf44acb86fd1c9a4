// Runs one suite in this process, and leaves its result.json in the results folder. scripts/test.mjs starts it, with a time limit.
//   node scripts/suite.mjs unit|page|editor|ui|package <limit in milliseconds> [regular expression for the titles]
import path from 'node:path';
import { Failure, runMain } from './lib/failure.mjs';
import { resultsFolder, root } from './lib/paths.mjs';

/** Titles of tests that take long: megabytes, tens of thousands, two windows that wait for each other, a second opinion from another program, the largest properties. `npm test` runs them. */
const slow = 'megabyte|MB of|hostile text|large and hostile|three windows|five lists|thousand|150,000|never sends two|killed|clocks that differ|tells the other window|not taken over|citation-js|slow body|20 MB|invalid links|unknown keys|formatter says|false merge|same paper in any file|of the bundled papers|prints the same every|come back whole|seen enough|writes any title|come in one after|from every offset|else run meanwhile|any shape|leaves nothing to fix|twice changes nothing|pause does|all other bytes|lose nothing:|20 kB';

const [suite, limit, grep] = process.argv.slice(2);
const results = path.join(resultsFolder, suite ?? '');

const suites = {
  unit: () => mocha(10_000, true),
  page: () => mocha(30_000),
  ui: () => mocha(60_000),
  editor: async () => (await import('./lib/editor-tests.mjs')).runEditorTests({ results, grep, limit: Number(limit) }),
  package: async () => (await import('./lib/packaged-smoke.mjs')).runPackagedSmoke({ results }),
};

await runMain(async () => {
  const run = suites[suite];
  if (!run) throw new Failure(`There is no suite "${suite}".`, `Name one of ${Object.keys(suites).join(', ')}.`);
  const code = await run();
  // a timer or a socket that a test forgot must not keep the run from ending
  process.stdout.write('', () => process.exit(code));
});

async function mocha(timeout, parallel = false) {
  const { runMocha } = await import('../test/support/run-mocha.mjs');
  const { failed } = await runMocha({
    mocha: path.join(root, 'node_modules', 'mocha'),
    tests: path.join(root, 'out', 'test', suite),
    results,
    ...(process.env.LITSHELF_QUICK === '1' && !grep ? { grep: slow, invert: true } : { grep }),
    timeout,
    prepare: [path.join(root, 'test', 'support', 'steady-seed.mjs')],
    parallel,
    colour: process.stdout.isTTY || Boolean(process.env.FORCE_COLOR),
    print: (text) => console.log(text),
  });
  return failed > 0 ? 1 : 0;
}
