import { identityKeys } from '../ids/index.js';
import { identifiers } from '../model/identity.js';
import type { CheckRule } from './check.js';
import { workLinks } from './links-of.js';
import { fieldPlace } from './place.js';

/** A preprint and its publication are one work: only two identifiers of one kind can contradict each other. */
export const identifierLink: CheckRule = {
  code: 'identifier-link',
  severity: 'warning',
  about: 'A link of the work names another work than the identifier of the same kind does.',
  *paper(record) {
    const own = identifiers(record.paper.fields);
    for (const { kind, link, names } of workLinks(record)) {
      const keys = identityKeys(names);
      const other = own.find((id) => keys.some((key) => kindOf(key) === kindOf(id)));
      if (other === undefined || keys.some((key) => own.includes(key))) continue;
      yield { ...fieldPlace(record, 'links', link), message: `links.${kind} leads to ${names.kind} ${names.id}, and the paper says ${other.replace(':', ' ')}: one of them belongs to another work.` };
    }
  },
};

function kindOf(identifier: string): string {
  return identifier.slice(0, identifier.indexOf(':'));
}
