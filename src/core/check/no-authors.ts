import type { PaperType } from '../model/schema.js';
import type { CheckRule } from './check.js';
import { keyPlace } from './place.js';

/** What is made by projects and changes all the time may lack authors and a date. */
export const impersonal: ReadonlySet<PaperType> = new Set<PaperType>(['software', 'webpage', 'document', 'dataset']);

export const noAuthors: CheckRule = {
  code: 'no-authors',
  severity: 'warning',
  about: 'A paper has no authors (software, datasets, web pages and documents may have none).',
  *check(catalogue) {
    for (const record of catalogue.records) {
      const { paper, fields } = record;
      if (fields.title !== undefined && paper.authors.length === 0 && !impersonal.has(paper.type)) yield { ...keyPlace(catalogue, record), message: `The paper ${paper.id} has no authors.` };
    }
  },
};
