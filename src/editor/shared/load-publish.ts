import type * as WithExport from '../../core/publish/with-export.js';

/** Loads the part that writes papers as lists and for other programs, apart from the other bundles (see esbuild.mjs). */
export function loadPublish(): Promise<typeof WithExport> {
  return import('../../core/publish/with-export.js');
}
