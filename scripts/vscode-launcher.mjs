#!/usr/bin/env node
// Takes the place of the desktop VS Code's executable for extension tests: understands the arguments that
// @vscode/test-electron passes, and runs the tests in the VS Code server with a headless Chromium.
//   vscode-launcher.mjs [folder | file.code-workspace] --extensionDevelopmentPath=… --extensionTestsPath=…
//   vscode-launcher.mjs --version
// Arguments that only mean something to a desktop window are ignored. Exit codes: 0 the tests passed, 1 they failed or the
// extension host died, 124 they did not end in time, 130 interrupted.
// Environment: LITSHELF_RESULTS (folder for logs and a screenshot), LITSHELF_TEST_LIMIT (milliseconds).
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure, runMain } from './lib/failure.mjs';
import { installVscodeServer } from './lib/vscode-server-install.mjs';
import { runHostedTests } from './lib/hosted-tests.mjs';
import { resultsFolder } from './lib/paths.mjs';

await runMain(async () => {
  const asked = parse(process.argv.slice(2));
  // what the tests print is the only thing on our standard output
  const files = await installVscodeServer(console.error);
  if (asked.version) {
    const { version } = JSON.parse(readFileSync(path.join(files.folder, 'vscode', 'package.json'), 'utf8'));
    const { commit } = JSON.parse(readFileSync(files.product, 'utf8'));
    console.log([version, commit, process.arch].join('\n'));
    return 0;
  }
  if (!asked.tests) throw new Failure('No --extensionTestsPath= was given.', 'This executable only runs tests; "npm start" opens a VS Code.');
  return runHostedTests({
    files,
    ...asked,
    results: path.resolve(process.env.LITSHELF_RESULTS ?? path.join(resultsFolder, 'launcher')),
    limit: Number(process.env.LITSHELF_TEST_LIMIT ?? 300_000),
  });
});

function parse(args) {
  const asked = { development: [], tests: undefined, folder: undefined, workspace: undefined, version: false };
  for (const arg of args) {
    const [, name, value] = /^--([\w-]+)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name === 'extensionDevelopmentPath') asked.development.push(path.resolve(value));
    else if (name === 'extensionTestsPath') asked.tests = path.resolve(value);
    else if (name === 'version') asked.version = true;
    else if (!arg.startsWith('-')) asked[arg.endsWith('.code-workspace') ? 'workspace' : 'folder'] = path.resolve(arg);
  }
  return asked;
}
