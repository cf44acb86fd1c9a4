import type { CheckRule } from './check.js';
import { keyPlace, writes } from './place.js';

export const noTitle: CheckRule = {
  code: 'no-title',
  severity: 'warning',
  about: 'A paper has no title.',
  *paper(record) {
    const { fields } = record.paper;
    if (fields.title === undefined && fields.unchecked !== true && !writes(record, 'title')) yield { ...keyPlace(record, 'title'), message: `The paper ${record.fields.id} has no title.` };
  },
};
