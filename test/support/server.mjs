import { createWriteStream, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { endGroup, removeFolder, spawnGroup } from './process-group.mjs';
import { scratchFolder } from './scratch.mjs';
import { testSettings } from './vscode-settings.mjs';

const READY = 'Extension host agent listening on';

/** A port of the loopback interface that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** The folders of one VS Code. */
function layout(folder) {
  return {
    user: path.join(folder, 'user'),
    server: path.join(folder, 'server'),
    extensions: path.join(folder, 'extensions'),
  };
}

function folderArguments(folders) {
  return ['--user-data-dir', folders.user, '--server-data-dir', folders.server, '--extensions-dir', folders.extensions];
}

/** Our environment without that of a VS Code whose terminal we may run in; temporary files and sockets stay in a folder with a short path. */
function environment(more = {}) {
  const temporary = scratchFolder('t');
  const own = Object.entries(process.env).filter(([name]) => !/^(VSCODE|ELECTRON)_/.test(name));
  // an empty gallery: no request to a marketplace
  return { ...Object.fromEntries(own), TMPDIR: temporary, XDG_RUNTIME_DIR: temporary, EXTENSIONS_GALLERY: '{}', ...more };
}

/**
 * Starts a VS Code server with data folders of its own.
 * @param {object} options
 * @param {{ node: string, main: string }} options.files the installed server
 * @param {string} [options.folder] holds the data; a scratch folder, removed by `stop`, when not given
 * @param {number} [options.port] any free one when not given
 * @param {Record<string, unknown> | null} [options.settings] the user's settings; null leaves what is there
 * @param {boolean} [options.testDriver] lets the page's address name a development extension and tests, and turns toasts off
 * @param {boolean} [options.trustAll] no folder is opened in restricted mode
 * @param {Record<string, string>} [options.environment] more environment for the server and the extension hosts
 * @throws when the server ends or does not answer; the message holds its output
 */
export async function startServer({ files, folder, port, settings = testSettings, testDriver = true, trustAll = testDriver, environment: more = {} }) {
  const own = folder === undefined;
  const home = folder ?? scratchFolder('vs');
  const folders = layout(home);
  for (const one of [path.join(folders.user, 'User'), path.join(folders.user, 'Machine'), folders.server, folders.extensions]) mkdirSync(one, { recursive: true });
  // settings of the machine scope are taken from the second file only, all others from the first
  if (settings) for (const scope of ['User', 'Machine']) writeFileSync(path.join(folders.user, scope, 'settings.json'), JSON.stringify(settings, null, 2));

  const at = port ?? await freePort();
  const args = [
    files.main, '--accept-server-license-terms', '--without-connection-token', '--host', '127.0.0.1', '--port', String(at), '--telemetry-level', 'off',
    ...(testDriver ? ['--enable-smoke-test-driver'] : []),
    ...(trustAll ? ['--disable-workspace-trust'] : []),
    ...folderArguments(folders),
  ];
  const child = spawnGroup(files.node, args, { cwd: home, env: environment(more), stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = async () => {
    await endGroup(child);
    if (own) removeFolder(home);
  };
  try {
    await ready(child, path.join(home, 'server.log'));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    process: child,
    port: at,
    authority: `127.0.0.1:${at}`,
    url: `http://127.0.0.1:${at}/`,
    folder: home,
    userFolder: folders.user,
    extensionsFolder: folders.extensions,
    /** The log files written so far, the server's own output first. */
    logs: () => [path.join(home, 'server.log'), ...logFiles(path.join(folders.server, 'data', 'logs')), ...logFiles(path.join(folders.user, 'logs'))],
    stop,
  };
}

function logFiles(folder) {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.log')).map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}

function ready(child, logFile) {
  const log = createWriteStream(logFile);
  let output = '';
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the VS Code server did not answer within 30 s\n${output.slice(-2000)}`)), 30_000);
    const read = (chunk) => {
      log.write(chunk);
      if (output.includes(READY)) return;
      output += chunk;
      if (output.includes(READY)) {
        clearTimeout(late);
        resolve();
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(late);
      log.end();
      reject(new Error(`the VS Code server ended (${code ?? signal})\n${output.slice(-2000)}`));
    });
  });
}

/**
 * Runs the server's command line on the data in `folder`, for instance `['--install-extension', vsix]`.
 * @param {{ node: string, main: string }} files @param {string} folder as given to `startServer` @param {string[]} args
 * @returns {Promise<string>} what it printed
 */
export function runServerCommand(files, folder, args) {
  const folders = layout(folder);
  const child = spawnGroup(files.node, [files.main, '--accept-server-license-terms', ...folderArguments(folders), ...args], { cwd: folder, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => { output += chunk; });
  child.stderr.on('data', (chunk) => { output += chunk; });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => code === 0 ? resolve(output) : reject(new Error(`VS Code ${args.join(' ')} ended with ${code}\n${output.trim()}`)));
  });
}
