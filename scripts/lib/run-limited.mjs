import { endGroup, spawnGroup } from '../../test/support/process-group.mjs';
import { root } from './paths.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
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
  // a group of its own does not hear Ctrl+C by itself
  const interrupt = () => void endGroup(child, PATIENCE).then(() => process.exit(130));
  for (const signal of SIGNALS) process.once(signal, interrupt);
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
  for (const signal of SIGNALS) process.off(signal, interrupt);
  return code;
}
