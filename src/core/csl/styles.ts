/** The citation styles that come with Litshelf. */

/** Id → the name that a person reads, in the order in which they are offered. */
export const bundledStyles = {
  apa: 'APA (7th edition)',
  ieee: 'IEEE',
  acm: 'ACM',
  'chicago-author-date': 'Chicago (author-date)',
  nature: 'Nature',
  vancouver: 'Vancouver (NLM)',
  mla: 'MLA (9th edition)',
  harvard: 'Harvard (Cite Them Right)',
} as const;
export type BundledStyle = keyof typeof bundledStyles;

/** Whether a style of this name comes with Litshelf. */
export function isBundledStyle(name: string): name is BundledStyle {
  return Object.hasOwn(bundledStyles, name);
}
