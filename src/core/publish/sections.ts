/** Which papers are published, under which headings, in which order. */
import type { Paper } from '../model/paper.js';
import type { Category, ListSection, SourceList } from '../model/schema.js';
import { compareDates } from '../model/dates.js';
import { shortName } from '../model/person.js';
import { fold } from '../model/text.js';
import { nearest } from '../search/nearest.js';
import { compileQuery, parseQuery, searchContext } from '../search/index.js';
import { PublishError, type PublishOptions, type SortId } from './options.js';
import type { Item } from './sayings.js';

/** What a list is made of. */
export interface Publishable {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly categories: readonly Category[];
  readonly lists: readonly SourceList[];
  readonly papers: readonly Paper[];
}

export interface Section {
  /** Undefined for what stands above the first heading. */
  readonly title: string | undefined;
  readonly items: readonly Item[];
  readonly sections: readonly Section[];
}

interface Placed extends Item {
  readonly order: number;
  /** Position in the catalogue. */
  readonly at: number;
}

/** Where papers without a category stand. */
const otherTitle = 'Other';

/** The sections from the top, the first without a heading. @throws PublishError for a list, section, category or query that is none */
export function* planSections(catalogue: Publishable, options: PublishOptions): Generator<void, Section> {
  const papers = yield* chosen(catalogue, options);
  const list = options.list === undefined ? undefined : listOf(catalogue, options.list);
  const placed = (paper: Paper, at: number, listed?: Paper['lists'][number]): Placed => ({ paper, at, order: listed?.order ?? Infinity, ...remarkOf(paper, options, listed) });
  const root = list !== undefined && (options.group === 'list' || options.section !== undefined) ? bySections(list, papers, options, placed) : byCategories(catalogue, papers, options, placed, list?.id);
  return options.group === 'none' ? { title: undefined, items: sorted(unique(flatten(root)), options.sort), sections: [] } : finish(root, options);
}

/** In steps of one paper: a query looks through all that a paper says. */
function* chosen({ papers, categories, lists }: Publishable, { filter, list }: PublishOptions): Generator<void, readonly Paper[]> {
  // a record without a title is a remark on a paper of another catalogue
  const titled = papers.filter(({ fields }) => fields.title !== undefined);
  const listed = list === undefined ? titled : titled.filter((paper) => paper.lists.some((one) => one.list === list));
  if (filter === undefined || filter.trim() === '') return listed;
  const query = parseQuery(filter);
  const [problem] = query.problems;
  if (problem) throw new PublishError(`The filter is not understood at character ${problem.start + 1}: ${problem.message}`);
  const test = compileQuery(query, searchContext({ categories, lists }));
  const found: Paper[] = [];
  for (const paper of listed) {
    if (test(paper)) found.push(paper);
    yield;
  }
  return found;
}

function listOf({ lists }: Publishable, id: string): SourceList {
  const found = lists.find((list) => list.id === id);
  if (found) return found;
  const near = nearest(id, lists.map((list) => list.id));
  throw new PublishError(`catalog.yaml has no list ${JSON.stringify(id)}${near === undefined ? `; its lists are ${lists.map((list) => list.id).join(', ') || 'none'}.` : `: did you mean ${near}?`}`);
}

function remarkOf({ fields: { note, summary } }: Paper, { remarks }: PublishOptions, listed?: Paper['lists'][number]): Pick<Item, 'remark' | 'summary'> {
  if (remarks === 'none') return {};
  const remark = listed?.note ?? note;
  return remark === undefined && remarks === 'summary' ? { remark: summary, summary: true } : { remark };
}

interface Draft {
  readonly title: string | undefined;
  readonly items: Placed[];
  readonly sections: Draft[];
}
type Place = (paper: Paper, at: number, listed?: Paper['lists'][number]) => Placed;

const separator = ' > ';

/** By the list's own headings: those of catalog.yaml in their order, then what papers name besides. */
function bySections(list: SourceList, papers: readonly Paper[], options: PublishOptions, place: Place): Draft {
  const root: Draft = { title: undefined, items: [], sections: [] };
  const known = new Map<string, Draft>([['', root]]);
  const learn = (sections: readonly ListSection[], above: Draft, path: string) => {
    for (const section of sections) {
      const draft: Draft = { title: section.title, items: [], sections: [] };
      const name = path === '' ? section.title : path + separator + section.title;
      above.sections.push(draft);
      if (!known.has(name)) known.set(name, draft);
      learn(section.sections ?? [], draft, name);
    }
  };
  learn(list.sections ?? [], root, '');
  const find = (path: string): Draft => {
    const found = known.get(path);
    if (found) return found;
    const cut = path.lastIndexOf(separator);
    const above = cut < 0 ? root : find(path.slice(0, cut));
    const draft: Draft = { title: cut < 0 ? path : path.slice(cut + separator.length), items: [], sections: [] };
    above.sections.push(draft);
    known.set(path, draft);
    return draft;
  };
  for (const [at, paper] of papers.entries()) {
    const all = paper.lists.filter((one) => one.list === list.id);
    for (const listed of options.repeat ? all : all.slice(0, 1)) find(listed.section ?? '').items.push(place(paper, at, listed));
  }
  if (options.section === undefined) return root;
  const wanted = options.section.join(separator);
  const section = known.get(wanted);
  if (section) return { ...section, title: undefined };
  const near = nearest(options.section.at(-1) ?? '', [...known.values()].map(({ title }) => title ?? ''));
  throw new PublishError(`The list ${list.id} has no section ${JSON.stringify(wanted)}${near === undefined || near === '' ? '' : `: did you mean ${JSON.stringify([...known].find(([, { title }]) => title === near)?.[0] ?? near)}?`}${near === undefined || near === '' ? '.' : ''}`);
}

