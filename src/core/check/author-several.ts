import { severalPeople, withoutOthers } from './author-names.js';
import type { CheckRule } from './check.js';
import { safeFix } from './fixes.js';
import { fieldPlace } from './place.js';

export const authorSeveral: CheckRule = {
  code: 'author-several',
  severity: 'warning',
  about: 'One item of authors (or editors) holds several people.',
  *paper(record) {
    for (const field of ['authors', 'editors'] as const) {
      const list = record.fields[field];
      if (!list) continue;
      const apart = list.map((person) => (typeof person === 'string' ? severalPeople(withoutOthers(person) ?? person) : undefined));
      const first = apart.findIndex((people) => people !== undefined);
      const name = list[first];
      if (typeof name !== 'string') continue;
      // "et al." stays where it is told apart from a name: that people are missing must not be forgotten
      const whole = list.flatMap((person, at) => (apart[at] ? [...apart[at], ...(typeof person === 'string' && withoutOthers(person) !== undefined ? ['et al.'] : [])] : [person]));
      yield {
        ...fieldPlace(record, field, name),
        message: `\`${name}\` is several people; give each an item of its own.`,
        fix: safeFix(`Give each an item: ${(apart[first] ?? []).join(' | ')}`, record, [[[field], whole]]),
      };
    }
  },
};
