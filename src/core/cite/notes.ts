/** What a person adds to a citation, typed as one line: `see p. 3, for details`. */
import type { Work } from './types.js';

export interface Notes {
  /** Before the work: `see`. */
  readonly prefix?: string | undefined;
  /** Where in it, with its label: `p. 3`. */
  readonly locator?: string | undefined;
  /** Behind it. */
  readonly suffix?: string | undefined;
}

/** Words before a place in a work, as people shorten them. */
const label = String.raw`(?:pp?|pages?|ch(?:ap)?s?|chapters?|secs?|sects?|sections?|figs?|figures?|tab|tables?|eqs?|eqns?|equations?|thm|theorems?|lem|lemmas?|defs?|definitions?|prop|propositions?|cor|corollar(?:y|ies)|ex|examples?|apps?|append(?:ix|ices)|vols?|volumes?|paras?|paragraphs?|ll?|lines?|notes?|parts?|algs?|algorithms?)`;
const number = String.raw`(?:[0-9]+(?:ff?\.?|[a-z])?|[ivxlcdm]+|[a-z])(?:\.[0-9]+)*(?![\p{L}\p{N}])`;
const numbers = String.raw`${number}(?:\s*(?:[-–—,&+]|--|and|to)\s*${number})*(?:\s?ff?\.?(?![\p{L}]))?`;
/** A labelled number, or a number by itself. */
const place = new RegExp(String.raw`(?:^|[\s,;(])(${label}(?:\.?[\s~\u00a0]+|\.|(?=[0-9]))${numbers}|[§¶]{1,2}[\s~\u00a0]*${numbers}|[0-9]+(?:\s*(?:[-–—]|--)\s*[0-9]+)?(?=$|[\s,;)]))`, 'iu');
/** Longer is no note; the pattern need not look at it. */
const longest = 500;

/**
 * Reads a line of notes. A page, chapter or the like in it is the locator, what stands before is the prefix, what stands behind the
 * suffix. Bars or semicolons say it outright: `see | p. 3 | for details`.
 */
export function readNotes(typed: string): Notes {
  const text = typed.slice(0, longest).trim();
  if (text === '') return {};
  if (/[|;]/u.test(text)) return ofParts(text.split(/\s*[|;]\s*/u));
  const found = place.exec(text);
  const [, locator = ''] = found ?? [];
  if (!found || locator === '') return /^[,.]/u.test(text) ? filled('', '', text) : filled(text, '', '');
  const at = found.index + found[0].indexOf(locator);
  return filled(text.slice(0, at), locator, text.slice(at + locator.length));
}

/** Two parts are prefix and locator, or locator and suffix, or prefix and suffix: whichever one is a place decides. */
function ofParts(parts: readonly string[]): Notes {
  const [first = '', second = '', ...rest] = parts;
  if (parts.length > 2) return filled(first, second, rest.filter(Boolean).join(', '));
  const isPlace = (text: string) => text !== '' && place.exec(text)?.index === 0;
  if (isPlace(second)) return filled(first, second, '');
  return isPlace(first) ? filled('', first, second) : filled(first, '', second);
}

function filled(prefix: string, locator: string, suffix: string): Notes {
  const trimmed = (text: string) => text.replace(/^[\s,;]+|[\s,;]+$/gu, '') || undefined;
  return { prefix: trimmed(prefix), locator: trimmed(locator), suffix: trimmed(suffix) };
}

/** The works with the notes: what comes before goes to the first, the place and what comes behind to the last. */
export function withNotes(works: readonly Work[], { prefix, locator, suffix }: Notes): Work[] {
  return works.map((work, at) => ({
    ...work,
    ...(at === 0 && prefix !== undefined ? { prefix } : {}),
    ...(at === works.length - 1 ? { ...(locator === undefined ? {} : { locator }), ...(suffix === undefined ? {} : { suffix }) } : {}),
  }));
}
