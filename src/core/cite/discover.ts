/** Which bibliographies a document has: those it names, those of the document it is a part of, those of its project, else one beside it. */
import { namedByProject, namedFiles, projectFiles, usualFiles } from './bibliography.js';
import { includedBy } from './including.js';
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
/** A chapter of a part of a main document. */
const mostRoots = 3;

/**
 * @param document its path and text; the text may be newer than the file's
 * @param root the project's folder
 */
export async function findBibliographies(document: { path: string; text: string; markup: MarkupId }, root: string | undefined, around: Surroundings): Promise<FoundBibliography[]> {
  const { markup } = document;
  const found = new Map<string, FoundBibliography>();
  await addNamed(found, document, markup, root, around);
  let part: { path: string; text: string } | undefined = document;
  for (let step = 0; step < mostRoots && part && found.size === 0; step += 1) {
    part = await includedBy(part.path, markup, root, around);
    if (part) await addNamed(found, part, markup, root, around);
  }
  if (found.size === 0) await addProject(found, document.path, root, around);
  if (found.size === 0) await addUsual(found, document.path, around);
  return [...found.values()];
}

/** A file that is to be read, and the folder of the main document, from which TeX takes names whichever file they stand in. */
interface Reading {
  readonly path: string;
  readonly text: string;
  readonly base: string;
}

/** What a document names, and what it includes. */
async function addNamed(found: Map<string, FoundBibliography>, document: { path: string; text: string }, markup: MarkupId, root: string | undefined, around: Surroundings): Promise<void> {
  const seen = new Set<string>();
  const queue: Reading[] = [{ path: document.path, text: document.text, base: folderOf(document.path) }];
  while (queue.length > 0 && seen.size < mostFiles) {
    const next = queue.shift();
    if (!next || seen.has(next.path)) continue;
    seen.add(next.path);
    for (const file of isSettings(next.path) ? namedByProject(next.text, next.path) : namedFiles(next.text, markup)) {
      if (file.role === 'bibliography') await addBibliography(found, file, next, root, around);
      else for (const part of await existing(file, next, root, around)) if (!seen.has(part.path)) queue.push({ ...part, base: file.role === 'root' ? folderOf(part.path) : next.base });
    }
  }
}

const isSettings = (path: string) => /\.ya?ml$/iu.test(path);

/** Where a file is looked for that another one names. */
function placesOf(file: NamedFile, { path, base }: Pick<Reading, 'path' | 'base'>, root: string | undefined): Candidate[] {
  const places = new Map([folderOf(path), base].flatMap((folder) => candidates(file, { folder, root })).map((place) => [place.path, place]));
  return [...places.values()];
}

async function addBibliography(found: Map<string, FoundBibliography>, file: NamedFile, named: Pick<Reading, 'path' | 'base'>, root: string | undefined, around: Surroundings): Promise<void> {
  const from = named.path;
  const places = placesOf(file, named, root);
  for (const place of places) {
    const paths = place.glob ? await expand(place, around) : await itself(place, around);
    for (const path of paths) if (!found.has(path)) found.set(path, { path, by: file.by, in: from, exists: true });
    if (paths.length > 0) return;
  }
  // named but not there yet: where it would be, so that it can be made
  const [first] = places;
  if (first && !first.glob && !found.has(first.path)) found.set(first.path, { path: first.path, by: file.by, in: from, exists: false });
}

async function existing(file: NamedFile, from: Pick<Reading, 'path' | 'base'>, root: string | undefined, around: Surroundings): Promise<{ path: string; text: string }[]> {
  for (const { path, glob } of placesOf(file, from, root)) {
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
      if (text !== undefined) await addSettings(found, { path: `${folder}/${name}`, text }, root, around);
    }
    // bookdown reads the front matter of a book's first file
    const first = found.size === 0 && [...names].some((name) => /^_bookdown\.ya?ml$/u.test(name)) ? [...names].find((name) => /^index\.rmd$/iu.test(name)) : undefined;
    const text = first === undefined ? undefined : await around.read(`${folder}/${first}`);
    if (text !== undefined) await addNamed(found, { path: `${folder}/${first ?? ''}`, text }, 'pandoc', root, around);
    if (found.size > 0 || root === undefined || !folder.startsWith(`${root}/`)) return;
  }
}

/** What a project's file names, and the further files of settings that it names. */
async function addSettings(found: Map<string, FoundBibliography>, settings: { path: string; text: string }, root: string | undefined, around: Surroundings): Promise<void> {
  const queue = [settings];
  const seen = new Set<string>();
  for (let next = queue.shift(); next !== undefined && seen.size < mostFiles; next = queue.shift()) {
    if (seen.has(next.path)) continue;
    seen.add(next.path);
    const named = { path: next.path, base: folderOf(settings.path) };
    for (const file of namedByProject(next.text, next.path)) {
      if (file.role === 'bibliography') await addBibliography(found, file, named, root, around);
      else queue.push(...(await existing(file, named, root, around)));
    }
  }
}

async function addUsual(found: Map<string, FoundBibliography>, path: string, around: Surroundings): Promise<void> {
  const folder = folderOf(path);
  const names = new Set(await around.list(folder));
  const usual = usualFiles.find((name) => names.has(name));
  if (usual !== undefined) found.set(`${folder}/${usual}`, { path: `${folder}/${usual}`, by: 'beside', in: path, exists: true });
}

async function itself({ path }: Candidate, around: Surroundings): Promise<string[]> {
  return (await around.read(path)) === undefined ? [] : [path];
}

/** A pattern's files; only the last part of a path may be one. `refs [1].bib` may also be a name. */
async function expand(place: Candidate, around: Surroundings): Promise<string[]> {
  const folder = folderOf(place.path);
  const pattern = place.path.slice(folder.length + 1);
  if (/[*?[{]/u.test(folder)) return await itself(place, around);
  const test = patternTest(pattern);
  const found = test === undefined ? [] : (await around.list(folder)).filter((name) => test.test(name)).sort().map((name) => `${folder}/${name}`);
  return found.length === 0 && !/[*?]/u.test(pattern) ? await itself(place, around) : found;
}

/** Undefined for what is no pattern, such as `[z-a]`. */
function patternTest(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^${patternSource(pattern)}$`, 'u');
  } catch {
    return undefined;
  }
}

function patternSource(pattern: string): string {
  return pattern.replace(/(\*+)|(\?)|\[(!?)([^\]]+)\]|\{([^{}]*)\}|[\\^$.|+()[\]{}]/gu, (sign: string, many?: string, one?: string, not?: string, signs?: string, choices?: string) => {
    if (many !== undefined) return '[^/]*';
    if (one !== undefined) return '[^/]';
    if (signs !== undefined) return `[${not === '!' ? '^' : ''}${signs.replace(/[\\[\]^]/gu, '\\$&')}]`;
    return choices === undefined ? `\\${sign}` : `(?:${choices.split(',').map(patternSource).join('|')})`;
  });
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
