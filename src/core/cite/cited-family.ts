/** A document with everything that belongs to it: the document it is a part of, and what that includes, in the order of reading. */
import { namedFiles } from './bibliography.js';
import { bookFiles, chaptersOf } from './cited-project.js';
import type { Surroundings } from './discover.js';
import type { NamedFile } from './named-file.js';
import { candidates, normalise } from './paths.js';
import type { MarkupId } from './types.js';

/** A file of the family. */
export interface FamilyFile {
  readonly path: string;
  readonly text: string;
  /** What it includes, and where. */
  readonly parts: readonly { readonly start: number; readonly path: string }[];
}

export interface Family {
  readonly markup: MarkupId;
  /** Where reading begins: one document, or the chapters of a book. */
  readonly tops: readonly string[];
  /** By path. */
  readonly files: ReadonlyMap<string, FamilyFile>;
}

/** A book has chapters, not thousands of them. */
const mostFiles = 200;
const mostRoots = 5;
const bookMarkups: readonly MarkupId[] = ['pandoc', 'myst', 'jupyter'];

/**
 * Reads the family of a document: up by `% !TeX root`, `\documentclass[main]{subfiles}` and `_quarto.yml`, then down by what is included.
 * @param document its path and text; the text may be newer than the file's
 * @param root the project's folder
 */
export async function readFamily(document: { path: string; text: string; markup: MarkupId }, root: string | undefined, around: Surroundings): Promise<Family> {
  const { markup } = document;
  const read = (path: string) => (path === document.path ? Promise.resolve(document.text) : around.read(path));
  const top = await topOf(document, root, read);
  const chapters = top === document.path && bookMarkups.includes(markup) ? await bookOf(document.path, root, around) : [];
  const tops = chapters.includes(document.path) ? chapters : [top];
  const files = new Map<string, FamilyFile>();
  // TeX takes names from the folder of the main document, whichever file they stand in
  const base = folderOf(top);
  const add = async (path: string): Promise<boolean> => {
    const queue = [path];
    for (let next = queue.shift(); next !== undefined && files.size < mostFiles; next = queue.shift()) {
      if (files.has(next)) continue;
      const text = await read(next);
      if (text === undefined) continue;
      const parts: { start: number; path: string }[] = [];
      files.set(next, { path: next, text, parts });
      for (const file of namedFiles(text, markup)) {
        if (file.role !== 'part' || file.by === 'metadata-file') continue;
        const found = await locate(file, [folderOf(next), base], root, read);
        if (found === undefined) continue;
        parts.push({ start: file.start, path: found });
        queue.push(found);
      }
      parts.sort((a, b) => a.start - b.start);
    }
    return files.has(path);
  };
  const there: string[] = [];
  for (const one of tops) if (await add(one)) there.push(one);
  // a main document need not include everything that names it
  if (!files.has(document.path) && (await add(document.path))) there.push(document.path);
  return { markup, tops: there, files };
}

async function topOf(document: { path: string; text: string; markup: MarkupId }, root: string | undefined, read: Surroundings['read']): Promise<string> {
  let { path, text } = document;
  const seen = new Set([path]);
  for (let step = 0; step < mostRoots; step += 1) {
    const above = namedFiles(text, document.markup).find(({ role }) => role === 'root');
    const found = above && (await locate(above, [folderOf(path)], root, read));
    const next = found === undefined || seen.has(found) ? undefined : await read(found);
    if (found === undefined || next === undefined) return path;
    seen.add(found);
    path = found;
    text = next;
  }
  return path;
}

/** The chapters of the nearest book above a document. */
async function bookOf(path: string, root: string | undefined, around: Surroundings): Promise<string[]> {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const names = new Set(await around.list(folder));
    const name = bookFiles.find((one) => names.has(one));
    const text = name === undefined ? undefined : await around.read(`${folder}/${name}`);
    if (text !== undefined) return chaptersOf(text).map((chapter) => normalise(`${folder}/${chapter}`));
    if (root === undefined || !folder.startsWith(`${root}/`)) return [];
  }
}

async function locate(file: NamedFile, folders: readonly string[], root: string | undefined, read: Surroundings['read']): Promise<string | undefined> {
  const places = new Set(folders.flatMap((folder) => candidates(file, { folder, root })).filter(({ glob }) => !glob).map(({ path }) => path));
  for (const path of places) if ((await read(path)) !== undefined) return path;
  return undefined;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
