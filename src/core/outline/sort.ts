/** Orders of papers. */
import type { Shelved } from '../catalogue/catalogue.js';
import { compareDates } from '../model/dates.js';
import { shortName } from '../model/person.js';
import { fold } from '../model/text.js';

/** The words are what people choose from. */
export const sortOrders = {
  title: 'Title',
  year: 'Year, newest first',
  author: 'First author',
  added: 'Recently added',
} as const;
export type SortBy = keyof typeof sortOrders;

interface SortKeys {
  readonly title: string;
  readonly author: string;
  readonly date: string;
  readonly added: string;
}

/** Made once per paper: comparing folded text is what costs when ten thousand rows are sorted. */
const known = new WeakMap<Shelved, SortKeys>();

function keysOf(shelved: Shelved): SortKeys {
  let keys = known.get(shelved);
  if (!keys) {
    const { paper } = shelved;
    const first = paper.authors[0];
    keys = {
      // quotation marks and articles of punctuation do not decide where a title stands
      title: fold(paper.title).replace(/^[^\p{L}\p{N}]+/u, ''),
      author: first ? fold(shortName(first)) : '\uffff',
      date: paper.fields.issued ?? paper.fields.submitted ?? '',
      added: paper.fields.added ?? '',
    };
    known.set(shelved, keys);
  }
  return keys;
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A total order: equal rows never change places between two refreshes. */
export function compareShelved(by: SortBy): (a: Shelved, b: Shelved) => number {
  const first: Record<SortBy, (a: SortKeys, b: SortKeys) => number> = {
    title: () => 0,
    year: (a, b) => compareDates(b.date, a.date),
    author: (a, b) => byText(a.author, b.author) || compareDates(b.date, a.date),
    added: (a, b) => compareDates(b.added, a.added) || compareDates(b.date, a.date),
  };
  return (a, b) => {
    const x = keysOf(a);
    const y = keysOf(b);
    return first[by](x, y) || byText(x.title, y.title) || byText(a.paper.id, b.paper.id);
  };
}
