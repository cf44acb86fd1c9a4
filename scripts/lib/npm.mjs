import { spawn } from 'node:child_process';
import path from 'node:path';
import { Failure, diskFull } from './failure.mjs';

/** A dead network is reported within a minute instead of npm's usual three. */
const PATIENCE = ['--fetch-retries=2', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=8000', '--fetch-timeout=120000'];

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

/**
 * Runs npm quietly in a folder.
 * @param {string[]} args
 * @param {{ cwd: string, purpose: string }} options `purpose` completes the sentence "npm could not …"
 * @returns {Promise<string>} what npm wrote to its standard output
 * @throws {Failure} naming the cause (network, disk, missing npm) and its remedy
 */
export function runNpm(args, { cwd, purpose }) {
  const { command, first, shell } = npmCommand();
  return new Promise((resolve, reject) => {
    const npm = spawn(command, [...first, ...args, '--loglevel=error', '--no-audit', '--no-fund', '--no-update-notifier', ...PATIENCE], { cwd, shell, env: plainEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    npm.stdout.on('data', (chunk) => { output += chunk; });
    npm.stderr.on('data', (chunk) => { errors += chunk; });
    npm.once('error', () => reject(new Failure(`npm could not ${purpose}: the npm command was not found.`, 'Install Node.js 20 or newer together with npm.')));
    npm.once('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(explain(errors + output, purpose, signal));
    });
  });
}

function explain(text, purpose, signal) {
  if (signal) return new Failure(`npm was ended (${signal}) before it could ${purpose}.`, 'Run the same command again.');
  if (/ENOSPC/.test(text)) return diskFull('packages');
  if (/EINTEGRITY/.test(text)) return new Failure(`npm could not ${purpose}: a package differs from the one in the lock file.\n${tail(text)}`, 'Run "npm cache clean --force" and try again; if it stays, do not trust the registry in use.');
  if (/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|EHOSTUNREACH|FETCH_ERROR)\b|network/i.test(text)) {
    return new Failure(`npm could not ${purpose}: the package registry does not answer.\n${tail(text)}`, 'Check the network connection and npm\'s "registry" and "proxy" settings, then run the same command again.');
  }
  return new Failure(`npm could not ${purpose}.\n${tail(text)}`, 'Run the same command again; if it fails the same way, delete node_modules first.');
}

const tail = (text) => text.trim().split('\n').slice(-8).map((line) => `    ${line}`).join('\n');
