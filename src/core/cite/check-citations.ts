/** What is wrong with a document's citations: keys that no bibliography has, and bibliographies that are not there. */
import { namedByProject, namedFiles, projectFiles } from './bibliography.js';
import type { Cited, CitedUse } from './cited.js';
import type { FoundBibliography } from './discover.js';
import type { NamedFile } from './named-file.js';
import { candidates } from './paths.js';
import type { MarkupId, Span } from './types.js';

/** What is known of a document's bibliography. */
export interface Sources {
  readonly found: readonly FoundBibliography[];
  /** How many of them could be read. */
  readonly read: number;
  readonly has: (key: string) => boolean;
}

/**
 * Keys that the bibliography lacks. None when there is no bibliography, or not all of it could be read: then nobody can tell.
 * Where nothing names the bibliography, `@name` in running text may greet a person; it counts only in a document that shows
 * otherwise that it cites.
 */
export function unresolvedKeys(cited: Cited, { found, read, has }: Sources): CitedUse[] {
  if (found.length === 0 || read < found.length) return [];
  const keys = [...cited.keys.values()];
  const named = found.some(({ by }) => by !== 'beside');
  const cites = named || keys.some(({ key, places }) => has(key) || places.some(({ command }) => command !== 'text'));
  return cites ? keys.filter(({ key }) => !has(key) && !cited.own.has(key)) : [];
}

/** A bibliography that is named and not there. */
export interface MissingBibliography extends Span {
  /** Where it would be. */
  readonly path: string;
  /** The name, as written. */
  readonly name: string;
}

/**
 * Where a file names bibliographies that are not there.
 * @param path of the file that names them: a document, or a project's file
 * @param root the project's folder
 */
export function missingBibliographies(text: string, path: string, markup: MarkupId, root: string | undefined, found: readonly FoundBibliography[]): MissingBibliography[] {
  const wanted = new Set(found.filter(({ exists, in: from }) => !exists && from === path).map((one) => one.path));
  if (wanted.size === 0) return [];
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const first = (file: NamedFile) => candidates(file, { folder, root })[0]?.path;
  const fileName = path.slice(path.lastIndexOf('/') + 1);
  const named = projectFiles.some((one) => one === fileName) ? namedByProject(text, fileName) : namedFiles(text, markup);
  return named.filter(({ role }) => role === 'bibliography').flatMap((file) => {
    const at = first(file);
    return at !== undefined && wanted.delete(at) ? [{ path: at, name: file.path, start: file.start, end: file.end }] : [];
  });
}
