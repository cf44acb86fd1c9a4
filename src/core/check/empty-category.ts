import { configFile } from '../catalogue/layer.js';
import type { Category } from '../model/schema.js';
import type { EditPath } from '../yaml/changes.js';
import type { CheckRule } from './check.js';
import { configPlace } from './place.js';
import { categoryIds } from './unknown-category.js';

/** A category holds no paper, nor does any below it. */
export const emptyCategory: CheckRule = {
  code: 'empty-category',
  severity: 'warning',
  about: 'Neither a category nor any category below it holds a paper.',
  *whole(catalogue) {
    const filled = new Set(catalogue.filledElsewhere);
    for (const { paper } of catalogue.records) for (const id of paper.categories) filled.add(id);
    for (const { category: { id, title }, path } of topmostEmpty(catalogue.own.categories, filled, ['categories'])) {
      const fix = { title: `Remove the category ${title}`, safe: false, papers: [], config: [{ kind: 'unset', path }] } as const;
      yield { file: configFile, ...configPlace(catalogue, configFile, id), message: `The category \`${title}\` (${id}) holds no paper.`, fix };
    }
  },
};

/** Of an empty branch only its root is named. */
function* topmostEmpty(categories: readonly Category[], filled: ReadonlySet<string>, above: EditPath): Generator<{ category: Category; path: EditPath }> {
  for (const category of categories) {
    const ids = [...categoryIds([category])];
    const path = [...above, category.id];
    if (ids.some((id) => filled.has(id))) yield* topmostEmpty(category.children ?? [], filled, [...path, 'children']);
    else yield { category, path };
  }
}
