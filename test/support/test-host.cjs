'use strict';

// The launcher's own extensionTestsPath: runs the tests that were asked for, and says that they came to their end.
// VS Code alone reports success when the extension host dies, so that silence must count as failure.

const path = require('node:path');
const { pathToFileURL } = require('node:url');

/** @returns {Promise<{ run: Function }>} a module of either kind */
async function load(file) {
  try {
    return require(file);
  } catch (error) {
    if (error?.code !== 'ERR_REQUIRE_ESM') throw error;
    return import(pathToFileURL(file).href);
  }
}

/** VS Code knows two forms: `run(): Promise` and `run(testsRoot, callback)`. */
function start(run, file) {
  if (run.length < 2) return run();
  return new Promise((resolve, reject) => run(path.dirname(file), (error, failures) => error || failures ? reject(error ?? new Error(`${failures} tests failed`)) : resolve()));
}

exports.run = async () => {
  const file = process.env.LITSHELF_TESTS_PATH;
  const mark = process.env.LITSHELF_MARK;
  const tell = (outcome) => console.log(`${mark}${JSON.stringify(outcome)}`);
  try {
    await start((await load(file)).run, file);
    tell({ passed: true });
  } catch (error) {
    tell({ passed: false, reason: error instanceof Error ? error.message : String(error) });
    throw error;
  }
};
