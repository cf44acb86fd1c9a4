import { nearest } from '../search/nearest.js';
import type { CheckRule } from './check.js';
import { possibleFix } from './fixes.js';
import { inPieces } from './pieces.js';
import { fieldPlace } from './place.js';

/** A paper says that a list carries it which catalog.yaml does not have. */
export const unknownList: CheckRule = {
  code: 'unknown-list',
  severity: 'error',
  about: 'A paper names a list that catalog.yaml does not have.',
  *whole(catalogue) {
    const known = catalogue.config.lists.map(({ id }) => id);
    yield* inPieces(catalogue.records, function* (record) {
      for (const [index, { list }] of (record.fields.lists ?? []).entries()) {
        if (known.includes(list)) continue;
        const near = nearest(list, known);
        const fix = near === undefined ? {} : { fix: possibleFix(`Write ${near} instead`, record, [[['lists', index, 'list'], near]]) };
        yield { ...fieldPlace(record, 'lists', list), message: `There is no list \`${list}\` in catalog.yaml${near === undefined ? '.' : `: did you mean \`${near}\`?`}`, ...fix };
      }
    });
  },
};
