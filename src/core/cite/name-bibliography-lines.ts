/** Names that stand on a line of their own: reStructuredText's directive, Org's keyword, AsciiDoc's attribute. */
import { asciidocNames, orgNames, rstNames } from './bibliography-lines.js';
import { above, atEnd, below, endOfHead, lineEnd, linesAt, type NamingSplice } from './naming.js';
import type { NamedFile } from './named-file.js';

const bibliographies = (files: readonly NamedFile[]) => files.filter(({ role }) => role === 'bibliography');
const names = (files: readonly NamedFile[], path: string) => files.some((file) => file.path.replace(/^\.\//u, '') === path);

/** `.. bibliography:: a.bib b.bib`: names are parted by blanks, so that a name with blanks cannot be written. */
export function nameInRst(text: string, path: string): NamingSplice[] {
  if (/\s/u.test(path)) return [];
  const named = bibliographies(rstNames(text));
  if (names(named, path)) return [];
  const last = named.at(-1);
  if (last) return [below(last.end, ` ${path}`)];
  const bare = /^[ \t]*\.\.[ \t]{1,20}bibliography::[ \t]*(?=\r?$)/mu.exec(text);
  return bare ? [below(bare.index + bare[0].trimEnd().length, ` ${path}`)] : [atEnd(text, `.. bibliography:: ${path}`)];
}

/** `#+bibliography:` below the keywords at the top, and `#+print_bibliography:` at the end where there is none. */
export function nameInOrg(text: string, path: string): NamingSplice[] {
  const written = /\s/u.test(path) ? `"${path}"` : path;
  if (path.includes('"')) return [];
  const named = bibliographies(orgNames(text));
  if (names(named, path)) return [];
  const last = named.at(-1);
  const line = `#+bibliography: ${written}`;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const place = last ? above(lineEnd(text, last.end), `${eol}${line}`) : linesAt(text, endOfHead(text, (one) => /^\s*#\+[a-z_]+:|^# -\*-/iu.test(one)), line);
  return /^[ \t]*#\+print_bibliography:/imu.test(text) ? [place] : [place, atEnd(text, '#+print_bibliography:')];
}

/** `:bibtex-file:` in the header, and the macro that lists what is cited at the end where there is none. */
export function nameInAsciidoc(text: string, path: string): NamingSplice[] {
  const named = bibliographies(asciidocNames(text));
  // the processor takes one file: another name would replace it
  if (named.length > 0) return [];
  // title, author, revision, attributes and comments, up to the first blank line
  let open = true;
  const end = endOfHead(text, (line, index) => (open &&= index === 0 ? /^(?:= |:[\w!-]+:|\/\/)/u.test(line) : line.trim() !== ''));
  const place = linesAt(text, end, `:bibtex-file: ${path}`);
  return /^bibliography::/mu.test(text) ? [place] : [place, atEnd(text, 'bibliography::[]')];
}
