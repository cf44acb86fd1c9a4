/** Texts of Hayagriva, in which braces keep capitals and dollar signs begin formulas. */
import { titleParts } from '../bibtex/protect.js';

/** Plain text → Hayagriva: signs that mean something are written so that they print. */
export function toHayagriva(text: string): string {
  return text.replace(/[\\{}$]/gu, '\\$&');
}

/** The same for a title, with braces around names and acronyms. */
export function titleToHayagriva(title: string, protect: boolean): string {
  if (!protect) return toHayagriva(title);
  return titleParts(title).map(({ text, kept }) => (kept ? `{${toHayagriva(text)}}` : toHayagriva(text))).join('');
}

/** Hayagriva → plain text. */
export function plainHayagriva(text: string): string {
  return /[\\{}]/u.test(text) ? text.replace(/\\([\\{}$*_])|[{}]/gu, (_, sign: string | undefined) => sign ?? '') : text;
}
