/** What a page asks to be changed in the category tree → changes of catalog.yaml and of the papers files that name the category. */
import type { Edit } from '../../protocol.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { Layer } from '../catalogue/layer.js';
import { addCategory, deleteCategory, mergeCategory, moveCategory, renameCategory, type Filing } from '../filing/index.js';
import { Refusal } from './item.js';

export type CategoryEdit = Extract<Edit, { kind: 'addCategory' | 'renameCategory' | 'moveCategory' | 'mergeCategory' | 'deleteCategory' }>;

export function isCategoryEdit(edit: Edit): edit is CategoryEdit {
  return edit.kind.endsWith('Category');
}

/**
 * @param target the layer whose editor asks
 * @throws Refusal or FilingError when it cannot be done
 */
export function fileCategories(edit: CategoryEdit, catalogue: Catalogue, target: Layer): Filing {
  const filing = plan(edit, catalogue, target);
  for (const { layer, file, changes } of filing.papers) {
    const entries = catalogue.layers.find(({ source }) => source.id === layer.id)?.files.get(file)?.entries ?? [];
    for (const change of changes) {
      // a change by key would reach the first of them, whichever is meant
      if (change.kind !== 'add' && entries.filter(({ fields }) => fields.id === change.id).length > 1) throw new Refusal(`${file} has two papers with the citation key ${change.id}. Give one of them another key first.`);
    }
  }
  return filing;
}

function plan(edit: CategoryEdit, catalogue: Catalogue, target: Layer): Filing {
  switch (edit.kind) {
    case 'addCategory':
      if (!/\S/u.test(edit.title)) throw new Refusal('A category needs a title.');
      return addCategory(catalogue, target, edit.title, edit.under ?? undefined);
    case 'renameCategory':
      if (!/\S/u.test(edit.title)) throw new Refusal('A category needs a title.');
      return catalogue.category(edit.category)?.category.title === edit.title.trim() ? { papers: [], config: [] } : renameCategory(catalogue, target, edit.category, edit.title);
    case 'moveCategory': {
      const { path = [] } = catalogue.category(edit.category) ?? {};
      const parent = edit.under ?? undefined;
      const siblings = (parent === undefined ? catalogue.categories : (catalogue.category(parent)?.category.children ?? [])).map(({ id }) => id);
      const at = path.at(-2)?.id === parent ? siblings.indexOf(edit.category) : -1;
      // where it stands already
      if (at >= 0 && (siblings[at + 1] ?? null) === edit.before) return { papers: [], config: [] };
      return moveCategory(catalogue, edit.category, parent, edit.before);
    }
    case 'mergeCategory':
      return mergeCategory(catalogue, target, edit.category, edit.into);
    case 'deleteCategory':
      return deleteCategory(catalogue, target, edit.category);
  }
}
