import { arxivMonth } from './arxiv-month.js';
import type { CheckRule } from './check.js';
import { safeFix } from './fixes.js';
import { impersonal } from './no-authors.js';
import { keyPlace, writes } from './place.js';

export const noDate: CheckRule = {
  code: 'no-date',
  severity: 'warning',
  about: 'A paper has neither issued nor submitted (software, datasets, web pages and documents may have neither).',
  *paper(record) {
    const { fields, type, year } = record.paper;
    if (fields.title === undefined || fields.unchecked === true || year !== undefined || impersonal.has(type) || writes(record, 'issued', 'submitted')) return;
    const month = arxivMonth(fields.arxiv);
    // of a publication arXiv knows the first posting only
    const field = type === 'article' ? 'issued' : 'submitted';
    const fix = month === undefined ? {} : { fix: safeFix(`Write ${field}: ${month}, as the arXiv id says`, record, [[[field], month]]) };
    yield { ...keyPlace(record, 'issued'), message: `The paper ${record.fields.id} has no date: write issued (or submitted).`, ...fix };
  },
};
