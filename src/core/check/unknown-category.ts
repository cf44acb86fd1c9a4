import type { Category } from '../model/schema.js';
import { nearest } from '../search/nearest.js';
import type { CheckRule } from './check.js';
import { possibleFix } from './fixes.js';
import { inPieces } from './pieces.js';
import { fieldPlace } from './place.js';

/** A paper names a category that the tree does not have. */
export const unknownCategory: CheckRule = {
  code: 'unknown-category',
  severity: 'error',
  about: 'A paper names a category that catalog.yaml does not have.',
  *whole(catalogue) {
    const known = [...categoryIds(catalogue.config.categories)];
    const ids = new Set(known);
    yield* inPieces(catalogue.records, function* (record) {
      for (const [index, id] of (record.fields.categories ?? []).entries()) {
        if (ids.has(id)) continue;
        const near = nearest(id, known) ?? known.find((one) => one.endsWith(`/${id}`));
        const fix = near === undefined || record.fields.categories?.includes(near) === true ? {} : { fix: possibleFix(`Write ${near} instead`, record, [[['categories', index], near]]) };
        yield { ...fieldPlace(record, 'categories', id), message: `There is no category \`${id}\` in catalog.yaml${near === undefined ? '.' : `: did you mean \`${near}\`?`}`, ...fix };
      }
    });
  },
};

/** All ids of a tree, each before those below it. */
export function* categoryIds(categories: readonly Category[]): Generator<string> {
  for (const { id, children } of categories) {
    yield id;
    yield* categoryIds(children ?? []);
  }
}
