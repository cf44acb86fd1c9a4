/** Runs the command line: the bundled program as people do, or its inside where starting a process adds nothing but time. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { run } from '../../../src/cli/run.js';

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const program = path.resolve('dist/cli.js');
export const good = 'test/fixtures/catalogs/good';
export const faulty = 'test/fixtures/catalogs/faulty';

export function litshelf(...words: string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...words], { env: { ...process.env, FORCE_COLOR: '1' } });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
  });
}

export async function inside(...words: string[]): Promise<Outcome> {
  let [out, err] = ['', ''];
  const code = await run(words, { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}
