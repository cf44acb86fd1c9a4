import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { VSCODE_VERSION } from '../../test/support/vscode-server-files.mjs';
import { Failure } from './failure.mjs';
import { root, vscodeFolder } from './paths.mjs';

const DEVELOPMENT = `--extensionDevelopmentPath=${root}`;

/**
 * Opens a window of the VS Code that `code` on the PATH starts, with Litshelf under development.
 * @returns {Promise<boolean>} false when there is none, or no display to show it on
 */
export async function startInstalledDesktop(folder) {
  const shell = process.platform === 'win32';
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!display || spawnSync('code', ['--version'], { shell }).status !== 0) return false;
  const quoted = (text) => shell ? `"${text}"` : text;
  const { status } = spawnSync('code', ['--new-window', quoted(DEVELOPMENT), quoted(folder)], { shell, stdio: 'inherit' });
  if (status !== 0) throw new Failure(`"code" ended with ${status}.`, 'Try "npm start -- --server" for VS Code in the browser.');
  console.log('VS Code opens with Litshelf: look for its icon in the activity bar.');
  return true;
}

/**
 * Downloads a desktop VS Code once, and runs it with data of its own until its window is closed or Ctrl+C is pressed.
 * @returns {Promise<number>} its exit code
 */
export async function startDesktop(folder) {
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  let program;
  try {
    program = await downloadAndUnzipVSCode({ version: VSCODE_VERSION, cachePath: vscodeFolder });
  } catch (error) {
    throw new Failure(`A desktop VS Code could not be downloaded: ${String(error?.message ?? error).split('\n')[0]}`, 'Check the network connection, or run "npm start -- --server" for VS Code in the browser.');
  }
  const data = path.join(vscodeFolder, 'desktop');
  const child = spawn(program, [DEVELOPMENT, `--user-data-dir=${path.join(data, 'user')}`, `--extensions-dir=${path.join(data, 'extensions')}`, folder], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill());
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Failure(`VS Code did not start: ${error.message}`, 'Try "npm start -- --server" for VS Code in the browser.')));
    child.once('exit', (code) => resolve(code ?? 0));
  });
}
