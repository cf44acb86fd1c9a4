/** Files that a document names: its bibliographies, and other files that may name more. */
import type { Span } from './types.js';

/** What names the file: a sentence for a person is made from it elsewhere. */
export type NamedBy =
  | 'addbibresource' | 'bibliography' | 'tex-root' | 'subfiles' | 'input' // LaTeX
  | 'front-matter' | 'project-file' | 'metadata-file' | 'include' // Markdown and its projects
  | 'typst-bibliography' | 'typst-include'
  | 'sphinx-conf' | 'bibliography-directive'
  | 'org-keyword' | 'asciidoc-attribute';

/** A file as a text names it. `start` to `end` is exactly the name. */
export interface NamedFile extends Span {
  /** As written: relative, absolute, a pattern, with or without its ending. */
  readonly path: string;
  /** `bibliography`: entries; `part`: belongs to the document and may name more; `root`: the document that this one is a part of. */
  readonly role: 'bibliography' | 'part' | 'root';
  readonly by: NamedBy;
  /** The ending that a missing one stands for: `.bib`. */
  readonly ending?: string;
  /** Relative to this folder of the document's instead of the folder itself (`\import{dir/}{file}`). */
  readonly below?: string;
}

/** A named file, unless its name is none: a macro, code, an address, nothing. */
export function named(text: string, start: number, end: number, role: NamedFile['role'], by: NamedBy, more: Pick<NamedFile, 'ending' | 'below'> = {}): NamedFile[] {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text.charAt(from))) from += 1;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to -= 1;
  const quoted = to - from > 1 && /^(["']).*\1$/u.test(text.slice(from, to));
  if (quoted) {
    from += 1;
    to -= 1;
  }
  const path = text.slice(from, to);
  if (path === '' || path.length > 1000 || /[\n\r#{}`"]|\('|^[a-z][a-z0-9+.-]+:\/\/|^@|\\[a-zA-Z]+$|^\\/iu.test(path)) return [];
  return [{ path, start: from, end: to, role, by, ...more }];
}
