/** The bundled catalogue, compiled to JSON at build time: the same layer without reading YAML. */
import { compareText } from '../model/text.js';
import { readConfig } from '../yaml/read-config.js';
import { readPapersNow, type PapersFile } from '../yaml/read-papers.js';
import { configFile, isPapersFile, type Layer, type LayerSource } from './layer.js';

interface Compiled {
  readonly config: Layer['config'];
  readonly files: readonly PapersFile[];
}

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

/** The compiled form → a layer. The text comes from our own build, so its shape is trusted. */
export function fromCompiled(text: string, source: LayerSource): Layer {
  const { config, files } = JSON.parse(text) as Compiled;
  return { source, config, configProblems: [], files: new Map(files.map((file) => [file.file, file])) };
}
