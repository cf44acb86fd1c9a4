import { severalPeople, withoutOthers } from './author-names.js';
import type { CheckRule } from './check.js';
import { possibleFix } from './fixes.js';
import { fieldPlace } from './place.js';

export const authorEtAl: CheckRule = {
  code: 'author-et-al',
  severity: 'warning',
  about: 'The authors (or editors) end with "et al.": citation styles shorten lists themselves, and need all names to do it.',
  *paper(record) {
    for (const field of ['authors', 'editors'] as const) {
      for (const [index, person] of (record.fields[field] ?? []).entries()) {
        const name = typeof person === 'string' ? person : 'literal' in person ? person.literal : [person.family, person.given].filter(Boolean).join(', ');
        const rest = withoutOthers(name);
        // several people in one are taken apart first
        if (rest === undefined || (typeof person === 'string' && severalPeople(rest) !== undefined)) continue;
        const fix = rest === '' ? possibleFix(`Remove "${name}"`, record, [[[field, index], undefined]]) : typeof person === 'string' ? possibleFix(`Write ${rest} alone`, record, [[[field, index], rest]]) : undefined;
        yield { ...fieldPlace(record, field, typeof person === 'string' ? person : undefined), message: `\`${name}\`: write all ${field} (Update Metadata knows them); citation styles shorten the list themselves.`, ...(fix ? { fix } : {}) };
      }
    }
  },
};
