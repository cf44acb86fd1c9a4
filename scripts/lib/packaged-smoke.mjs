import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '../../test/support/browser.mjs';
import { hostErrors } from '../../test/support/host-log.mjs';
import { scratchFolder } from '../../test/support/scratch.mjs';
import { runServerCommand, startServer } from '../../test/support/server.mjs';
import { installedServer } from '../../test/support/vscode-server-files.mjs';
import { openWorkbench, workbenchShown } from '../../test/support/workbench-page.mjs';
import { root } from './paths.mjs';
import { makeVsix, megabytes } from './vsix.mjs';

const SAMPLE = path.join(root, 'test', 'fixtures', 'sample');

/**
 * Installs the package as a reader would, into a VS Code that knows nothing of this folder, and looks at the Litshelf view.
 * @param {{ results: string }} options where result.json, a screenshot and, on failure, the logs go
 * @returns {Promise<number>} the exit code
 */
export async function runPackagedSmoke({ results }) {
  mkdirSync(results, { recursive: true });
  const opened = {};
  const steps = [
    ['the package is made, and small enough', async () => {
      const { file, size } = await makeVsix();
      opened.vsix = file;
      return megabytes(size);
    }],
    ['it installs', () => install(opened)],
    ['VS Code shows the Litshelf icon', () => openContainer(opened)],
    ['the view Papers shows categories', () => readRows(opened)],
    ['the extension host has logged no error of ours', () => checkLog(opened)],
  ];
  const summary = { passed: 0, failed: 0, pending: 0, failures: [] };
  for (const [title, run] of steps) {
    writeFileSync(path.join(results, 'current-test.txt'), title);
    try {
      const found = await run();
      summary.passed += 1;
      console.log(`  ✔ ${title}${found ? ` (${found})` : ''}`);
    } catch (error) {
      summary.failed += 1;
      summary.failures.push({ title, message: error.message, stack: error.stack });
      console.log(`  ✘ ${title}\n    ${error.message.split('\n').join('\n    ')}`);
      // each step stands on the one before
      break;
    }
  }
  await opened.page?.screenshot({ path: path.join(results, 'papers.png'), timeout: 5000 }).catch(() => undefined);
  await opened.browser?.close().catch(() => undefined);
  if (summary.failed > 0) for (const log of opened.server?.logs() ?? []) cpSync(log, path.join(results, 'logs', path.basename(log)));
  await opened.server?.stop();
  writeFileSync(path.join(results, 'result.json'), JSON.stringify(summary, null, 2));
  return summary.failed > 0 ? 1 : 0;
}

async function install(opened) {
  opened.files = installedServer(root);
  opened.folder = scratchFolder('pk');
  const output = await runServerCommand(opened.files, opened.folder, ['--install-extension', opened.vsix]);
  if (!/successfully installed/.test(output)) throw new Error(output);
}

async function openContainer(opened) {
  const folder = path.join(opened.folder, 'sample');
  cpSync(SAMPLE, folder, { recursive: true });
  opened.server = await startServer({ files: opened.files, folder: opened.folder, testDriver: false });
  opened.browser = await launchBrowser(opened.files.chromium);
  const { page } = await openWorkbench(opened.browser, opened.server, { folder });
  opened.page = page;
  await workbenchShown(page);
  const icon = page.locator('.activitybar .action-item:has(a[aria-label^="Litshelf"])');
  await icon.click({ timeout: 20_000 });
}

async function readRows({ page }) {
  const pane = page.locator('.sidebar .pane:has(.pane-header[aria-label^="Papers"])');
  await pane.locator('.monaco-list-row[aria-expanded]').nth(1).waitFor({ timeout: 20_000 });
  const labels = await pane.locator('.monaco-list-row[aria-expanded] .label-name').allInnerTexts();
  return `${labels.slice(0, 3).join(', ')}, …`;
}

function checkLog({ server }) {
  const ours = hostErrors(server, ['litshelf', 'Litshelf']);
  if (ours.length > 0) throw new Error(ours.join('\n'));
}
