/** Cuts the text of a query into terms: spaces outside quotation marks separate, `name:` before a value is its field. */
import type { QueryProblem, TextValue } from './query.js';

export interface RawTerm {
  readonly negated: boolean;
  /** What stands before the first colon, when it looks like a name; the value may still turn out to be a word. */
  readonly field: string | undefined;
  /** The whole term without its `-`, as written. */
  readonly text: string;
  /** Whether the term (not a field's value) stands in quotation marks. */
  readonly quoted: boolean;
  readonly start: number;
  readonly end: number;
  /** Alternatives of the value, or of the whole word for the separator `|`. */
  readonly pieces: (separators: '|' | ',|') => TextValue[];
}

const opening = '"“”„«';
const closing = '"”“»';
const name = /^([A-Za-z][A-Za-z_-]*):/;

/** Reads all terms; a quotation mark that is never closed is reported and reaches to the end. */
export function splitTerms(text: string, problems: QueryProblem[]): RawTerm[] {
  const terms: RawTerm[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/u.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const start = at;
    const negated = (text[at] === '-' || text[at] === '−') && at + 1 < text.length && !/\s/u.test(text.charAt(at + 1));
    if (negated) at += 1;
    const field = name.exec(text.slice(at, at + 40))?.[1];
    const from = at;
    const value = field === undefined ? at : at + field.length + 1;
    at = endOfTerm(text, value, problems);
    const quoted = field === undefined && opening.includes(text.charAt(from));
    const [word, rest] = [text.slice(from, at), text.slice(value, at)];
    terms.push({ negated, field, text: word, quoted, start, end: at, pieces: (separators) => pieces(separators === '|' ? word : rest, separators) });
  }
  return terms;
}

/** A quotation mark opens at the beginning of a value and after a separator only: elsewhere it is a character like any other. */
function endOfTerm(text: string, from: number, problems: QueryProblem[]): number {
  let at = from;
  let fresh = true;
  while (at < text.length && !/\s/u.test(text.charAt(at))) {
    if (fresh && opening.includes(text.charAt(at))) {
      const close = closingMark(text, at + 1);
      if (close < 0) {
        problems.push({ message: 'This quotation mark is never closed.', start: at, end: text.length });
        return text.length;
      }
      at = close + 1;
      fresh = false;
      continue;
    }
    fresh = text[at] === ',' || text[at] === '|';
    at += 1;
  }
  return at;
}

function closingMark(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (closing.includes(text.charAt(at))) return at;
  return -1;
}

/** An unclosed quotation is still being typed: its last word may be incomplete, so it does not count as quoted. */
function pieces(text: string, separators: string): TextValue[] {
  const found: TextValue[] = [];
  let at = 0;
  while (at < text.length) {
    if (opening.includes(text.charAt(at))) {
      const close = closingMark(text, at + 1);
      found.push({ text: text.slice(at + 1, close < 0 ? text.length : close).trim(), quoted: close >= 0 });
      at = close < 0 ? text.length : close + 1;
    } else {
      let end = at;
      while (end < text.length && !separators.includes(text.charAt(end))) end += 1;
      if (end > at) found.push({ text: text.slice(at, end).trim(), quoted: false });
      at = end;
    }
    if (separators.includes(text.charAt(at))) at += 1;
  }
  return found.filter((value) => value.text !== '');
}
