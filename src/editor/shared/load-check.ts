import type * as Check from '../../core/check/index.js';

/** Loads the rules for catalogues, apart from the other bundles (see esbuild.mjs). */
export function loadCheck(): Promise<typeof Check> {
  return import('../../core/check/index.js');
}
