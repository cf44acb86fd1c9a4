import { compareText } from '../model/text.js';
import type { CheckRule } from './check.js';
import { keyPlace } from './place.js';

/** Papers sorted by key keep changes of two people apart. One finding a file: where the order breaks first. */
export const unsorted: CheckRule = {
  code: 'unsorted',
  severity: 'info',
  about: 'The papers of a file are not in the order of their citation keys.',
  *check(catalogue) {
    let before: { file: string; id: string } | undefined;
    const done = new Set<string>();
    for (const record of catalogue.records) {
      const { file, fields: { id } } = record;
      if (before?.file === file && compareText(before.id, id) > 0 && !done.has(file)) {
        done.add(file);
        yield { ...keyPlace(catalogue, record), message: `${id} stands behind ${before.id}: the papers of this file are not sorted by key.` };
      }
      before = { file, id };
    }
  },
};
