/** The word in howpublished that tells what a work is which BibTeX has no type for: `Blog post, Distill, \url{…}`, `Talk, ICML 2023`. */
import type { PaperType } from '../model/schema.js';

const words: Readonly<Partial<Record<PaperType, string>>> = { 'post-weblog': 'Blog post', speech: 'Talk' };

/** TeX of the field: the word, where the work appeared, its address; undefined when there is nothing to say. */
export function writeHow(type: PaperType, venue: string | undefined, page: string | undefined): string | undefined {
  const parts = [words[type], venue, page].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** What howpublished says. */
export interface How {
  /** The type that its first word stands for. */
  readonly type: PaperType | undefined;
  /** TeX of what is left without that word. */
  readonly rest: string;
}

/** Takes the word off. */
export function readHow(tex: string): How {
  const match = /^\s*(?:(blog\s?post)|talk)\s*(?:,\s*|$)/iu.exec(tex);
  return match === null ? { type: undefined, rest: tex } : { type: match[1] === undefined ? 'speech' : 'post-weblog', rest: tex.slice(match[0].length) };
}