function byCategories({ categories }: Publishable, papers: readonly Paper[], options: PublishOptions, place: Place, list: string | undefined): Draft {
  const found = new Map<string, Placed[]>();
  const build = (category: Category): Draft => {
    const items: Placed[] = [];
    found.set(category.id, items);
    return { title: category.title, items, sections: (category.children ?? []).map(build) };
  };
  const top = options.category === undefined ? categories : [categoryOf(categories, options.category)];
  const sections = top.map(build);
  const rest: Placed[] = [];
  for (const [at, paper] of papers.entries()) {
    const item = place(paper, at, paper.lists.find((one) => one.list === list));
    const ids = paper.categories.filter((id) => found.has(id));
    for (const id of options.repeat ? ids : ids.slice(0, 1)) found.get(id)?.push(item);
    if (ids.length === 0) rest.push(item);
  }
  const [only] = sections;
  if (options.category !== undefined && only) return { ...only, title: undefined };
  // without a tree there is nothing that the others could be other than
  if (sections.length === 0) return { title: undefined, items: rest, sections: [] };
  return { title: undefined, items: [], sections: rest.length === 0 ? sections : [...sections, { title: otherTitle, items: rest, sections: [] }] };
}

function categoryOf(categories: readonly Category[], id: string): Category {
  const all = (some: readonly Category[]): Category[] => some.flatMap((one) => [one, ...all(one.children ?? [])]);
  const known = all(categories);
  const found = known.find((one) => one.id === id);
  if (found) return found;
  const near = nearest(id, known.map((one) => one.id));
  throw new PublishError(`There is no category ${JSON.stringify(id)}${near === undefined ? ' in catalog.yaml.' : `: did you mean ${near}?`}`);
}

/** The papers of a category and of those below it, in their order. @throws PublishError for a category that is none */
export function papersOfCategory({ categories, papers }: Pick<Publishable, 'categories' | 'papers'>, id: string): Paper[] {
  const ids = new Set<string>();
  const take = (category: Category) => {
    ids.add(category.id);
    category.children?.forEach(take);
  };
  take(categoryOf(categories, id));
  return papers.filter((paper) => paper.categories.some((one) => ids.has(one)));
}

function flatten({ items, sections }: Draft): Placed[] {
  return [...items, ...sections.flatMap(flatten)];
}

function unique(items: readonly Placed[]): Placed[] {
  const seen = new Set<Paper>();
  return items.filter(({ paper }) => !seen.has(paper) && seen.add(paper));
}

function finish({ title, items, sections }: Draft, options: PublishOptions): Section {
  const below = sections.map((section) => finish(section, options)).filter((section) => options.empty || countPapers(section) > 0);
  return { title, items: sorted(items, options.sort), sections: below };
}

/** Entries, each as often as it stands there. */
export function countPapers({ items, sections }: Section): number {
  return items.length + sections.reduce((sum, section) => sum + countPapers(section), 0);
}

/** A total order, so that a list never changes by itself: what is equal goes by date (newest first), title, key. */
function sorted(items: readonly Placed[], by: SortId): Placed[] {
  const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const date = ({ paper: { fields } }: Placed) => fields.issued ?? fields.submitted;
  const keys = new Map(items.map((item) => [item, { title: fold(item.paper.title).replace(/^[^\p{L}\p{N}]+/u, ''), author: fold(item.paper.authors[0] === undefined ? '\uffff' : shortName(item.paper.authors[0])) }]));
  const key = (item: Placed, name: 'title' | 'author') => keys.get(item)?.[name] ?? '';
  const first: Readonly<Record<SortId, (a: Placed, b: Placed) => number>> = {
    list: (a, b) => (a.order === b.order ? 0 : a.order - b.order),
    newest: () => 0,
    oldest: (a, b) => compareDates(date(a), date(b)),
    title: (a, b) => text(key(a, 'title'), key(b, 'title')),
    author: (a, b) => text(key(a, 'author'), key(b, 'author')),
    key: (a, b) => text(a.paper.id, b.paper.id),
    catalogue: (a, b) => a.at - b.at,
  };
  return [...items].sort((a, b) => first[by](a, b) || compareDates(date(b), date(a)) || text(key(a, 'title'), key(b, 'title')) || text(a.paper.id, b.paper.id) || a.at - b.at);
}
