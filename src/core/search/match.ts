/** A query compiled to a predicate over papers. */
import type { Paper } from '../model/paper.js';
import { comparableAddress } from './address.js';
import type { SearchContext } from './context.js';
import { fieldTest } from './match-field.js';
import { haystackOf } from './haystack.js';
import { freeTest } from './needle.js';
import type { Query, QueryTerm } from './query.js';

export type PaperTest = (paper: Paper) => boolean;

/** Compiles a query; a query without terms accepts every paper. */
export function compileQuery(query: Query, context: SearchContext): PaperTest {
  const tests = query.terms.map((term) => compileTerm(term, context));
  if (tests.length === 1 && tests[0]) return tests[0];
  return (paper) => tests.every((test) => test(paper));
}

function compileTerm(term: QueryTerm, context: SearchContext): PaperTest {
  const test = positiveTest(term, context);
  return term.negated ? (paper) => !test(paper) : test;
}

function positiveTest(term: QueryTerm, context: SearchContext): PaperTest {
  switch (term.kind) {
    case 'word': {
      const tests = term.values.map(freeTest);
      return (paper) => {
        const { all } = haystackOf(paper);
        return tests.some((test) => test(all));
      };
    }
    case 'address': {
      const { scheme, value } = term.address;
      if (scheme === 'web') return (paper) => hasAddress(paper, value);
      // a DOI may be typed half way; the others are complete, but 2212.1056 begins 2212.10560
      const needle = ` ${value}`;
      return (paper) => haystackOf(paper).names.includes(needle);
    }
    case 'year':
      return ({ year }) => year !== undefined && term.ranges.some(({ from, to }) => (from ?? year) <= year && year <= (to ?? year));
    case 'field': {
      const tests = term.values.map((value) => fieldTest(term.field, value, context));
      return (paper) => tests.some((test) => test(paper));
    }
  }
}

/** Whether one of the paper's links is that address or lies below it. */
function hasAddress(paper: Paper, address: string): boolean {
  for (const link of Object.values<string | undefined>(paper.links)) {
    if (link === undefined) continue;
    const own = comparableAddress(link);
    if (own === address || own.startsWith(`${address}/`)) return true;
  }
  return false;
}
