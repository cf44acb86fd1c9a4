/** Entries as their heads show them: a look at a text that takes moments where reading it to its end takes long. */
import { toPaper, type Paper } from '../model/paper.js';
import { BibResolver, isWork, readWork, scanBibtex } from './read.js';

/** An entry up to where the next one begins. */
export interface GlancedEntry {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** What it says by itself: without what it inherits, names of @strings as they are. Read when asked for. */
  readonly paper: Paper;
}

const head = /^[ \t]*@([a-z]+)[ \t]*[{(][ \t]*([^\s,{}()="#%\\]+)[ \t]*,/gimu;
const noWork = /^(?:comment|string|preamble)$/iu;
/** No entry is longer, in characters; what follows the last one may be. */
const longest = 100_000;

/** Works in the order of the text, found as they are asked for. One that stands in a comment is found as well. */
export function* glanceBibtex(text: string): Generator<GlancedEntry, void> {
  let before: { readonly key: string; readonly start: number } | undefined;
  for (const { index, 1: type = '', 2: key = '' } of text.matchAll(head)) {
    if (before) yield glanced(text, before.key, before.start, index);
    before = noWork.test(type) || !isWork(type.toLowerCase()) ? undefined : { key, start: index };
  }
  if (before) yield glanced(text, before.key, before.start, text.length);
}

function glanced(text: string, key: string, start: number, end: number): GlancedEntry {
  let paper: Paper | undefined;
  return {
    ...{ key, start, end },
    get paper() {
      return (paper ??= readAlone(text.slice(start, Math.min(end, start + longest)), key));
    },
  };
}

function readAlone(text: string, key: string): Paper {
  const file = scanBibtex(text);
  const [entry] = file.entries;
  return toPaper(entry === undefined ? { id: key } : { ...readWork(new BibResolver(file), entry).fields, id: key });
}
