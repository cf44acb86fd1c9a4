import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { freePort, runServerCommand, startServer } from '../../test/support/server.mjs';
import { offlineSettings } from '../../test/support/vscode-settings.mjs';
import { Failure } from './failure.mjs';
import { vscodeFolder } from './paths.mjs';
import { installVscodeServer } from './vscode-server-install.mjs';
import { makeVsix } from './vsix.mjs';

/**
 * Serves VS Code with Litshelf on this machine until Ctrl+C.
 * Litshelf is packaged and installed, as for a reader: a development extension in the address of the page would need the server's
 * test driver, and that turns off pop-up messages.
 * @param {{ folder: string, trusted: boolean, port?: number, open: boolean }} options `trusted`: VS Code asks no question about trust
 * @returns {Promise<number>} the exit code
 * @throws {Failure} when the port is taken, or the server cannot be installed
 */
export async function startInBrowser({ folder, trusted, port, open }) {
  if (port !== undefined) await claim(port);
  const files = await installVscodeServer();
  const { file } = await makeVsix({ largest: Infinity });
  const data = path.join(vscodeFolder, 'start');
  mkdirSync(data, { recursive: true });
  await runServerCommand(files, data, ['--install-extension', file, '--force']);

  // settings that were changed the last time stay changed
  const settings = existsSync(path.join(data, 'user', 'User', 'settings.json')) ? null : offlineSettings;
  const server = await startServer({ files, folder: data, port: port ?? await freePort(), settings, testDriver: false, trustAll: trusted });
  const address = `${server.url}?folder=${encodeURI(folder)}`;
  console.log(`\nVS Code with Litshelf: ${address}\nPress Ctrl+C to end it.`);
  if (open) openBrowser(address);

  return new Promise((resolve) => {
    const end = (code) => void server.stop().then(() => resolve(code));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.once(signal, () => {
        server.process.off('exit', died);
        end(0);
      });
    }
    server.process.once('exit', died);
    function died() {
      console.error(`The VS Code server ended by itself; its log: ${path.join(server.folder, 'server.log')}`);
      end(1);
    }
  });
}

/** @throws {Failure} when nobody can listen on the port */
function claim(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const reason = error.code === 'EADDRINUSE' ? `Port ${port} is in use.` : `Port ${port} cannot be used (${error.code}).`;
      reject(new Failure(reason, 'Name another one, or leave --port out: any free port is taken then.'));
    });
    probe.listen(port, '127.0.0.1', () => probe.close(resolve));
  });
}

/** Where there is a desktop to show it on; the address was printed in any case. */
function openBrowser(address) {
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  spawn('xdg-open', [address], { stdio: 'ignore', detached: true }).once('error', () => undefined).unref();
}
