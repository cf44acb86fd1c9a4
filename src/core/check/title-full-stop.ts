import type { CheckRule } from './check.js';
import { safeFix } from './fixes.js';
import { fieldPlace } from './place.js';

/** A full stop ends the title: styles add their own. Ellipses and initialisms (“et al.”, “U.S.”) keep theirs. */
export const titleFullStop: CheckRule = {
  code: 'title-full-stop',
  severity: 'warning',
  about: 'A title ends with a full stop, which citation styles add themselves.',
  *paper(record) {
    const { title } = record.fields;
    if (title === undefined || !/[^.]\.\s*$/u.test(title) || /(?:^|[\s.])(?:\p{L}|al|etc|inc|ltd|vs)\.\s*$/iu.test(title)) return;
    yield { ...fieldPlace(record, 'title'), message: 'The title ends with a full stop; leave it out: citation styles add their own.', fix: safeFix('Leave the full stop out', record, [[['title'], title.replace(/\s*\.\s*$/u, '')]]) };
  },
};
