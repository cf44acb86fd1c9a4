import { identifiers } from '../model/identity.js';
import { identityKeys } from '../ids/index.js';
import type { CheckRule } from './check.js';
import { safeFix } from './fixes.js';
import { workLinks } from './links-of.js';
import { fieldPlace } from './place.js';

const fieldOf: Readonly<Record<string, 'arxiv' | 'doi' | 'acl' | 'openreview'>> = { arxiv: 'arxiv', doi: 'doi', acl: 'acl', openreview: 'openreview' };

export const identifierInLink: CheckRule = {
  code: 'identifier-in-link',
  severity: 'info',
  about: 'A link of the work holds an identifier that the paper does not say: look-ups and the search for duplicates go by identifiers.',
  *paper(record) {
    const own = identifiers(record.paper.fields);
    const said = new Set<string>();
    for (const { kind, link, names } of workLinks(record)) {
      const field = fieldOf[names.kind];
      if (field === undefined || said.has(field) || record.paper.fields[field] !== undefined || identityKeys(names).some((key) => own.includes(key))) continue;
      // a DOI of arXiv is an arXiv id already
      if (own.some((id) => id.startsWith(`${field}:`))) continue;
      said.add(field);
      yield { ...fieldPlace(record, 'links', link), message: `links.${kind} names the ${field} identifier ${names.id}; write it as ${field}.`, fix: safeFix(`Write ${field}: ${names.id}`, record, [[[field], names.id]]) };
    }
  },
};
