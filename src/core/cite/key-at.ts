/** The key at a place: for hovers, definitions and renaming. */
import type { Citation, CitedKey, FindOptions, Markup } from './types.js';
import { citationAt } from './build.js';

/** What stands at an offset. */
export interface KeyAt extends CitedKey {
  readonly citation: Citation;
}

/** Keeps what was found in the texts last asked about. The caller owns it and lets it go. */
export class CitationCache {
  private readonly entries: { readonly text: string; readonly markup: Markup; readonly citations: readonly Citation[] }[] = [];

  /** @param size how many texts are kept */
  constructor(private readonly size = 8) {}

  /** The citations of a text; read once as long as it is among those kept. */
  find(text: string, markup: Markup): readonly Citation[] {
    const index = this.entries.findIndex((entry) => entry.markup === markup && entry.text === text);
    const [known] = index < 0 ? [] : this.entries.splice(index, 1);
    const entry = known ?? { text, markup, citations: markup.findCitations(text) };
    this.entries.unshift(entry);
    this.entries.length = Math.min(this.entries.length, this.size);
    return entry.citations;
  }
}

/** How far a key may be from what makes it one. */
const reach = 5000;
const signs = /[@{`<[]|cite/u;

/**
 * The key whose characters hold the offset, or end at it. Places with nothing that looks like a citation near them are answered
 * without reading the text; with a cache a text is read once.
 */
export function keyAt(text: string, offset: number, markup: Markup, cache?: CitationCache, options: FindOptions = {}): KeyAt | undefined {
  if (/^[\s]?$/u.test(text.charAt(offset)) && /^[\s]?$/u.test(text.charAt(offset - 1))) return undefined;
  if (!signs.test(text.slice(Math.max(0, offset - reach), offset + 1))) return undefined;
  const citations = cache && !options.isKey ? cache.find(text, markup) : markup.findCitations(text, options);
  const citation = citationAt(citations, offset);
  const at = (one: Citation | undefined) => {
    const key = one?.keys.find(({ start, end }) => start <= offset && offset < end) ?? one?.keys.find(({ end }) => end === offset);
    return one && key && { ...key, citation: one };
  };
  // Where two citations touch, the offset may belong to the second.
  return at(citation) ?? at(citation && citations[citations.indexOf(citation) + 1]);
}
