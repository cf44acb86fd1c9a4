/** What a document and everything it includes cites, in the order of reading. */
import type { Family, FamilyFile } from './cited-family.js';
import { frontMatterOf } from './markdown-mask.js';
import type { Citation, MarkupId, Span } from './types.js';
import { typstLabels } from './typst.js';

/** A key in a citation, and the file it stands in. */
export interface CitedPlace extends Span {
  readonly path: string;
  /** The citation's command, as its markup calls it. */
  readonly command: string;
}

/** A key with all places where it is cited. */
export interface CitedUse {
  readonly key: string;
  /** In the order of reading; at least one. */
  readonly places: readonly CitedPlace[];
}

export interface Cited {
  /** In the order of first appearance. */
  readonly keys: ReadonlyMap<string, CitedUse>;
  /** Keys that the text itself defines: `\bibitem{key}`, `references:` in the front matter, `[[[key]]]`. */
  readonly own: ReadonlySet<string>;
  /** `\nocite{*}` or `nocite: '@*'`: every entry counts as cited. */
  readonly everything: boolean;
}

/** Finds the citations of a file. */
export type FindIn = (file: FamilyFile) => readonly Citation[];

/**
 * Collects the keys of a family.
 * @param isKey what the bibliography has; labels of the document are no citations unless it has them
 * @param pause called between files; rejects to give up
 */
export async function collectCited(family: Family, find: FindIn, isKey: (key: string) => boolean, pause: () => Promise<void>): Promise<Cited> {
  const citations = new Map<FamilyFile, readonly Citation[]>();
  const labels = new Set<string>();
  const own = new Set<string>();
  let everything = false;
  for (const file of family.files.values()) {
    citations.set(file, find(file));
    if (family.markup === 'typst') for (const label of typstLabels(file.text)) labels.add(label);
    for (const key of ownKeys(file.text, family.markup)) own.add(key);
    everything ||= wildcard.test(frontMatter(file.text));
    await pause();
  }
  const keys = new Map<string, { key: string; places: CitedPlace[] }>();
  const take = (file: FamilyFile, citation: Citation): void => {
    everything ||= citation.lists.some(({ start, end }) => end - start < 1000 && /(?:^|,)\s*\*\s*(?:,|$)/u.test(file.text.slice(start, end)));
    for (const { key, start, end } of citation.keys) {
      if (labels.has(key) && !isKey(key)) continue;
      const place = { path: file.path, start, end, command: citation.command };
      const known = keys.get(key);
      if (known) known.places.push(place);
      else keys.set(key, { key, places: [place] });
    }
  };
  for (const { file, citation } of inOrder(family, citations)) take(file, citation);
  return { keys, own, everything };
}

/** pandoc's, which is no key and so no citation. */
const wildcard = /^nocite[ \t]*:(?:[^\n]{0,200}@\*|[^\n]{0,20}(?:\n[ \t-][^\n]{0,200}){0,20}?\n[ \t-][^\n]{0,200}@\*)/mu;

function frontMatter(text: string): string {
  const span = frontMatterOf(text);
  return span ? text.slice(span.start, span.end) : '';
}

/** Keys that a text defines without a bibliography. */
function ownKeys(text: string, markup: MarkupId): string[] {
  const all = (pattern: RegExp, from = text) => [...from.matchAll(pattern)].map(([, key = '']) => key.trim());
  if (markup === 'latex') return all(/\\bibitem[ \t]{0,20}(?:\[[^\]\n]{0,500}\])?[ \t]{0,20}\{([^{}\n]{1,200})\}/gu);
  if (markup === 'asciidoc') return all(/\[\[\[([^\],\n]{1,200})/gu);
  const header = frontMatter(text);
  return /^references[ \t]*:/mu.test(header) ? all(/^[ \t]{0,20}(?:-[ \t]{1,20})?id[ \t]*:[ \t]*["']?([^\s"']{1,200})/gmu, header) : [];
}

/** Citations as one reads them: an included file stands where it is included, once. */
function* inOrder(family: Family, citations: ReadonlyMap<FamilyFile, readonly Citation[]>): Generator<{ file: FamilyFile; citation: Citation }> {
  const seen = new Set<string>();
  // a stack and not recursion: files may include each other as deep as they like
  const stack: { file: FamilyFile; citation: number; part: number }[] = [];
  const enter = (path: string): void => {
    const file = family.files.get(path);
    if (!file || seen.has(path)) return;
    seen.add(path);
    stack.push({ file, citation: 0, part: 0 });
  };
  for (const top of family.tops) {
    enter(top);
    for (let here = stack.at(-1); here; here = stack.at(-1)) {
      const citation = citations.get(here.file)?.[here.citation];
      const part = here.file.parts[here.part];
      if (part && (!citation || part.start < citation.start)) {
        here.part += 1;
        enter(part.path);
      } else if (citation) {
        here.citation += 1;
        yield { file: here.file, citation };
      } else stack.pop();
    }
  }
}
