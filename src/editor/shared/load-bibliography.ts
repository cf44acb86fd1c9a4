import type * as WithBibliography from '../../core/cite/with-bibliography.js';

/** Loads the part that finds and writes bibliographies, apart from the start-up bundle (see esbuild.mjs). */
export function loadBibliography(): Promise<typeof WithBibliography> {
  return import('../../core/cite/with-bibliography.js');
}
