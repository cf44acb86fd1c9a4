// Type-checks every TypeScript project: each tsconfig*.json of the tree, but for *.base.json, which others extend.
//   node scripts/lib/type-check.mjs
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

const NOT_OURS = new Set(['node_modules', 'dist', 'out', 'fixtures', 'test-results']);
const AT_ONCE = 2;

const left = projects(root);
if (left.length === 0) throw new Error('There is no tsconfig.json.');
await Promise.all(Array.from({ length: AT_ONCE }, async () => {
  for (let project = left.shift(); project; project = left.shift()) await check(project);
}));

function projects(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) || entry.name.startsWith('.') ? [] : projects(file);
    return /^tsconfig.*\.json$/.test(entry.name) && !entry.name.endsWith('.base.json') ? [file] : [];
  });
}

/** Prints what the compiler says in one piece, so that two projects do not mix. */
function check(project) {
  const name = path.relative(root, project);
  const compiler = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  return new Promise((resolve) => {
    const tsc = spawn(process.execPath, [compiler, '-p', project, '--noEmit', '--pretty', String(Boolean(process.stdout.isTTY))], { cwd: root });
    let output = '';
    tsc.stdout.on('data', (chunk) => { output += chunk; });
    tsc.stderr.on('data', (chunk) => { output += chunk; });
    tsc.once('close', (code) => {
      console.log(`${code === 0 ? '✔' : '✘'} ${name}${output ? `\n${output.trimEnd()}` : ''}`);
      if (code !== 0) process.exitCode = 1;
      resolve();
    });
  });
}
