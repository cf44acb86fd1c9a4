/**
 * The query language: `self-instruct author:wang year:2023.. cat:math has:code -tag:survey "synthetic data"`.
 *
 * Terms are separated by spaces and all of them must hold. `-` before a term negates it. `|` separates alternatives;
 * in the value of a field a comma does too. Quotation marks keep spaces and ask for whole words.
 * What cannot be understood becomes a problem with its place and is left out; the rest of the query still works.
 */
import type { SearchFieldName } from './fields.js';
import { readAddress, type Address } from './address.js';
import { readField } from './query-field.js';
import { splitTerms, type RawTerm } from './query-terms.js';

/** A place in the query's text, in UTF-16 units; `end` is exclusive. */
export interface QueryProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Text to find: `quoted` asks for whole words (in a label such as a tag: for the whole label). */
export interface TextValue {
  readonly text: string;
  readonly quoted: boolean;
}
/** Years, both ends included; a missing end is open. */
export interface YearRange {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

interface TermPlace {
  readonly negated: boolean;
  readonly start: number;
  readonly end: number;
}
export interface WordTerm extends TermPlace {
  readonly kind: 'word';
  /** Alternatives: one of them must be found. */
  readonly values: readonly TextValue[];
}
/** An identifier or a web address written as a word. */
export interface AddressTerm extends TermPlace {
  readonly kind: 'address';
  readonly address: Address;
}
export interface FieldTerm extends TermPlace {
  readonly kind: 'field';
  readonly field: Exclude<SearchFieldName, 'year'>;
  readonly values: readonly TextValue[];
}
export interface YearTerm extends TermPlace {
  readonly kind: 'year';
  readonly ranges: readonly YearRange[];
}
export type QueryTerm = WordTerm | AddressTerm | FieldTerm | YearTerm;

export interface Query {
  readonly terms: readonly QueryTerm[];
  readonly problems: readonly QueryProblem[];
}

/** Names before a colon that belong to a word: schemes of addresses and citation keys. */
const schemes = /^(?:https?|dblp|urn|isbn|hdl|corpusid)$/i;
/** Without a letter or digit there is nothing to compare, as in a pasted "A – B". */
const searchable = /[\p{L}\p{N}]/u;

/** Reads a query; never throws. */
export function parseQuery(text: string): Query {
  const problems: QueryProblem[] = [];
  const terms: QueryTerm[] = [];
  const raw = splitTerms(text, problems);
  raw.forEach((term, at) => {
    if (isEtAl(term, raw[at + 1]) || isEtAl(raw[at - 1], term)) return;
    const read = readTerm(term, problems);
    if (read) terms.push(read);
  });
  return { terms, problems };
}

/** "et al." belongs to no paper; people type it with the author's name. */
function isEtAl(first: RawTerm | undefined, second: RawTerm | undefined): boolean {
  return first?.field === undefined && first?.text.toLowerCase() === 'et' && /^al[.,;]*$/i.test(second?.text ?? '');
}

function readTerm(term: RawTerm, problems: QueryProblem[]): QueryTerm | undefined {
  const place = { negated: term.negated, start: term.start, end: term.end };
  if (term.field !== undefined && !schemes.test(term.field)) {
    // "Self-Instruct: Aligning …": a word with a colon behind it, as in a pasted title
    const read = readField(term, term.field, place, problems);
    if (read !== 'word') return read;
  }
  const address = term.quoted ? undefined : readAddress(term.text);
  if (address) return { kind: 'address', address, ...place };
  if (!term.quoted && !term.negated) {
    const operator = term.text.trim();
    if (operator === 'AND' || operator === '&&') return undefined;
    if (operator === 'OR' || operator === '|' || operator === '||') {
      problems.push({ message: `\`${operator}\` does not stand between terms: write the alternatives as one, such as gpt|llama or tag:math,code.`, start: term.start, end: term.end });
      return undefined;
    }
    if (operator === 'NOT') {
      problems.push({ message: 'To leave something out, put `-` before it: -survey or -tag:survey.', start: term.start, end: term.end });
      return undefined;
    }
  }
  const values = term.pieces('|').filter((value) => searchable.test(value.text));
  return values.length === 0 ? undefined : { kind: 'word', values, ...place };
}
