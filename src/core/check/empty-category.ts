import { configFile } from '../catalogue/layer.js';
import type { Category } from '../model/schema.js';
import type { CheckRule } from './check.js';
import { configPlace } from './place.js';
import { categoryIds } from './unknown-category.js';

/** A category holds no paper, nor does any below it. */
export const emptyCategory: CheckRule = {
  code: 'empty-category',
  severity: 'warning',
  about: 'Neither a category nor any category below it holds a paper.',
  *check(catalogue) {
    const filled = new Set(catalogue.records.flatMap(({ paper }) => paper.categories));
    for (const { id, title } of topmostEmpty(catalogue.config.categories, filled)) {
      yield { file: configFile, ...configPlace(catalogue, configFile, id), message: `The category \`${title}\` (${id}) holds no paper.` };
    }
  },
};

/** Of an empty branch only its root is named. */
function* topmostEmpty(categories: readonly Category[], filled: ReadonlySet<string>): Generator<Category> {
  for (const category of categories) {
    const ids = [...categoryIds([category])];
    if (ids.some((id) => filled.has(id))) yield* topmostEmpty(category.children ?? [], filled);
    else yield category;
  }
}
