import path from 'node:path';
import { endWithUs, spawnGroup } from '../../test/support/process-group.mjs';
import { Failure, diskFull } from './failure.mjs';

const QUIET = ['--loglevel=error', '--no-audit', '--no-fund', '--no-update-notifier'];
const NETWORK = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|EHOSTUNREACH|FETCH_ERROR|ENOTCACHED)\b|network/i;

/** npm's own command line, as this Node runs it: the npm that started us when there is one, else the one on the PATH. */
function npmCommand() {
  const running = process.env.npm_execpath ?? '';
  if (/^npm-cli\.c?js$/.test(path.basename(running))) return { command: process.execPath, first: [running], shell: false };
  return { command: 'npm', first: [], shell: process.platform === 'win32' };
}

/** The environment without what npm tells its scripts about the package it runs: a second npm, elsewhere, must find out for itself. */
function plainEnvironment() {
  const told = /^npm_(package|lifecycle|config_local_prefix|command)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !told.test(name)));
}

let network;

/** Whether the registry answers. npm itself asks it for every package, with pauses, before it gives up: minutes. */
function networkAnswers() {
  network ??= spawnNpm(['ping', '--fetch-retries=0', '--fetch-timeout=15000'], process.cwd()).then(({ code, text }) => code === 0 || !NETWORK.test(text));
  return network;
}

/**
 * Runs npm quietly in a folder. Without network it works from npm's cache, when that holds everything.
 * @param {string[]} args
 * @param {{ cwd: string, purpose: string }} options `purpose` completes the sentence "npm could not …"
 * @throws {Failure} naming the cause (network, disk, missing npm) and its remedy
 */
export async function runNpm(args, { cwd, purpose }) {
  const offline = await networkAnswers() ? [] : ['--offline'];
  const { code, signal, text } = await spawnNpm([...args, ...offline], cwd);
  if (code !== 0) throw explain(text, purpose, signal);
}

/** @returns {Promise<{ code: number | null, signal: string | null, text: string }>} `text` is all that npm wrote */
function spawnNpm(args, cwd) {
  const { command, first, shell } = npmCommand();
  return new Promise((resolve, reject) => {
    const npm = spawnGroup(command, [...first, ...args, ...QUIET], { cwd, shell, env: plainEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
    const release = endWithUs(npm);
    let text = '';
    npm.stdout.on('data', (chunk) => { text += chunk; });
    npm.stderr.on('data', (chunk) => { text += chunk; });
    npm.once('error', () => reject(new Failure('The npm command was not found.', 'Install Node.js 20 or newer together with npm.')));
    npm.once('close', (code, signal) => {
      release();
      resolve({ code, signal, text });
    });
  });
}

function explain(text, purpose, signal) {
  if (signal) return new Failure(`npm was ended (${signal}) before it could ${purpose}.`, 'Run the same command again.');
  if (/ENOSPC/.test(text)) return diskFull('packages');
  if (/EINTEGRITY/.test(text)) return new Failure(`npm could not ${purpose}: a package differs from the one in the lock file.\n${tail(text)}`, 'Run "npm cache clean --force" and try again; if it stays, do not trust the registry in use.');
  if (NETWORK.test(text)) {
    return new Failure(`npm could not ${purpose}: the package registry does not answer.\n${tail(text)}`, 'Check the network connection and npm\'s "registry" and "proxy" settings, then run the same command again.');
  }
  return new Failure(`npm could not ${purpose}.\n${tail(text)}`, 'Run the same command again; if it fails the same way, delete node_modules first.');
}

const tail = (text) => text.trim().split('\n').filter((line) => !/complete log|behind a proxy|^npm error( network)?\s*$/.test(line)).slice(-6).map((line) => `    ${line}`).join('\n');
