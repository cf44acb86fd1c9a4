/** Compiles a catalogue for compiled.ts to read; runs in the build. */
import { compareText } from '../model/text.js';
import { readConfig } from '../yaml/read-config.js';
import { readPapersNow } from '../yaml/read-papers.js';
import type { Compiled } from './compiled.js';
import { configFile, isPapersFile } from './layer.js';

/**
 * Texts of a catalogue by name (`catalog.yaml`, `papers/….yaml`) → the compiled form.
 * @throws Error naming file, line and reason when anything in it is wrong: a broken catalogue is never shipped.
 */
export function compile(texts: ReadonlyMap<string, string>): string {
  const { config, problems } = readConfig(texts.get(configFile) ?? '', configFile);
  const files = [...texts].filter(([name]) => isPapersFile(name)).sort(([a], [b]) => compareText(a, b)).map(([name, text]) => readPapersNow(text, name));
  const [problem] = [...problems, ...files.flatMap((file) => file.problems)];
  if (problem) throw new Error(`${problem.file}:${problem.line}:${problem.column}: ${problem.message}`);
  const compiled: Compiled = { config, files: files.map((file) => ({ ...file, entries: file.entries.map((entry) => ({ ...entry, source: '' })) })) };
  return JSON.stringify(compiled);
}
