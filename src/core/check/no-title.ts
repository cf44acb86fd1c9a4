import type { CheckRule } from './check.js';
import { keyPlace } from './place.js';

export const noTitle: CheckRule = {
  code: 'no-title',
  severity: 'warning',
  about: 'A paper has no title.',
  *check(catalogue) {
    for (const record of catalogue.records) {
      if (record.fields.title === undefined) yield { ...keyPlace(catalogue, record), message: `The paper ${record.fields.id} has no title.` };
    }
  },
};
