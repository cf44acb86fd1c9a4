import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';

/**
 * Runs bundled test files with mocha in this process.
 * While they run, `results`/current-test.txt names the test; at the end `results`/result.json holds
 * `{ passed, failed, pending, failures: [{ title, file, message, stack }] }`. A run that wrote no result has failed.
 * @param {object} options
 * @param {string} options.mocha the folder of the mocha package
 * @param {string} options.tests the folder of bundled tests
 * @param {string} options.results
 * @param {string} [options.grep] a regular expression
 * @param {boolean} [options.invert] run what does not match it
 * @param {number} options.timeout milliseconds for each test
 * @param {readonly string[]} [options.prepare] modules that are loaded before the tests, in each process
 * @param {boolean} [options.parallel] each file in a process of its own, as many at once as there are cores
 * @param {boolean} [options.colour]
 * @param {(line: string) => void} options.print
 * @returns {Promise<{ passed: number, failed: number, pending: number }>}
 */
export async function runMocha({ mocha: mochaFolder, tests, results, grep, invert = false, timeout, prepare = [], parallel = false, colour = false, print }) {
  const { default: Mocha } = await import(pathToFileURL(path.join(mochaFolder, 'index.js')).href);
  const { Base } = Mocha.reporters;
  Base.consoleLog = (...args) => print(format(...args));
  Base.useColors = colour;
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout, slow: timeout / 4, grep: grep ? new RegExp(grep) : undefined, invert, forbidOnly: Boolean(process.env.CI) && !parallel, parallel, jobs: availableParallelism(), require: prepare });
  for (const file of testFiles(tests)) mocha.addFile(file);
  // processes of their own are prepared by mocha
  if (!parallel) {
    for (const module of prepare) await import(pathToFileURL(module).href);
    await mocha.loadFilesAsync();
  }

  mkdirSync(results, { recursive: true });
  const failures = [];
  const stats = await new Promise((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
    // written at once, so that a test that never yields is named
    runner.on('test', (test) => writeFileSync(path.join(results, 'current-test.txt'), test.fullTitle()));
    runner.on('fail', (test, error) => failures.push({ title: test.fullTitle(), file: test.file, message: String(error?.message ?? error), stack: error?.stack }));
  });
  const summary = { passed: stats.passes, failed: stats.failures, pending: stats.pending, failures };
  writeFileSync(path.join(results, 'result.json'), JSON.stringify(summary, null, 2));
  return summary;
}

function testFiles(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.test\.m?js$/.test(name)).sort().map((name) => path.join(folder, name));
}
