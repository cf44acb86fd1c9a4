import type * as WithBibliography from '../../core/cite/with-bibliography.js';

let loading: Promise<typeof WithBibliography> | undefined;

/**
 * Loads the part that finds and writes bibliographies, apart from the start-up bundle (see esbuild.mjs). That takes a while at once: what
 * the same moment brought, such as a document that was opened, is dealt with before.
 */
export function loadBibliography(): Promise<typeof WithBibliography> {
  return (loading ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => import('../../core/cite/with-bibliography.js')));
}
