/** What the figures depend on besides our code. No names, no paths, no serial numbers. */
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** `what: value` lines. `node`: the version of the Node that the Node half runs in. */
export function describeMachine(root: string, node: string, vscode: string | undefined): string[] {
  const version = (name: string): string => readVersion(path.join(root, 'node_modules', name, 'package.json'));
  const cpus = os.cpus();
  return [
    `Machine: ${cpus.length} cores (${cpus[0]?.model.trim() ?? 'unknown'}), ${Math.round(os.totalmem() / 2 ** 30)} GB of memory, ${os.type()} ${os.arch()}; load at the start ${os.loadavg().map((load) => load.toFixed(1)).join(', ')}`,
    `Node ${node}${vscode === undefined ? '' : `; VS Code ${vscode} (server, headless Chromium)`}`,
    `Litshelf ${readVersion(path.join(root, 'package.json'))}; ${['yaml', 'js-yaml', 'valibot'].map((name) => `${name} ${version(name)}`).join(', ')}`,
    `Date: ${new Date().toISOString().slice(0, 10)}`,
  ];
}

function readVersion(file: string): string {
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
