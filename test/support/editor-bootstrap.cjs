'use strict';

// The extensionTestsPath of the editor suite: runs the bundled tests with mocha inside the extension host.
// Environment: LITSHELF_GREP filters by title, LITSHELF_RESULTS is where results go, LITSHELF_MARK begins every line when the
// launcher sorts our lines out of the console; a desktop VS Code passes the console on as it is.

const path = require('node:path');
const { pathToFileURL } = require('node:url');

const root = path.join(__dirname, '..', '..');

exports.run = async () => {
  const { runMocha } = await import(pathToFileURL(path.join(__dirname, 'run-mocha.mjs')).href);
  const mark = process.env.LITSHELF_MARK ? `${process.env.LITSHELF_MARK} ` : '';
  const { passed, failed } = await runMocha({
    mocha: path.join(root, 'node_modules', 'mocha'),
    tests: path.join(root, 'out', 'test', 'editor'),
    results: process.env.LITSHELF_RESULTS,
    grep: process.env.LITSHELF_GREP,
    timeout: 20_000,
    colour: Boolean(process.env.FORCE_COLOR),
    print: (text) => text.split('\n').forEach((line) => console.log(mark + line)),
  });
  if (failed > 0) throw new Error(`${failed} of ${passed + failed} tests failed`);
};
