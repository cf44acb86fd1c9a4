/** Queries on the command line: what cannot be understood stops the command. */
import { parseQuery, searchFieldNames, searchFields, type Query } from '../core/search/index.js';
import { UsageError } from './command.js';

/** @throws UsageError with the first problem of the query. */
export function readQuery(text: string): Query {
  const query = parseQuery(text);
  const [problem] = query.problems;
  if (problem) throw new UsageError(`${problem.message} (in the query, at character ${problem.start + 1})`);
  return query;
}

/** The query language, for help texts. */
export function queryHelp(): string {
  const rows = searchFieldNames.map((name): [string, string] => [searchFields[name].example, searchFields[name].about]);
  const width = Math.max(...rows.map(([example]) => example.length));
  return `A query is words and fields; all must hold. "-" before a term leaves out what it finds,
"|" separates alternatives (in fields a comma too), quotation marks ask for whole words.

  self-instruct author:wang year:2023.. cat:math has:code -tag:survey "synthetic data"

Fields:
${rows.map(([example, about]) => `  ${example.padEnd(width)}  ${about}\n`).join('')}`;
}
