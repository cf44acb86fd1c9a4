import { identifiers } from '../model/identity.js';
import type { CheckRule } from './check.js';
import { keyPlace } from './place.js';

export const noIdentifierOrLink: CheckRule = {
  code: 'no-identifier-or-link',
  severity: 'info',
  about: 'Nothing leads from a paper to the work: no identifier, no ISBN, no link.',
  *check(catalogue) {
    for (const record of catalogue.records) {
      const { paper, fields } = record;
      if (fields.title === undefined || identifiers(fields).length > 0 || fields.isbn !== undefined || Object.keys(paper.links).length > 0) continue;
      yield { ...keyPlace(catalogue, record), message: `Nothing leads from ${paper.id} to the work: add arxiv, doi or a link.` };
    }
  },
};
