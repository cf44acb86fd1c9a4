import type * as Adding from '../../core/adding/index.js';

/** Loads the part that reads what people paste and resolves it, apart from the other bundles (see esbuild.mjs). Always the same module: what it learnt of a catalogue it knows again. */
export function loadAdding(): Promise<typeof Adding> {
  return import('../../core/adding/index.js');
}
