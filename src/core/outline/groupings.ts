/** Ways to group papers. A paper may stand in several groups; none is ever left out. */
import type { Catalogue, Shelved } from '../catalogue/catalogue.js';
import { shortName, type Person } from '../model/person.js';
import type { Category, ListSection } from '../model/schema.js';
import { paperTypes, type PaperType, type ReadingStatus } from '../model/vocabulary.js';
import { compareText } from '../model/text.js';
import type { GroupPlan } from './nodes.js';

/** The words are what people choose from. */
export const groupings = {
  category: 'Category',
  year: 'Year',
  venue: 'Venue',
  list: 'List',
  tag: 'Tag',
  author: 'First author',
  status: 'Reading status',
} as const;
export type GroupBy = keyof typeof groupings;

const statusLabels: Readonly<Record<ReadingStatus, string>> = { reading: 'Reading', unread: 'Unread', read: 'Read' };

type Grouping = (catalogue: Catalogue, papers: readonly Shelved[]) => GroupPlan[];

/** Plans the groups. Categories and sections without papers are kept when `papers` is the whole catalogue: they are part of it. */
export function planGroups(by: GroupBy, catalogue: Catalogue, papers: readonly Shelved[]): GroupPlan[] {
  const plans: Record<GroupBy, Grouping> = { category: byCategory, year: byYear, venue: byVenue, list: byList, tag: byTag, author: byAuthor, status: byStatus };
  const planned = plans[by](catalogue, papers);
  return papers.length === catalogue.papers.length ? planned : withoutEmpty(planned);
}

function withoutEmpty(plans: readonly GroupPlan[]): GroupPlan[] {
  return plans.map((plan) => ({ ...plan, groups: withoutEmpty(plan.groups) })).filter((plan) => plan.papers.length > 0 || plan.groups.length > 0);
}

/** Collects papers under keys; a paper with no key comes under `undefined`. */
function collect(papers: readonly Shelved[], keysOf: (shelved: Shelved) => readonly string[]): Map<string | undefined, Shelved[]> {
  const found = new Map<string | undefined, Shelved[]>();
  for (const shelved of papers) {
    const keys = new Set<string | undefined>(keysOf(shelved));
    if (keys.size === 0) keys.add(undefined);
    for (const key of keys) {
      const known = found.get(key);
      if (known) known.push(shelved);
      else found.set(key, [shelved]);
    }
  }
  return found;
}

/** Groups that are leaves, then the group of the papers that belong to none. */
function flat(found: ReadonlyMap<string | undefined, Shelved[]>, field: string, rest: string, order: (a: string, b: string) => number): GroupPlan[] {
  const keys = [...found.keys()].filter((key) => key !== undefined).sort(order);
  const plans: GroupPlan[] = keys.map((key) => ({ key, label: key, query: `${field}:${quote(key)}`, groups: [], papers: found.get(key) ?? [] }));
  return [...plans, ...restGroup(found.get(undefined), rest)];
}

function restGroup(papers: readonly Shelved[] | undefined, label: string): GroupPlan[] {
  return papers && papers.length > 0 ? [{ key: '', label, groups: [], papers }] : [];
}

function quote(value: string): string {
  return /^[\p{L}\p{N}./-]+$/u.test(value) ? value : `"${value.replace(/"/gu, '')}"`;
}

const byCategory: Grouping = (catalogue, papers) => {
  const found = collect(papers, ({ paper }) => paper.categories.filter((id) => catalogue.category(id) !== undefined));
  const plan = (category: Category): GroupPlan => ({
    key: category.id,
    label: category.title,
    about: category.description,
    query: `cat:${category.id}`,
    category: category.id,
    groups: (category.children ?? []).map(plan),
    papers: found.get(category.id) ?? [],
  });
  return [...catalogue.categories.map(plan), ...restGroup(found.get(undefined), 'Uncategorised')];
};

const byYear: Grouping = (_catalogue, papers) =>
  flat(collect(papers, ({ paper }) => (paper.year === undefined ? [] : [String(paper.year)])), 'year', 'No year', (a, b) => Number(b) - Number(a));

/** What is being read first, then what waits, then what is done. */
const byStatus: Grouping = (_catalogue, papers) => {
  const found = collect(papers, ({ paper }) => [paper.status]);
  return Object.entries(statusLabels).map(([status, label]) => ({ key: status, label, query: `is:${status}`, groups: [], papers: found.get(status) ?? [] }));
};

const byTag: Grouping = (_catalogue, papers) => flat(collect(papers, ({ paper }) => paper.tags), 'tag', 'No tag', compareText);

const byAuthor: Grouping = (_catalogue, papers) => {
  const label = (person: Person) => person.literal ?? [person.family, person.given].filter(Boolean).join(', ');
  const found = collect(papers, ({ paper }) => paper.authors.slice(0, 1).map(label));
  const plans = flat(found, 'author', 'No author', compareText);
  // found by the name that papers are searched by, which is the family name
  return plans.map((plan) => {
    const first = plan.papers[0]?.paper.authors[0];
    return plan.key === '' || !first ? plan : { ...plan, query: `author:${quote(shortName(first))}` };
  });
};

const byVenue: Grouping = (_catalogue, papers) => {
  const found = collect(papers, ({ paper }) => (paper.fields.venue === undefined ? [] : [venueSeries(paper.fields.venue)]));
  const none = collect(found.get(undefined) ?? [], ({ paper }) => [paper.type]);
  const others = [...none].sort(([a], [b]) => compareText(a ?? '', b ?? ''));
  found.delete(undefined);
  return [
    ...flat(found, 'venue', '', compareText),
    ...others.map(([type, members]): GroupPlan => ({ key: `\u0000${type ?? ''}`, label: typeHeading((type ?? 'document') as PaperType), groups: [], papers: members })),
  ];
};

/** A type as a heading: "Preprints", "Software". */
function typeHeading(type: PaperType): string {
  const word = paperTypes[type];
  const plural = type === 'software' ? word : type === 'thesis' ? 'theses' : `${word}s`;
  return plural.charAt(0).toUpperCase() + plural.slice(1);
}

/** A venue without its year: "ACL 2023" and "ACL 2024" are one series. */
export function venueSeries(venue: string): string {
  return venue.replace(/\s*[,(]?\s*\b(?:19|20)\d{2}\b\)?/u, '').replace(/\s+/gu, ' ').trim() || venue;
}

const byList: Grouping = (catalogue, papers) => {
  const cell = (list: string, section: string) => `${list}\u001f${section}`;
  const found = collect(papers, ({ paper }) => paper.lists.map((listed) => cell(listed.list, listed.section ?? '')));
  const used = new Set<string>();
  const take = (list: string, section: string): Shelved[] => {
    used.add(cell(list, section));
    return found.get(cell(list, section)) ?? [];
  };
  const section = (list: string, above: string) => (one: ListSection): GroupPlan => {
    const path = above === '' ? one.title : `${above} > ${one.title}`;
    return { key: one.title, label: one.title, groups: (one.sections ?? []).map(section(list, path)), papers: take(list, path) };
  };
  const plans = catalogue.lists.map(
    (list): GroupPlan => ({ key: list.id, label: list.title, about: list.description, query: `list:${list.id}`, groups: (list.sections ?? []).map(section(list.id, '')), papers: take(list.id, '') }),
  );
  // rows that name a list or a section that catalog.yaml does not know still show
  const stray = [...found].filter(([key]) => key !== undefined && !used.has(key)).flatMap(([, members]) => members);
  return [...plans, ...restGroup([...new Set([...stray, ...(found.get(undefined) ?? [])])], 'On no list')];
};
