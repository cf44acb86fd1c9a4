/** Titles as they are compared: what spelling, typography and TeX do to a title does not count, what makes another work of it does. */
import { fold } from './text.js';

/** A title taken apart for comparison. */
export interface TitleParts {
  /** The letters and digits of the whole title without spaces: `selfinstructaligning…`; empty when there are none. */
  readonly key: string;
  /** The same of what stands before the subtitle; the whole where there is none. */
  readonly main: string;
  readonly words: readonly string[];
  /** Words that tell two works of nearly one title apart, joined: numbers, `part`, `edition`, `erratum`. */
  readonly telling: string;
  /** The same of the subtitle alone. */
  readonly tellingOfSubtitle: string;
}

/** Nobody's title is longer; what is, is compared by its beginning. UTF-16 units. */
const longest = 2000;
const greek: Readonly<Record<string, string>> = Object.fromEntries(
  'α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho σ sigma ς sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega'.split(' ').map((_, at, all) => [all[2 * at] ?? '', all[2 * at + 1] ?? '']),
);
const roman: Readonly<Record<string, string>> = { ii: '2', iii: '3', iv: '4', vi: '6', vii: '7', viii: '8', ix: '9' };
const telling = /\d|^(?:first|second|third|fourth|fifth|sixth|edition|ed|part|volume|vol|revisited|revised|reloaded|erratum|errata|corrigendum|correction|addendum|retraction|reply|response|rejoinder|comments?|commentary|supplement|supplementary|appendix|tutorial|slides|poster|demo|thesis|workshop|abstract|not|without|un|non)$/u;
/** Says something of the work's fate, not of the work. */
const mark = /^\W{0,3}(?:retracted(?: article)?|withdrawn)\W{1,3}/iu;

/** TeX that a title may still hold, made plain as far as comparison needs it: accents are dropped anyway. */
function withoutTex(title: string): string {
  if (!/[\\{}$]/u.test(title)) return title;
  return title
    .replace(/\\(?:ss|ae|AE|oe|OE|o|O|l|L|i|j)(?![A-Za-z])\s?/gu, (command) => command.slice(1).trim())
    .replace(/\\["'`^~=.]\s?\{?\\?([A-Za-z])\}?|\\[uvHtcdbkr](?![A-Za-z])\s?\{?\\?([A-Za-z])\}?/gu, (_, a: string | undefined, b: string | undefined) => a ?? b ?? '')
    .replace(/\\(?:text|math|emph|mbox|operatorname)[a-z]{0,10}(?![A-Za-z])/gu, '')
    .replace(/\\([A-Za-z]{1,20})/gu, '$1')
    .replace(/[\\{}$]/gu, '');
}

function wordsOf(text: string): string[] {
  const plain = withoutTex(text).replace(/&amp;|&/giu, ' and ').replace(/['’ʼ`´]/gu, '');
  const folded = fold(plain).replace(/[α-ως]/gu, (letter) => greek[letter] ?? letter);
  return folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim().split(' ').filter((word) => word !== '').map((word) => roman[word] ?? word);
}

function tellingOf(words: readonly string[]): string {
  return words.filter((word) => telling.test(word)).sort().join(' ');
}

/** Takes a title apart. Linear in its length, which counts up to 2000. */
export function titleParts(title: string): TitleParts {
  const text = title.slice(0, longest).replace(mark, '');
  const words = wordsOf(text);
  if (words.length > 1 && /^(?:a|an|the)$/u.test(words[0] ?? '')) words.shift();
  const cut = /(?<=[^\s:?!–—-])\s{0,3}(?::\s|[?!][\s:]|\s[–—-]{1,3}\s|[–—]|\.\s)(?=[^\s])/u.exec(text)?.index;
  const main = cut === undefined ? words : wordsOf(text.slice(0, cut));
  if (main.length > 1 && /^(?:a|an|the)$/u.test(main[0] ?? '')) main.shift();
  return { key: words.join(''), main: main.join(''), words, telling: tellingOf(words), tellingOfSubtitle: tellingOf(words.slice(main.length)) };
}

/** Whether one is the other without its subtitle, and the subtitle says nothing that makes it another work ("Part II"). */
export function isSubtitled(a: TitleParts, b: TitleParts): boolean {
  if (a.key === '' || b.key === '' || a.key === b.key) return false;
  return (a.key === b.main && b.tellingOfSubtitle === '') || (b.key === a.main && a.tellingOfSubtitle === '');
}

/**
 * How alike two titles are, 0 to 1: 1 for the same letters and digits, about 0.9 for a word more or less in a dozen, at most
 * 0.85 where numbers, parts or editions differ.
 */
export function titleSimilarity(a: string | TitleParts, b: string | TitleParts): number {
  const [one, other] = [typeof a === 'string' ? titleParts(a) : a, typeof b === 'string' ? titleParts(b) : b];
  if (one.key === '' || other.key === '') return 0;
  if (one.key === other.key) return 1;
  if (isSubtitled(one, other)) return 0.92;
  const alike = Math.max(dice(one.words, other.words), dice(trigrams(one.key), trigrams(other.key)));
  return Math.min(one.telling === other.telling ? 0.99 : 0.85, alike);
}

/** What two bags have in common, 0 to 1. */
function dice(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const left = new Map<string, number>();
  for (const one of a) left.set(one, (left.get(one) ?? 0) + 1);
  let common = 0;
  for (const one of b) {
    const count = left.get(one) ?? 0;
    if (count === 0) continue;
    left.set(one, count - 1);
    common += 1;
  }
  return (2 * common) / (a.length + b.length);
}

function trigrams(key: string): string[] {
  return Array.from({ length: Math.max(0, key.length - 2) }, (_, at) => key.slice(at, at + 3));
}
