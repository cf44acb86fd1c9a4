/** Where a named file may be, as paths with forward slashes. Nothing is looked up. */
import type { NamedFile } from './named-file.js';

/** Where names are resolved from. Absolute paths with forward slashes: a URI's path, or `C:/…`. */
export interface PathContext {
  /** The folder of the file that holds the name. */
  readonly folder: string;
  /** The project's folder: Typst, Quarto and MyST mean it by a leading slash, TeX also looks there. */
  readonly root?: string | undefined;
  readonly home?: string | undefined;
}

/** A place to look. */
export interface Candidate {
  readonly path: string;
  /** `path` is a pattern (`refs/*.bib`) and may stand for several files. */
  readonly glob: boolean;
}

/** The places where a named file may be, the likeliest first, each once. */
export function candidates(file: Pick<NamedFile, 'path' | 'ending' | 'below'>, { folder, root, home }: PathContext): Candidate[] {
  const written = (file.below === undefined ? file.path : `${file.below}/${file.path}`).replace(/\\/gu, '/').replace(/^file:\/\/(?=\/)/u, '');
  const bases: string[] = [];
  if (/^~\//u.test(written)) bases.push(...(home === undefined ? [] : [`${home}${written.slice(1)}`]));
  else if (/^[a-z]:\//iu.test(written)) bases.push(written);
  else if (written.startsWith('/')) bases.push(...(root === undefined || inside(written, root) ? [] : [`${root}${written}`]), written);
  else bases.push(`${folder}/${written}`, ...(root === undefined ? [] : [`${root}/${written}`]));
  const paths = bases.flatMap((path) => withEnding(normalise(path), file.ending));
  return [...new Set(paths)].map((path) => ({ path, glob: /[*?]|\[[^\]/]+\]|\{[^}/]*,[^}/]*\}/u.test(path) }));
}

const inside = (path: string, folder: string) => path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** TeX adds the ending first and takes the name as it is after that. */
function withEnding(path: string, ending: string | undefined): string[] {
  return ending === undefined || path.toLowerCase().endsWith(ending) ? [path] : [`${path}${ending}`, path];
}

/** Without `.`, `..` and doubled slashes. */
export function normalise(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 1 || !/^[a-z]:$/iu.test(parts[0] ?? '')) parts.pop();
  }
  return `${path.startsWith('/') ? '/' : ''}${parts.join('/')}`;
}
