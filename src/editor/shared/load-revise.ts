import type * as Revise from '../../core/revise/index.js';

/** Loads the part that compares and merges papers, apart from the other bundles (see esbuild.mjs). */
export function loadRevise(): Promise<typeof Revise> {
  return import('../../core/revise/index.js');
}
