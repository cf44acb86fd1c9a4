import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

/** What must not outlive this process, shared by all bundles that hold a copy of this file. */
const leftovers = (globalThis[Symbol.for('litshelf.leftovers')] ??= watchExit({ groups: new Set(), folders: new Set() }));

function watchExit(held) {
  process.once('exit', () => {
    for (const pid of held.groups) signalGroup(pid, 'SIGKILL');
    for (const folder of held.folders) removeFolder(folder);
  });
  return held;
}

/**
 * Starts a program as the leader of its own process group, so that it can be ended together with all it starts.
 * The group is killed at the latest when this process exits.
 * @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions} options
 */
export function spawnGroup(command, args, options) {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  if (child.pid) leftovers.groups.add(child.pid);
  return child;
}

/**
 * Ends a group: politely, after `patience` milliseconds by force.
 * @param {import('node:child_process').ChildProcess} child the leader, from `spawnGroup`
 */
export async function endGroup(child, patience = 3000) {
  if (!child.pid) return;
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    signalGroup(child.pid, 'SIGTERM');
    const force = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), patience);
    await gone;
    clearTimeout(force);
  }
  // the leader is gone; what it started may not be
  signalGroup(child.pid, 'SIGKILL');
  leftovers.groups.delete(child.pid);
}

/**
 * While it is in force, Ctrl+C and the like end the group, and then this process: a group of its own does not hear them by itself.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} takes it back
 */
export function endWithUs(child, patience) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const interrupt = () => void endGroup(child, patience).then(() => process.exit(130));
  for (const signal of signals) process.once(signal, interrupt);
  return () => signals.forEach((signal) => process.off(signal, interrupt));
}

function signalGroup(pid, signal) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // nobody is left in the group
  }
}

/** Removes a folder when this process exits. */
export function removeAtExit(folder) {
  leftovers.folders.add(folder);
}

/** Removes a folder into which a process that was just killed may still be writing: as well as it goes. */
export function removeFolder(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 });
  } catch {
    // the caller can do without
  }
}
