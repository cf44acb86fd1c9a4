import { endGroup, endWithUs, spawnGroup } from '../../test/support/process-group.mjs';
import { root } from './paths.mjs';

/** A suite may take a last screenshot before it goes. */
const PATIENCE = 8000;

/**
 * Runs a Node script of the project in a process group of its own; its output is ours.
 * @param {string[]} args for Node
 * @param {{ limit: number, environment?: Record<string, string> }} options `limit` in milliseconds: then the whole group is ended
 * @returns {Promise<number>} the exit code; 124 when the time was up
 */
export async function runLimited(args, { limit, environment = {} }) {
  const child = spawnGroup(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } });
  const release = endWithUs(child, PATIENCE);
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
  let late;
  const timeUp = new Promise((resolve) => { late = setTimeout(resolve, limit, 124); });
  const code = await Promise.race([ended, timeUp]);
  clearTimeout(late);
  // also after a good end: nothing that it started may stay behind
  await endGroup(child, PATIENCE);
  release();
  return code;
}
