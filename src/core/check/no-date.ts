import type { CheckRule } from './check.js';
import { impersonal } from './no-authors.js';
import { keyPlace } from './place.js';

export const noDate: CheckRule = {
  code: 'no-date',
  severity: 'warning',
  about: 'A paper has neither issued nor submitted (software, datasets, web pages and documents may have neither).',
  *check(catalogue) {
    for (const record of catalogue.records) {
      const { paper, fields } = record;
      if (fields.title !== undefined && paper.year === undefined && !impersonal.has(paper.type)) yield { ...keyPlace(catalogue, record), message: `The paper ${paper.id} has no date: write issued (or submitted).` };
    }
  },
};
