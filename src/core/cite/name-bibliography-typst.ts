/** `#bibliography("references.bib")` at the end, or a further file in the one that is there. */
import { typstNames } from './bibliography-typst.js';
import { atEnd, instead, type NamingSplice } from './naming.js';

export function nameInTypst(text: string, path: string): NamingSplice[] {
  if (!/\.(?:bib|ya?ml)$/iu.test(path)) return [];
  const quoted = `"${path.replace(/["\\]/gu, '\\$&')}"`;
  const named = typstNames(text).filter(({ role }) => role === 'bibliography');
  if (named.some((file) => file.path.replace(/^\.\//u, '') === path)) return [];
  const last = named.at(-1);
  if (!last) return [atEnd(text, `#bibliography(${quoted})`)];
  // a document has one bibliography, of one file or an array of them
  const [start, end] = [last.start - 1, last.end + 1];
  const before = text.slice(Math.max(0, start - 200), start);
  return /bibliography\([ \t\r\n]*$/u.test(before) ? [instead(start, end, `(${text.slice(start, end)}, ${quoted})`)] : [instead(end, end, `, ${quoted}`)];
}
