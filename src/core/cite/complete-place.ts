/** The place of a key that is being typed, with all that was typed to find it: words of a title may stand where the key will. */
import type { CompletionPlace, Markup, MarkupId } from './types.js';

export interface CompletionRequest extends CompletionPlace {
  /** A bare `@` in running text, not in a citation that has begun already. */
  readonly bare: boolean;
}

/** Longer texts are read around the caret only, in UTF-16 units: masking a megabyte takes longer than a keystroke may. */
const whole = 30_000;
const before = 12_000;
const behind = 3_000;

/** Markups in which three backticks open a block that nothing is cited in. */
const fenced: readonly MarkupId[] = ['pandoc', 'myst', 'jupyter', 'typst'];
/** Markups whose citations are lists in delimiters: what stands between two of these is one key. */
const lists: readonly MarkupId[] = ['latex', 'myst', 'rst', 'asciidoc', 'jupyter'];
const ats: readonly MarkupId[] = ['pandoc', 'myst', 'jupyter', 'org'];

/** What is asked for at an offset; undefined where no key belongs. */
export function completionPlace(markup: Markup, text: string, offset: number): CompletionRequest | undefined {
  const from = text.length <= whole ? 0 : windowStart(text, offset, fenced.includes(markup.id));
  const window = text.length <= whole ? text : text.slice(from, offset + behind);
  const at = offset - from;
  const words = wordsBefore(window, at, markup.id);
  const found = markup.completionAt(window, at) ?? (words?.sign === '@' ? markup.completionAt(window, words.firstEnd) : undefined);
  if (found === undefined) return undefined;
  const start = words !== undefined && words.start <= found.start ? words.start : found.start;
  const typed = window.slice(start, at);
  const parts = new Set(start < found.start || found.end < at ? [typed.trim(), ...typed.split(/\s+/u)] : []);
  return {
    start: start + from,
    end: Math.max(found.end, at) + from,
    typed,
    present: found.present.filter((key) => !parts.has(key)),
    bare: ats.includes(markup.id) && isBare(window, start),
  };
}

/**
 * Words before the caret that are one search with what is typed now: `\cite{self ins|`, `[@wang 20|`. They end at what separates keys
 * in the markup; in running text only the word at the caret counts.
 */
function wordsBefore(text: string, at: number, markup: MarkupId): { sign: string; start: number; firstEnd: number } | undefined {
  const line = text.slice(Math.max(0, text.lastIndexOf('\n', at - 1) + 1, at - reach), at);
  const [, sign = '', words = ''] = severalWords.exec(line) ?? [];
  const first = /^\S+/u.exec(words)?.[0] ?? '';
  if (first.length === words.length) return undefined;
  const start = at - words.length;
  const fits = sign === '@' ? ats.includes(markup) && !isBare(text, start) : lists.includes(markup);
  return fits ? { sign, start, firstEnd: start + first.length } : undefined;
}

/** Words at the end of a line, behind the beginning of the line or of a key. */
const severalWords = /(^|[@{,`[])[ \t]*([\p{L}\p{N}][\p{L}\p{M}\p{N}'’:.-]*(?:[ \t]+[\p{L}\p{N}][\p{L}\p{M}\p{N}'’:.-]*){0,7}[ \t]?)$/u;
const reach = 120;

/** Whether no bracket is open before an `@`, in its paragraph. */
function isBare(text: string, start: number): boolean {
  if (text.charAt(start - 1) !== '@' && !text.startsWith('@{', start - 2)) return false;
  const opening = text.slice(Math.max(0, start - 2000), start).split(/\n[ \t\r]*\n/u).at(-1) ?? '';
  return opening.lastIndexOf('[') <= opening.lastIndexOf(']');
}

/** A blank line some way before the caret, or the opening of the code block that this would lie in. */
function windowStart(text: string, offset: number, hasFences: boolean): number {
  const wanted = Math.max(0, offset - before);
  const blank = text.indexOf('\n\n', wanted);
  const start = wanted === 0 ? 0 : blank < 0 || blank > offset - 200 ? wanted : blank + 1;
  if (!hasFences) return start;
  let open: number | undefined;
  for (let at = text.indexOf('```'); at >= 0 && at < start; at = text.indexOf('```', at + 3)) {
    const line = text.lastIndexOf('\n', at) + 1;
    if (text.slice(line, at).trim() === '') open = open === undefined ? line : undefined;
  }
  return open ?? start;
}
