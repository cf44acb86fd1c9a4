/** What people do with the category tree; the papers follow. */
import type { Catalogue } from '../catalogue/catalogue.js';
import type { Layer } from '../catalogue/layer.js';
import { slugPattern, type Category } from '../model/schema.js';
import { fold } from '../model/text.js';
import { Filer, FilingError, type Filing } from './changes.js';
import { refile } from './papers.js';

/** A category's id from its title, below another one: `sdg/single-llm`. Never one that is taken. */
export function categoryId(catalogue: Catalogue, title: string, parent?: string): string {
  const slug = fold(title).replace(/[^a-z0-9]+/gu, '-').replace(/^-+|-+$/gu, '') || 'category';
  const id = parent === undefined ? slug : `${parent}/${slug}`;
  for (let count = 1; ; count += 1) {
    const wanted = count === 1 ? id : `${id}-${count}`;
    if (catalogue.category(wanted) === undefined && slugPattern.test(wanted)) return wanted;
  }
}

/** A new category, last in its parent or at the top. @returns also its id */
export function addCategory(catalogue: Catalogue, target: Layer, title: string, parent?: string): Filing & { readonly id: string } {
  const id = categoryId(catalogue, title, parent);
  const filer = new Filer();
  place(filer, catalogue, target, { id, title: title.trim() }, parent);
  return { ...filer.filing, id };
}

/** Another title; the id, and with it what papers say, stays. A bundled category takes the title in `target`. */
export function renameCategory(catalogue: Catalogue, target: Layer, id: string, title: string): Filing {
  const filer = new Filer();
  const owners = ownersOf(catalogue, id);
  const owner = [...owners].reverse().find(({ layer }) => layer.source.kind !== 'bundled');
  if (owner) filer.config(owner.layer.source, { kind: 'set', path: [...owner.path, 'title'], value: title.trim() });
  else place(filer, catalogue, target, { id, title: title.trim() }, known(catalogue, id).path.at(-2)?.id);
  return filer.filing;
}

/**
 * Puts a category below another one, or at the top; ids stay, so no paper changes.
 * @param before the category there that it is to stand before; null: last. Without it a category that is there already stays where it is
 */
export function moveCategory(catalogue: Catalogue, id: string, parent: string | undefined, before?: string | null): Filing {
  const { path } = known(catalogue, id);
  if (before === id || (before === undefined && path.at(-2)?.id === parent)) return new Filer().filing;
  if (parent !== undefined && known(catalogue, parent).path.some((above) => above.id === id)) throw new FilingError('A category cannot go below itself.');
  const filer = new Filer();
  for (const { layer, path: steps, category } of own(catalogue, id)) {
    filer.config(layer.source, { kind: 'unset', path: withoutEmpty(layer, steps) });
    place(filer, catalogue, layer, category, parent, before ?? undefined);
  }
  return filer.filing;
}

/** Files everything that is in one category, or below it, in another one instead, and takes the first out of the tree. */
export function mergeCategory(catalogue: Catalogue, target: Layer, from: string, into: string): Filing {
  if (from === into) throw new FilingError('A category cannot be merged with itself.');
  if (known(catalogue, into).path.some(({ id }) => id === from)) throw new FilingError('A category cannot be merged into one below it: move that one first.');
  return without(catalogue, target, from, into);
}

/** Takes a category and those below it out of the tree; their papers stay, filed in the category above, if there is one. */
export function deleteCategory(catalogue: Catalogue, target: Layer, id: string): Filing {
  return without(catalogue, target, id, known(catalogue, id).path.at(-2)?.id);
}

function without(catalogue: Catalogue, target: Layer, id: string, instead: string | undefined): Filing {
  const owners = own(catalogue, id);
  const inside = new Set<string>();
  const collect = (category: Category): void => {
    inside.add(category.id);
    category.children?.forEach(collect);
  };
  collect(known(catalogue, id).category);
  const papers = catalogue.papers.filter(({ paper }) => paper.categories.some((category) => inside.has(category)));
  const { papers: refiled } = refile(catalogue, target, papers, { from: id, to: instead });
  const filer = new Filer();
  for (const { layer, path } of owners) filer.config(layer.source, { kind: 'unset', path: withoutEmpty(layer, path) });
  return { papers: refiled, config: filer.filing.config };
}

/** How many papers are in a category or below it. */
export function papersIn(catalogue: Catalogue, id: string): number {
  return catalogue.papers.filter(({ paper }) => paper.categories.some((one) => catalogue.category(one)?.path.some((above) => above.id === id) === true)).length;
}

/** Writes a category into a layer's tree, with the categories above it where the layer has none of them yet. */
function place(filer: Filer, catalogue: Catalogue, layer: Layer, category: Category, parent: string | undefined, before?: string): void {
  const above = parent === undefined ? [] : known(catalogue, parent).path;
  let level: readonly Category[] = layer.config.categories;
  let path: (string | number)[] = ['categories'];
  for (const [at, step] of above.entries()) {
    const found = level.find(({ id }) => id === step.id);
    if (!found) {
      const missing = above.slice(at).reduceRight<Category>((child, { id, title }) => ({ id, title, children: [child] }), category);
      filer.config(layer.source, { kind: 'insert', path, value: missing });
      return;
    }
    path = [...path, step.id, 'children'];
    level = found.children ?? [];
  }
  // the category itself has left the level already
  const index = before === undefined ? -1 : level.filter(({ id }) => id !== category.id).findIndex(({ id }) => id === before);
  filer.config(layer.source, { kind: 'insert', path, value: category, ...(index < 0 ? {} : { index }) });
}

interface Owner {
  readonly layer: Layer;
  /** Steps from catalog.yaml to the category. */
  readonly path: readonly (string | number)[];
  readonly category: Category;
}

/** What goes with a category: the list of its parent's children, when it is the only one in it. */
function withoutEmpty({ config }: Layer, path: Owner['path']): Owner['path'] {
  let level: readonly Category[] = config.categories;
  for (let at = 1; at < path.length - 1; at += 2) level = level.find(({ id }) => id === path[at])?.children ?? [];
  return path.length > 2 && level.length === 1 ? path.slice(0, -1) : path;
}

/** Every layer whose own tree has the category. */
function ownersOf(catalogue: Catalogue, id: string): Owner[] {
  const find = (level: readonly Category[], path: readonly string[]): Omit<Owner, 'layer'> | undefined => {
    for (const category of level) {
      const here = [...path, category.id];
      if (category.id === id) return { path: here, category };
      const below = find(category.children ?? [], [...here, 'children']);
      if (below) return below;
    }
    return undefined;
  };
  return catalogue.layers.flatMap((layer) => {
    const found = find(layer.config.categories, ['categories']);
    return found ? [{ layer, ...found }] : [];
  });
}

/** The same, where all of them may be written to. */
function own(catalogue: Catalogue, id: string): Owner[] {
  const owners = ownersOf(catalogue, id);
  const bundled = owners.find(({ layer }) => layer.source.kind === 'bundled');
  if (bundled) throw new FilingError(`"${bundled.category.title}" belongs to the bundled catalogue: it can be renamed, but not moved or taken away. A catalogue of your own, made from the bundled one, can be changed freely.`);
  return owners;
}

function known(catalogue: Catalogue, id: string): NonNullable<ReturnType<Catalogue['category']>> {
  const found = catalogue.category(id);
  if (!found) throw new FilingError(`No catalogue has a category "${id}".`);
  return found;
}
