import type { PaperType } from '../model/schema.js';
import type { CheckRule } from './check.js';
import { keyPlace, writes } from './place.js';

/** What is made by projects and changes all the time may lack authors and a date. */
export const impersonal: ReadonlySet<PaperType> = new Set<PaperType>(['software', 'webpage', 'document', 'dataset']);

export const noAuthors: CheckRule = {
  code: 'no-authors',
  severity: 'warning',
  about: 'A paper has no authors (software, datasets, web pages and documents may have none).',
  *paper(record) {
    const { fields, type } = record.paper;
    if (fields.title === undefined || fields.unchecked === true || (fields.authors ?? []).length > 0 || impersonal.has(type) || (fields.authors === undefined && writes(record, 'authors'))) return;
    yield { ...keyPlace(record, 'authors'), message: `The paper ${record.fields.id} has no authors.` };
  },
};
