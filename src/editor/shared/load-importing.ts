import type * as Importing from '../../core/importing/index.js';

/** Loads the part that reads lists and plans their import, apart from the other bundles (see esbuild.mjs). */
export function loadImporting(): Promise<typeof Importing> {
  return import('../../core/importing/index.js');
}
