/** Fields that TeX reads verbatim: addresses, identifiers, file names. */

const escapes: Readonly<Record<string, string>> = { textasciitilde: '~', textunderscore: '_', textbackslash: '\\', sim: '~', '~': '~' };

/**
 * The value as the reader of an address needs it. biblatex takes such a field as it stands; what people escape all the same, because
 * BibTeX styles print it as text, loses its backslash. Braces and \url{…} around the whole go.
 */
export function verbatimText(tex: string): string {
  if (!/[\\{}<>\s$]/u.test(tex)) return tex;
  return tex
    .replace(/\\(?:url|path|nolinkurl|href)\s*(?=\{)/gu, '')
    .replace(/\{\\(textasciitilde|textunderscore)\}|\$\\(sim)\$|\\(textasciitilde|textunderscore)(?:\{\}|\s+)?|\\(~)\s?(?:\{\s?\})?/gu, (_whole, a?: string, b?: string, c?: string, d?: string) => escapes[a ?? b ?? c ?? d ?? ''] ?? '')
    .replace(/\\([_%&#$^{}~-])/gu, '$1')
    .replace(/\\\//gu, '')
    .replace(/[{}]/gu, '')
    .trim()
    .replace(/^<(.*)>$/u, '$1')
    .replace(/\s+/gu, ' ');
}
