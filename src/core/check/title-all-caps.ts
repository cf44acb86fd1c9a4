import type { CheckRule } from './check.js';
import { fieldPlace } from './place.js';

/** A title in capitals only. One or two words may be a name (BERT, GPT NEOX). */
export const titleAllCaps: CheckRule = {
  code: 'title-all-caps',
  severity: 'warning',
  about: 'A title of three or more words is in capitals only.',
  *paper(record) {
    const { title } = record.fields;
    if (title === undefined || /\p{Ll}/u.test(title) || (title.match(/\p{Lu}{2,}/gu)?.length ?? 0) < 3) return;
    yield { ...fieldPlace(record, 'title'), message: 'The title is in capitals only; write it as the work itself does, in lower case: styles can make capitals, but not undo them.' };
  },
};
