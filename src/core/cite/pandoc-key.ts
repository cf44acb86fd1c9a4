/** Citation keys as pandoc reads them. */
import { matchAt } from './mask.js';
import type { Span } from './types.js';

/** A letter, digit or underscore, then the same and single punctuation characters between them. `://` is let through, for addresses. */
const plain = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[:/](?=/)){0,1000}`;
const braced = String.raw`\{([^\s{}]{1,500}(?:\{[^\s{}]{0,100}\}[^\s{}]{0,200}){0,5})\}`;
const plainAt = new RegExp(plain, 'uy');
const bracedAt = new RegExp(braced, 'uy');
const onlyPlain = new RegExp(`^${plain}$`, 'u');
const onlyBraced = new RegExp(`^${braced}$`, 'u');

/** A letter or digit that ends here makes what follows an e-mail address. */
const wordBefore = /(?<=[\p{L}\p{N}])/uy;

/** A key in a text. `start` and `end` hold the key alone. */
export interface PandocKey extends Span {
  /** Where it begins with its signs: `-@{`. */
  readonly from: number;
  readonly to: number;
  readonly suppressed: boolean;
}

/** The key whose `@` stands at an offset. */
export function pandocKeyAt(text: string, at: number): PandocKey | undefined {
  if (matchAt(wordBefore, text, at)) return undefined;
  const suppressed = text.charAt(at - 1) === '-' && !matchAt(wordBefore, text, at - 1);
  const from = suppressed ? at - 1 : at;
  const simple = matchAt(plainAt, text, at + 1);
  if (simple) return { start: at + 1, end: at + 1 + simple[0].length, from, to: at + 1 + simple[0].length, suppressed };
  const inBraces = matchAt(bracedAt, text, at + 1);
  if (!inBraces) return undefined;
  const to = at + 1 + inBraces[0].length;
  return { start: at + 2, end: to - 1, from, to, suppressed };
}

/** Whether pandoc can cite the key, in braces if need be. */
export function isPandocKey(key: string): boolean {
  return onlyPlain.test(key) || onlyBraced.test(`{${key}}`);
}

/** `@key`, or `@{odd key}`; also in braces where the text behind would become a part of the key. */
export function writePandocKey(key: string, behind = ''): string {
  const grows = /^(?:[:.#$%&\-+?<>~/]?[\p{L}\p{N}_]|:?\/\/)/u.test(behind);
  return onlyPlain.test(key) && !grows ? `@${key}` : `@{${key}}`;
}
