/** Which rows are shown, and in what order. */
import type { Column, Params, Result, Row } from '../../protocol.js';
import { foldWords, fold } from '../model/text.js';
import { parseQuery, searchPapers, type SearchContext } from '../search/index.js';
import type { TableRow } from './rows.js';

type Sort = NonNullable<Params<'order'>['sort']>;

/** Rows that match, by their numbers: sorted, else by how well they match, else as in the file. What cannot be read matches no filter. */
export function orderRows(rows: readonly TableRow[], filter: string, sort: Sort | null, context: SearchContext): Omit<Result<'order'>, 'version'> {
  const query = parseQuery(filter);
  const faults = query.problems.map(({ start, end, message }) => ({ start, end, message }));
  const all = query.terms.length === 0;
  const byPaper = new Map(rows.flatMap((one) => (one.paper ? [[one.paper, one.row] as const] : [])));
  const found = all ? rows.map(({ row }) => row) : searchPapers(byPaper.keys(), query, context).flatMap(({ paper }) => byPaper.get(paper) ?? []);
  return { order: (sort ? sorted(found, sort) : found).map(({ row }) => row), faults };
}

/** Empty ones come last either way; equal ones stay as they were. */
function sorted(rows: readonly Row[], { column, descending }: Sort): Row[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [sortKey(a, column), sortKey(b, column)];
    if (x === y) return 0;
    if (x === '' || y === '') return x === '' ? 1 : -1;
    return x < y ? -sign : sign;
  });
}

/** Made once for a row: comparing folded text is what costs when ten thousand are sorted. */
const keys = new WeakMap<Row, Partial<Record<Column, string>>>();

function sortKey(row: Row, column: Column): string {
  let known = keys.get(row);
  if (!known) keys.set(row, (known = {}));
  return (known[column] ??= makeKey(row, column));
}

function makeKey(row: Row, column: Column): string {
  switch (column) {
    case 'title': return foldWords(row.title);
    case 'authors': return fold(row.authors);
    case 'year': return row.year;
    case 'venue': return fold(row.venue);
    case 'categories': return fold(row.categories.join(' '));
    case 'identifiers': return fold(row.identifiers.join(' '));
    case 'problems': {
      const { errors, warnings, infos } = row.problems;
      return errors + warnings + infos === 0 ? '' : [errors, warnings, infos].map((count) => String(count).padStart(6, '0')).join(' ');
    }
  }
}
