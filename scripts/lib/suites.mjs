import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { resultsFolder } from './paths.mjs';
import { runLimited } from './run-limited.mjs';

/** A slow machine gets more time: LITSHELF_TIME_FACTOR=3. */
const FACTOR = Number(process.env.LITSHELF_TIME_FACTOR) || 1;
const seconds = (count) => count * 1000 * FACTOR;

/** A suite that is one check: it passes when the command does. */
const check = (args, limit) => ({ counted: false, build: false, server: false, limit: seconds(limit), args: () => args });
/** A suite of tests that scripts/suite.mjs runs and counts. */
const counted = (name, limit, server) => ({ counted: true, build: true, server, limit: seconds(limit), args: (grep) => ['scripts/suite.mjs', name, String(seconds(limit - 20)), ...(grep ? [grep] : [])] });

/** Every suite, in the order in which `npm test` runs them. */
export const suites = {
  types: check(['scripts/lib/type-check.mjs'], 180),
  lint: check(['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'], 240),
  wall: check(['esbuild.mjs', '--wall'], 60),
  unit: counted('unit', 240, false),
  page: counted('page', 420, true),
  editor: counted('editor', 320, true),
  ui: counted('ui', 1800, true),
  package: counted('package', 240, true),
};

/**
 * Runs a suite.
 * @param {keyof typeof suites} name @param {string} [grep]
 * @returns {Promise<{ passed: number, failed: number, notes: string[] }>} `notes` say what failed
 */
export async function runSuite(name, grep) {
  const suite = suites[name];
  const results = path.join(resultsFolder, name);
  if (suite.counted) rmSync(results, { recursive: true, force: true });
  const code = await runLimited(suite.args(grep), { limit: suite.limit });
  const late = code === 124 ? [`${name}: ended after its time limit of ${Math.round(suite.limit / 1000)} s; ${lastTest(results)}`] : [];
  if (!suite.counted) return code === 0 ? { passed: 1, failed: 0, notes: [] } : { passed: 0, failed: 1, notes: late.length ? late : [`${name}: see above`] };

  const file = path.join(results, 'result.json');
  if (!existsSync(file)) return { passed: 0, failed: 1, notes: late.length ? late : [`${name}: ended without a result (exit code ${code}); ${lastTest(results)}`] };
  const { passed, failed, failures } = JSON.parse(readFileSync(file, 'utf8'));
  const notes = failures.map(({ title, message }) => `${name}: ${title}: ${message.split('\n')[0]}`);
  if (passed + failed === 0 && !grep) return { passed, failed: 1, notes: [`${name}: there was no test to run`] };
  if (failed === 0 && code !== 0) return { passed, failed: 1, notes: [...late, `${name}: its tests passed, but it ended with exit code ${code}`] };
  return { passed, failed, notes };
}

function lastTest(results) {
  const file = path.join(results, 'current-test.txt');
  return existsSync(file) ? `the last test to start: ${readFileSync(file, 'utf8')}` : 'no test had started';
}
