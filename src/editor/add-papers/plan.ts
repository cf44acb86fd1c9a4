/** Where new papers go, as it is being chosen. */
import type { KnownFields } from '../../core/adding/types.js';
import type { Catalogue } from '../../core/catalogue/catalogue.js';

/** A category of the tree, or one that is made when the papers are written. */
export type WantedCategory = { readonly id: string } | { readonly title: string; readonly parent?: string | undefined };

export interface Plan {
  /** Undefined until somebody has said something of it; then nobody is asked again. */
  categories: readonly WantedCategory[] | undefined;
  /** Undefined: the tags that records bring. */
  tags: readonly string[] | undefined;
  /** Id of the catalogue; undefined: the one that papers go to. */
  layer: string | undefined;
}

/** What the plan's categories are called. */
export function categoryNames(catalogue: Catalogue, categories: readonly WantedCategory[]): string {
  return categories.map((wanted) => ('id' in wanted ? (catalogue.category(wanted.id)?.category.title ?? wanted.id) : wanted.title)).join(', ');
}

/** The record with the tags that were chosen for it. */
export function withTags(fields: KnownFields, { tags }: Plan): KnownFields {
  return tags === undefined ? fields : { ...fields, tags: [...tags] };
}
