import type { CheckRule } from './check.js';
import { fieldPlace } from './place.js';

/** What is missing of such a paper is told by this one finding, not by one for every field. */
export const unchecked: CheckRule = {
  code: 'unchecked',
  severity: 'info',
  about: 'A paper was added while no service could be asked: only its identifier is certain.',
  *paper(record) {
    if (record.fields.unchecked !== true) return;
    yield { ...fieldPlace(record, 'unchecked', 'true'), message: `${record.fields.id} was added without being looked up: run Update Metadata, which completes it.` };
  },
};
