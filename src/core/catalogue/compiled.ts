/** The bundled catalogue, compiled to JSON at build time: the same layer without reading YAML. */
import type { PapersFile } from '../yaml/papers-file.js';
import type { Layer, LayerSource } from './layer.js';

export interface Compiled {
  readonly config: Layer['config'];
  readonly files: readonly PapersFile[];
}

/** The compiled form → a layer. The text comes from our own build, so its shape is trusted. */
export function fromCompiled(text: string, source: LayerSource): Layer {
  const { config, files } = JSON.parse(text) as Compiled;
  return { source, config, configProblems: [], files: new Map(files.map((file) => [file.file, file])) };
}
