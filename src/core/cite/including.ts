/** Chapters that do not say which document they are a part of: whatever includes them does. */
import { namedFiles } from './bibliography.js';
import type { Surroundings } from './discover.js';
import { candidates } from './paths.js';
import type { MarkupId } from './types.js';

/** Endings of documents that are made of chapters; what includes one has the same. */
const chaptered = /\.(?:tex|ltx|rnw|typ|qmd|rmd)$/iu;
/** Main documents are called so; they are asked first. */
const usual = /^(?:main|thesis|dissertation|paper|article|book|report|master|root|index)\b/iu;
/** Looked into in each folder, and so many folders up. */
const mostFiles = 24;
const mostFolders = 4;

/**
 * The file that includes another one, among those beside it and in the folders above.
 * @param root the project's folder: nothing above it is looked at
 */
export async function includedBy(path: string, markup: MarkupId, root: string | undefined, around: Surroundings): Promise<{ path: string; text: string } | undefined> {
  const ending = chaptered.exec(path)?.[0].toLowerCase();
  if (ending === undefined) return undefined;
  const stem = path.slice(path.lastIndexOf('/') + 1, -ending.length);
  const folders = foldersAbove(path, root);
  for (const folder of folders) {
    const names = (await around.list(folder)).filter((name) => name.toLowerCase().endsWith(ending) && `${folder}/${name}` !== path);
    const likely = [...names.filter((name) => usual.test(name)).sort(), ...names.filter((name) => !usual.test(name)).sort()].slice(0, mostFiles);
    for (const name of likely) {
      const text = await around.read(`${folder}/${name}`);
      // most files do not even mention it
      if (text?.includes(stem) !== true) continue;
      // TeX takes names from the folder of the main document, which may be further up
      const bases = folders.slice(folders.indexOf(folder));
      const parts = namedFiles(text, markup).filter(({ role, by }) => role === 'part' && by !== 'metadata-file');
      if (parts.some((part) => bases.some((base) => candidates(part, { folder: base, root }).some((place) => !place.glob && place.path === path)))) return { path: `${folder}/${name}`, text };
    }
  }
  return undefined;
}

function foldersAbove(path: string, root: string | undefined): string[] {
  const folders: string[] = [];
  for (let folder = parentOf(path); folders.length < mostFolders; folder = parentOf(folder)) {
    folders.push(folder);
    if (root === undefined || !folder.startsWith(`${root}/`)) break;
  }
  return folders;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
