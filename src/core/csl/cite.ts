/** A work inside a citation, with what a person adds to it: CSL's cite-item. */
import { guard } from './guard.js';
import type { CslItem } from './json.js';

export interface Cite {
  readonly item: CslItem;
  /** Where in it, as people write it: `p. 3`, `pp. 3–5`, `chap. 2`, `§ 4`; a bare number is a page. */
  readonly locator?: string | undefined;
  /** Before it: `see`. */
  readonly prefix?: string | undefined;
  /** Behind it: `and elsewhere`. */
  readonly suffix?: string | undefined;
  /** Only what follows the author: "(2023)". */
  readonly suppressAuthor?: boolean | undefined;
  /** Only the author: "Wang et al." */
  readonly authorOnly?: boolean | undefined;
}

/** The same as the engine takes it. */
export interface EngineCite {
  readonly id: string;
  readonly label?: string;
  readonly locator?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly 'suppress-author'?: true;
  readonly 'author-only'?: true;
}

/** CSL's names of places in a work, and how people write them; a name may have an `s` behind it and a full stop. */
const labels: readonly (readonly [label: string, written: RegExp])[] = [
  ['page', /^(?:p|pp|pg|page)$/iu],
  ['chapter', /^(?:ch|chap|chapter)$/iu],
  ['section', /^(?:§|§§|sec|sect|section)$/iu],
  ['paragraph', /^(?:¶|¶¶|para|par|paragraph)$/iu],
  ['figure', /^(?:fig|figure)$/iu],
  ['line', /^(?:l|ll|line)$/iu],
  ['note', /^(?:n|nn|note|fn)$/iu],
  ['part', /^(?:pt|part)$/iu],
  ['volume', /^(?:vol|volume)$/iu],
  ['issue', /^(?:no|nr|number|issue)$/iu],
  ['column', /^(?:col|column)$/iu],
  ['folio', /^(?:fol|folio)$/iu],
  ['book', /^(?:bk|book)$/iu],
  ['verse', /^(?:v|vv|verse)$/iu],
  ['opus', /^(?:op|opus)$/iu],
  ['sub-verbo', /^(?:s\.v|sv)$/iu],
];

/** `pp. 3–5` → page, 3–5. Undefined when no name of a place is known in it. */
export function readLocator(text: string): { readonly label: string; readonly locator: string } | undefined {
  const trimmed = text.trim();
  if (/^[\divxlcdm]+(?:\s*[-–—,]\s*[\divxlcdm]+)*$/iu.test(trimmed)) return { label: 'page', locator: trimmed };
  const [, name = '', locator = ''] = /^(§{1,2}|¶{1,2}|\p{L}+(?:\.v)?)\.?\s*([^\s.].*)$/u.exec(trimmed) ?? [];
  if (locator === '') return undefined;
  const label = labels.find(([, written]) => written.test(name) || written.test(name.replace(/s$/iu, '')))?.[0];
  return label === undefined ? undefined : { label, locator };
}

/** What the engine gets. A locator that CSL has no name for stands behind the citation as it was written. */
export function engineCite({ locator = '', prefix = '', suffix = '', suppressAuthor, authorOnly }: Cite, id: string): EngineCite {
  const place = readLocator(locator);
  const behind = [place === undefined ? locator.trim() : '', suffix.trim()].filter((part) => part !== '').join(', ');
  return {
    id,
    ...(place === undefined ? {} : { label: place.label, locator: text(place.locator) }),
    ...(prefix.trim() === '' ? {} : { prefix: `${text(prefix.trim())} ` }),
    ...(behind === '' ? {} : { suffix: text(/^[,.;:)\]\s]/u.test(behind) ? behind : `, ${behind}`) }),
    ...(suppressAuthor === true ? { 'suppress-author': true as const } : {}),
    ...(authorOnly === true ? { 'author-only': true as const } : {}),
  };
}

function text(value: string): string {
  return guard(value) as string;
}
