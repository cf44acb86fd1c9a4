import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** No installation takes longer; an older lock was left behind by a machine that went down. */
const STALE_MS = 15 * 60_000;

/**
 * Runs `work` while nobody else runs under the same lock, and waits for whoever does.
 * The lock is a file that holds its owner's process id; one whose owner is gone is taken over.
 * @template T
 * @param {string} file
 * @param {(message: string) => void} say told once when there is somebody to wait for
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, say, work) {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let waited = false; !take(file); waited = true) {
    if (ownerIsGone(file)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!waited) say(`waiting for another installation to finish (${file})`);
    await sleep(500);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function ownerIsGone(file) {
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    const age = Date.now() - statSync(file).mtimeMs;
    // a file just made is empty for a moment
    return age > STALE_MS || (owner > 0 ? !isAlive(owner) : age > 5000);
  } catch (error) {
    // released between our two looks
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
