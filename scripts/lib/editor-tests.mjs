import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { scratchFolder } from '../../test/support/scratch.mjs';
import { VSCODE_VERSION } from '../../test/support/vscode-server-files.mjs';
import { Failure } from './failure.mjs';
import { root, vscodeFolder } from './paths.mjs';
import { whyNoServer } from './vscode-server-install.mjs';

const LAUNCHER = path.join(root, 'scripts', 'vscode-launcher.mjs');
const WORKSPACE = path.join(root, 'test', 'fixtures', 'workspace');

/**
 * Runs the bundled editor tests in a real VS Code, on a copy of test/fixtures/workspace.
 * The environment variable LITSHELF_VSCODE chooses it: `desktop` (downloaded), `server` (installed from npm, headless), or
 * nothing: the desktop one where there is a display and it can be had, else the server.
 * @param {object} options
 * @param {string} options.results emptied; holds result.json afterwards, unless the extension host died
 * @param {string} [options.grep]
 * @param {number} options.limit milliseconds for everything
 * @returns {Promise<number>} the exit code
 */
export async function runEditorTests({ results, grep, limit }) {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const folder = path.join(scratchFolder('ed'), 'workspace');
  mkdirSync(folder);
  if (existsSync(WORKSPACE)) cpSync(WORKSPACE, folder, { recursive: true });

  try {
    await runTests({
      vscodeExecutablePath: await executable(),
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(root, 'test', 'support', 'editor-bootstrap.cjs'),
      launchArgs: [folder],
      extensionTestsEnv: {
        LITSHELF_RESULTS: results,
        LITSHELF_GREP: grep,
        LITSHELF_TEST_LIMIT: String(limit),
        // the launcher is started through `env node`: let that be this Node
        PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH}`,
      },
    });
    return 0;
  } catch (error) {
    if (error instanceof Failure) throw error;
    return error.code ?? 1;
  }
}

/** @returns {Promise<string>} the VS Code to run; says which one it is */
async function executable() {
  const wish = process.env.LITSHELF_VSCODE ?? '';
  if (!['', 'desktop', 'server'].includes(wish)) throw new Failure(`LITSHELF_VSCODE is "${wish}".`, 'It can be "desktop" or "server".');
  const noServer = whyNoServer();
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (wish === 'desktop' || (wish === '' && (display || noServer))) {
    try {
      const desktop = await downloadAndUnzipVSCode({ version: VSCODE_VERSION, cachePath: vscodeFolder });
      console.log(`in a desktop VS Code ${VSCODE_VERSION}`);
      return desktop;
    } catch (error) {
      const reason = String(error?.message ?? error).split('\n')[0];
      if (wish === 'desktop' || noServer) throw new Failure(`A desktop VS Code could not be downloaded: ${reason}`, noServer ? `The VS Code server is no way out: ${noServer}.` : 'Check the network connection, or set LITSHELF_VSCODE=server.');
      console.log(`no desktop VS Code could be downloaded (${reason}): the server it is`);
    }
  }
  console.log(`in the VS Code server ${VSCODE_VERSION}, headless`);
  return LAUNCHER;
}
