/** Which bibliographies a document has: those it names, those of the document it is a part of, those of its project, else one beside it. */
import { namedByProject, namedFiles, projectFiles, usualFiles } from './bibliography.js';
import type { NamedFile } from './named-file.js';
import { candidates, type Candidate } from './paths.js';
import type { MarkupId } from './types.js';

/** The files around a document. Paths are absolute, with forward slashes. */
export interface Surroundings {
  /** A file's text, or undefined when there is no such file. */
  read(path: string): Promise<string | undefined>;
  /** Names in a folder; empty when there is none. */
  list(folder: string): Promise<readonly string[]>;
}

export interface FoundBibliography {
  readonly path: string;
  /** What names it, and in which file; when nothing does: `chosen` by a person, `default` by a setting, `beside` the document. */
  readonly by: NamedFile['by'] | 'beside' | 'chosen' | 'default';
  readonly in: string;
  readonly exists: boolean;
}

/** More files than this are not followed: a document has chapters, not thousands of them. */
const mostFiles = 60;

/**
 * @param document its path and text; the text may be newer than the file's
 * @param root the project's folder
 */
export async function findBibliographies(document: { path: string; text: string; markup: MarkupId }, root: string | undefined, around: Surroundings): Promise<FoundBibliography[]> {
  const found = new Map<string, FoundBibliography>();
  const seen = new Set<string>();
  const queue: { path: string; text: string }[] = [document];
  while (queue.length > 0 && seen.size < mostFiles) {
    const next = queue.shift();
    if (!next || seen.has(next.path)) continue;
    seen.add(next.path);
    for (const file of namedFiles(next.text, document.markup)) {
      if (file.role === 'bibliography') await addBibliography(found, file, next.path, root, around);
      else for (const part of await existing(file, next.path, root, around)) if (!seen.has(part.path)) queue.push(part);
    }
  }
  if (found.size === 0) await addProject(found, document.path, root, around);
  if (found.size === 0) await addUsual(found, document.path, around);
  return [...found.values()];
}

async function addBibliography(found: Map<string, FoundBibliography>, file: NamedFile, from: string, root: string | undefined, around: Surroundings): Promise<void> {
  const places = candidates(file, { folder: folderOf(from), root });
  for (const place of places) {
    const paths = place.glob ? await expand(place, around) : (await around.read(place.path)) === undefined ? [] : [place.path];
    for (const path of paths) if (!found.has(path)) found.set(path, { path, by: file.by, in: from, exists: true });
    if (paths.length > 0) return;
  }
  // named but not there yet: where it would be, so that it can be made
  const [first] = places;
  if (first && !first.glob && !found.has(first.path)) found.set(first.path, { path: first.path, by: file.by, in: from, exists: false });
}

async function existing(file: NamedFile, from: string, root: string | undefined, around: Surroundings): Promise<{ path: string; text: string }[]> {
  for (const { path, glob } of candidates(file, { folder: folderOf(from), root })) {
    const text = glob ? undefined : await around.read(path);
    if (text !== undefined) return [{ path, text }];
  }
  return [];
}

async function addProject(found: Map<string, FoundBibliography>, path: string, root: string | undefined, around: Surroundings): Promise<void> {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const names = new Set(await around.list(folder));
    for (const name of projectFiles.filter((one) => names.has(one))) {
      const text = await around.read(`${folder}/${name}`);
      for (const file of text === undefined ? [] : namedByProject(text, name)) if (file.role === 'bibliography') await addBibliography(found, file, `${folder}/${name}`, root, around);
    }
    if (found.size > 0 || root === undefined || !folder.startsWith(`${root}/`)) return;
  }
}

async function addUsual(found: Map<string, FoundBibliography>, path: string, around: Surroundings): Promise<void> {
  const folder = folderOf(path);
  const names = new Set(await around.list(folder));
  const usual = usualFiles.find((name) => names.has(name));
  if (usual !== undefined) found.set(`${folder}/${usual}`, { path: `${folder}/${usual}`, by: 'beside', in: path, exists: true });
}

/** A pattern's files; only the last part of a path may be one. */
async function expand({ path }: Candidate, around: Surroundings): Promise<string[]> {
  const folder = folderOf(path);
  const pattern = path.slice(folder.length + 1);
  if (/[*?[{]/u.test(folder)) return [];
  const source = pattern.replace(/[.+^$()|\\]/gu, '\\$&').replace(/\*+/gu, '[^/]*').replace(/\?/gu, '[^/]').replace(/\{([^}]*)\}/gu, (_all, choices: string) => `(?:${choices.split(',').join('|')})`);
  const test = new RegExp(`^${source}$`, 'u');
  return (await around.list(folder)).filter((name) => test.test(name)).sort().map((name) => `${folder}/${name}`);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
