/** What a chosen key becomes where it was being typed. */
import { writePandocKey } from './pandoc-key.js';
import { citeTypst, isTypstLabel } from './typst.js';
import type { MarkupId, Span } from './types.js';
import type { Splice } from '../yaml/splice.js';

/**
 * The splice that cites a key at a place: in braces where pandoc could not tell its end, as `#cite(label("…"))` where Typst's `@` cannot
 * hold it.
 * @param before the character before the place
 * @returns undefined where the key cannot stand
 */
export function completedKey(markup: MarkupId, before: string, { start, end }: Span, key: string): Splice | undefined {
  if (markup === 'typst') {
    const cited = citeTypst(key);
    if (before === '@' && !cited.startsWith('@')) return { start: start - 1, end, text: cited };
    if (before === '<' && !isTypstLabel(key)) return undefined;
    return { start, end, text: before === '"' ? key.replace(/["\\]/gu, '\\$&') : key };
  }
  const pandoc = markup === 'pandoc' || markup === 'myst' || markup === 'jupyter';
  return { start, end, text: pandoc && before === '@' ? writePandocKey(key).slice(1) : key };
}
