import { nearest } from '../search/nearest.js';
import type { CheckRule } from './check.js';
import { fieldPlace } from './place.js';

/** A paper says that a list carries it which catalog.yaml does not have. */
export const unknownList: CheckRule = {
  code: 'unknown-list',
  severity: 'error',
  about: 'A paper names a list that catalog.yaml does not have.',
  *check(catalogue) {
    const known = catalogue.config.lists.map(({ id }) => id);
    for (const record of catalogue.records) {
      for (const { list } of record.paper.lists) {
        if (known.includes(list)) continue;
        const near = nearest(list, known);
        yield { ...fieldPlace(catalogue, record, 'lists', list), message: `There is no list \`${list}\` in catalog.yaml${near === undefined ? '.' : `: did you mean \`${near}\`?`}` };
      }
    }
  },
};
