import { identifiers } from '../model/identity.js';
import type { CheckRule } from './check.js';
import { keyPlace, writes } from './place.js';

export const noIdentifierOrLink: CheckRule = {
  code: 'no-identifier-or-link',
  severity: 'info',
  about: 'Nothing leads from a paper to the work: no identifier, no ISBN, no link.',
  *paper(record) {
    const { fields, links } = record.paper;
    if (fields.title === undefined || fields.unchecked === true || identifiers(fields).length > 0 || fields.isbn !== undefined || Object.keys(links).length > 0 || writes(record, 'arxiv', 'doi', 'acl', 'openreview', 'isbn')) return;
    yield { ...keyPlace(record, 'doi'), message: `Nothing leads from ${record.fields.id} to the work: add arxiv, doi or a link.` };
  },
};
