import type * as Yaml from '../../core/yaml/index.js';

/** Loads the part that reads and edits YAML, apart from the start-up bundle (see esbuild.mjs). Always the same module: what it has read it knows again. */
export function loadYaml(): Promise<typeof Yaml> {
  return import('../../core/yaml/index.js');
}
