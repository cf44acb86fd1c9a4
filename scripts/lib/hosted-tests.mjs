import { cpSync, createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { launchBrowser } from '../../test/support/browser.mjs';
import { startServer } from '../../test/support/server.mjs';
import { openWorkbench } from '../../test/support/workbench-page.mjs';
import { root } from './paths.mjs';

/** Begins every line that is meant for the reader; the rest of the console is VS Code's own. */
const MARK = '\u241elitshelf:';
const HOST = path.join(root, 'test', 'support', 'test-host.cjs');

/**
 * Runs a module of tests in the extension host of a VS Code server, and prints what it prints with the mark.
 * Always leaves the console in `results`; on failure also a screenshot and all logs.
 * @param {object} options
 * @param {ReturnType<import('../../test/support/vscode-server-files.mjs').serverFiles>} options.files
 * @param {string[]} options.development @param {string} options.tests @param {string} [options.folder] @param {string} [options.workspace]
 * @param {string} options.results @param {number} options.limit milliseconds for everything
 * @returns {Promise<number>} the exit code
 */
export async function runHostedTests({ files, development, tests, folder, workspace, results, limit }) {
  mkdirSync(results, { recursive: true });
  const noise = createWriteStream(path.join(results, 'vscode-console.log'));
  const opened = {};
  let outcome;

  const ended = new Promise((resolve) => {
    const end = (code, why) => resolve({ code, why });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => end(130, `interrupted (${signal})`));
    setTimeout(() => end(124, `no end within ${Math.round(limit / 1000)} s`), limit).unref();
    const onConsole = (args) => {
      // the host passes console arguments on unformatted
      const line = format(...args);
      if (!line.startsWith(MARK)) noise.write(`${line}\n`);
      else if (line.startsWith(`${MARK}{`)) outcome = JSON.parse(line.slice(MARK.length));
      else process.stdout.write(`${line.slice(MARK.length + 1)}\n`);
    };
    open(opened, { files, development, tests, folder, workspace, onConsole, onExit: (code) => end(code), onLost: (why) => end(1, why) })
      .catch((error) => end(1, `VS Code did not start: ${error.message}`));
  });

  let { code, why } = await ended;
  if (code === 0 && !outcome?.passed) [code, why] = [1, 'the extension host ended before its tests did'];
  if (code !== 0) {
    console.error(why ? `The tests were not finished: ${why}. ${lastTest(results)}` : `The tests failed: ${outcome?.reason ?? 'no reason given'}.`);
    await opened.page?.screenshot({ path: path.join(results, 'screenshot.png'), timeout: 5000 }).catch(() => undefined);
  }
  await opened.browser?.close().catch(() => undefined);
  if (code !== 0) saveLogs(opened.server, results);
  await opened.server?.stop();
  noise.end();
  return code;
}

/** What was opened is stored at once: it must be closed even when the next step fails or hangs. */
async function open(opened, { files, onLost, tests, ...options }) {
  opened.server = await startServer({ files, environment: { LITSHELF_MARK: MARK, LITSHELF_TESTS_PATH: tests } });
  opened.server.process.once('exit', () => onLost('the VS Code server ended'));
  opened.browser = await launchBrowser(files.chromium);
  opened.browser.once('disconnected', () => onLost('the browser ended'));
  await openWorkbench(opened.browser, opened.server, {
    ...options,
    tests: HOST,
    onPage: (page) => {
      opened.page = page;
      page.once('crash', () => onLost('the page crashed'));
    },
  });
}

function saveLogs(server, results) {
  for (const log of server?.logs() ?? []) {
    const name = path.relative(server.folder, log).split(path.sep).join('-');
    cpSync(log, path.join(results, 'logs', name));
  }
}

/** The tests write down which of them runs, so that one that never yields can still be named. */
function lastTest(results) {
  try {
    return `The last test to start: ${readFileSync(path.join(results, 'current-test.txt'), 'utf8')}`;
  } catch {
    return 'No test had started.';
  }
}
