/** Rows of the Papers view on their way to another row: what the view tells, and the feature that files does. */

export interface Dropped {
  /** Papers, each with the category that its row stands in. */
  readonly papers: readonly { readonly key: string; readonly from: string | undefined }[];
  /** Ids of categories. */
  readonly categories: readonly string[];
  /** The category on which, or on a paper in which, they were dropped; without an id the group of what is in none. `top`: beside all rows. */
  readonly onto: 'top' | { readonly category: string | undefined };
}

/** Anybody can call a command. */
export function isDropped(value: unknown): value is Dropped {
  if (typeof value !== 'object' || value === null) return false;
  const { papers, categories, onto } = value as { papers?: unknown; categories?: unknown; onto?: unknown };
  const isText = (one: unknown) => one === undefined || typeof one === 'string';
  const isPaper = (one: unknown) => typeof one === 'object' && one !== null && typeof (one as { key?: unknown }).key === 'string' && isText((one as { from?: unknown }).from);
  return (
    Array.isArray(papers) && papers.every(isPaper) &&
    Array.isArray(categories) && categories.every((one) => typeof one === 'string') &&
    (onto === 'top' || (typeof onto === 'object' && onto !== null && isText((onto as { category?: unknown }).category)))
  );
}
