/** Writes the line by which a document names a bibliography, where its markup wants it. */
import { nameInLatex } from './name-bibliography-latex.js';
import { nameInAsciidoc, nameInOrg, nameInRst } from './name-bibliography-lines.js';
import { nameInTypst } from './name-bibliography-typst.js';
import { nameInFrontMatter } from './name-bibliography-yaml.js';
import type { NamingSplice } from './naming.js';
import type { MarkupId } from './types.js';

export type { NamingSplice } from './naming.js';

/**
 * What to change so that a document names a bibliography, and lists what it cites where it does not do so yet. A document that
 * names others names this one as well.
 * @param relativePath from the document's folder, with forward slashes
 * @returns sorted; empty when it is named already, or cannot be: a chapter that another file includes, a markup without
 * bibliographies, a path that cannot be written there, a format that its tools do not read
 */
export function nameBibliography(text: string, markup: MarkupId, relativePath: string): NamingSplice[] {
  // signs that discovery takes for a macro
  if (relativePath === '' || /[\n\r#{}]/u.test(relativePath)) return [];
  switch (markup) {
    case 'latex':
      return nameInLatex(text, relativePath);
    case 'pandoc':
    case 'myst':
    case 'markdown':
      return nameInFrontMatter(text, relativePath);
    case 'typst':
      return nameInTypst(text, relativePath);
    case 'rst':
      return nameInRst(text, relativePath);
    case 'org':
      return nameInOrg(text, relativePath);
    case 'asciidoc':
      return nameInAsciidoc(text, relativePath);
    case 'jupyter':
    case 'bibtex':
    case 'html':
    case 'text':
      return [];
  }
}

/** Where an offset of the old text is in the new one; the splices are sorted. A caret stays with the text that it stands in, not with the line that names. */
export function moveOffset(splices: readonly NamingSplice[], offset: number): number {
  let shift = 0;
  for (const { start, end, text, head } of splices) {
    if (end < offset || (end === offset && (head || start < end))) shift += text.length - (end - start);
    else if (start < offset) return start + shift + text.length;
  }
  return offset + shift;
}

/** The path from a folder to a file, both absolute with forward slashes. */
export function relativePath(folder: string, path: string): string {
  const from = folder.split('/').filter((part) => part !== '');
  const to = path.split('/').filter((part) => part !== '');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same += 1;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}
