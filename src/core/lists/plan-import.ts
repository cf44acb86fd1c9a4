/** What bringing works into a catalogue would change: the works that are new, what others gain, the categories and the list they bring along. */
import { newWork } from '../adding/new-work.js';
import { papersFolder } from '../catalogue/layer.js';
import type { CatalogueConfig, Category, Listed, ListSection, PaperFields, SourceList } from '../model/schema.js';
import type { ValueChange } from '../yaml/changes.js';
import { gained, inThisCatalogue, joined, type Gained } from './joined.js';
import { KnownWorks } from './known-works.js';
import { SectionCategories, type CategoryWanted, type SectionMapping } from './sections.js';

/** A work to be brought in. */
export interface Incoming {
  readonly fields: Partial<PaperFields>;
  readonly section: readonly string[];
  readonly line: number;
}

export interface ImportOptions {
  /** Today, as YYYY-MM-DD. */
  readonly added: string;
  /** The list that the works come from; it is noted with each of them, and with their order. */
  readonly list?: Pick<SourceList, 'id' | 'title' | 'url'> | undefined;
  /** All headings of the list, from the top down, where they are known: those without works are noted too. */
  readonly headings?: readonly (readonly string[])[] | undefined;
  /** File papers under categories named after the sections. */
  readonly categories: boolean;
  /** Say of papers that are there what the list adds: its name, its section, fields that nobody knew. Else they stay as they are. */
  readonly complete?: boolean | undefined;
  /** Works that are left out, by their place in the input. */
  readonly without?: ReadonlySet<number> | undefined;
  /** Sections that go to another category than the one of their name. */
  readonly mapped?: SectionMapping | undefined;
  /** The tree in which categories are looked for, where it is more than the catalogue's own: what is used of it is made there too. */
  readonly tree?: readonly Category[] | undefined;
  /** Papers of other catalogues that are shown together with this one: a work among them comes in as what they know of it, under its key. */
  readonly others?: readonly PaperFields[] | undefined;
}

/** What becomes of a work. `again`: it stands further up as well. `left`: it is left out. */
export interface Outcome {
  readonly state: 'new' | 'known' | 'again' | 'left';
  /** Key of the paper; '' for what is left out. */
  readonly id: string;
  /** Of a work that is known: what is written; nothing when it says all of it. */
  readonly gains?: Gained | undefined;
  /** The category that it is filed under. */
  readonly category?: string | undefined;
  /** It comes in as another catalogue knows it. */
  readonly elsewhere?: boolean;
  /** Keys of papers that may be the same work. */
  readonly perhaps: readonly string[];
}

export interface ImportPlan {
  /** New papers by the file they go to, relative to the catalogue's folder. */
  readonly added: ReadonlyMap<string, readonly PaperFields[]>;
  /** What papers of the catalogue say from now on, by key; undefined takes a value away. */
  readonly changed: ReadonlyMap<string, Gained>;
  /** Works that the catalogue has, by line and key, and works that stood in the input before. */
  readonly known: readonly { readonly line: number; readonly title: string; readonly id: string }[];
  /** Of each work, in the order of the input. */
  readonly outcomes: readonly Outcome[];
  /** Changes of catalog.yaml. */
  readonly config: readonly ValueChange[];
  /** Categories that are made, parents first. */
  readonly made: readonly CategoryWanted[];
}

export interface ImportTarget {
  readonly config: CatalogueConfig;
  readonly papers: readonly { readonly fields: PaperFields }[];
}

/** Only adds: nothing that papers say is replaced. Two entries of one work become one paper, in the sections of both. */
export function planImport(catalogue: ImportTarget, works: readonly Incoming[], options: ImportOptions): ImportPlan {
  const steps = planImportInSteps(catalogue, works, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same in steps of a few milliseconds. */
export function* planImportInSteps(catalogue: ImportTarget, works: readonly Incoming[], options: ImportOptions): Generator<void, ImportPlan> {
  const [own, others] = [new KnownWorks(), new KnownWorks()];
  const taken = new Set<string>();
  const existing = new Map(catalogue.papers.map(({ fields }) => [fields.id, fields]));
  const elsewhere = new Map((options.others ?? []).map((fields) => [fields.id, fields]));
  for (const [index, papers] of [[own, [...existing.values()]], [others, [...elsewhere.values()]]] as const) {
    for (const [at, fields] of papers.entries()) {
      index.add(fields);
      for (const key of [fields.id, ...(fields.aliases ?? [])]) taken.add(key);
      if (at % 100 === 99) yield;
    }
  }
  const sections = new SectionCategories(options.tree ?? catalogue.config.categories, options.mapped);
  const added = new Map<string, PaperFields>();
  const changed = new Map<string, Gained>();
  const outcomes: Outcome[] = [];

  for (const [at, { fields, section }] of works.entries()) {
    if (at % 20 === 19) yield;
    if (options.without?.has(at) === true) {
      outcomes.push({ state: 'left', id: '', perhaps: [] });
      continue;
    }
    const { same: certain, renamed, perhaps } = own.find(fields);
    const same = certain ?? (renamed === undefined || !isRenamed(existing.get(renamed), changed.get(renamed), options.list?.id, section) ? undefined : renamed);
    // one work may have several titles in one list
    if (same !== undefined) own.add({ ...fields, id: same });
    const twin = same === undefined ? undefined : added.get(same);
    const there = same === undefined || twin !== undefined ? undefined : existing.get(same);
    const listed: Listed[] = options.list === undefined ? [] : [{ list: options.list.id, ...(section.length === 0 ? {} : { section: section.join(' > ') }), order: at + 1 }];
    // nothing is made for papers that stay as they are
    const categoryOf = () => (options.categories ? sections.of(section) : undefined);
    if (there !== undefined) {
      const before = changed.get(there.id);
      const gains = options.complete === true ? gained({ ...there, ...before }, fields, categoryOf, listed) : undefined;
      if (gains !== undefined) changed.set(there.id, { ...before, ...gains });
      outcomes.push({ state: before === undefined ? 'known' : 'again', id: there.id, perhaps: [], ...(gains === undefined ? {} : { gains }) });
      continue;
    }
    const category = categoryOf();
    if (twin !== undefined) {
      added.set(twin.id, joined(twin, fields, category, listed));
      outcomes.push({ state: 'again', id: twin.id, category, perhaps: [] });
      continue;
    }
    const alike = others.find(fields);
    const other = elsewhere.get(alike.same ?? alike.renamed ?? '');
    const work = other === undefined ? { ...fields, ...(listed.length === 0 ? {} : { lists: listed }) } : inThisCatalogue(other, fields, listed);
    const categories = [...new Set([...(category === undefined ? [] : [category]), ...(other?.categories ?? [])])];
    const paper = newWork(work, { categories, added: options.added, keepKey: true }, (key) => existing.has(key) || added.has(key) || (taken.has(key) && key !== other?.id));
    taken.add(paper.id);
    own.add(paper);
    added.set(paper.id, paper);
    outcomes.push({ state: 'new', id: paper.id, category, perhaps, ...(other === undefined ? {} : { elsewhere: true }) });
  }

  const files = new Map<string, PaperFields[]>();
  for (const paper of added.values()) {
    const file = `${papersFolder}/${paper.categories?.[0]?.split('/')[0] ?? options.list?.id ?? 'papers'}.yaml`;
    files.set(file, [...(files.get(file) ?? []), paper]);
  }
  const known = outcomes.flatMap(({ state, id }, at) => (state === 'known' || state === 'again' ? [{ line: works[at]?.line ?? 0, title: works[at]?.fields.title ?? id, id }] : []));
  const used = [...added.values(), ...changed.values()].flatMap(({ categories }) => categories ?? []);
  const made = [...borrowed(catalogue.config.categories, options.tree ?? [], [...used, ...sections.wanted.map(({ parent }) => parent)]), ...sections.wanted];
  return { added: files, changed, known, outcomes, config: configChanges(catalogue.config, made, options, works), made: sections.wanted };
}

/**
 * Whether a work of another title is meant. What one list names twice, by other names and addresses, it means twice; but where the list
 * had its entry before, it is that entry.
 */
function isRenamed(there: PaperFields | undefined, gains: Gained | undefined, list: string | undefined, section: readonly string[]): boolean {
  if (there === undefined) return false;
  const carries = ({ lists = [] }: Gained, where?: string) => lists.some((one) => one.list === list && (where === undefined || (one.section ?? '') === where));
  return carries(there, section.join(' > ')) || !carries({ ...there, ...gains });
}

/** Categories of the wider tree that the catalogue's own lacks, with those above them. */
function borrowed(own: readonly Category[], tree: readonly Category[], used: readonly (string | undefined)[]): CategoryWanted[] {
  const wanted = new Map<string, CategoryWanted>();
  const paths = new Map<string, readonly Category[]>();
  const learn = (categories: readonly Category[], above: readonly Category[]) => {
    for (const category of categories) {
      paths.set(category.id, [...above, category]);
      learn(category.children ?? [], [...above, category]);
    }
  };
  learn(tree, []);
  for (const id of used) {
    for (const [at, category] of (paths.get(id ?? '') ?? []).entries()) {
      if (pathTo(own, category.id).length === 0 && !wanted.has(category.id)) wanted.set(category.id, { id: category.id, title: category.title, parent: paths.get(id ?? '')?.[at - 1]?.id });
    }
  }
  return [...wanted.values()];
}

function configChanges({ lists, categories }: CatalogueConfig, wanted: readonly CategoryWanted[], { list, headings = [] }: ImportOptions, works: readonly Incoming[]): ValueChange[] {
  const changes: ValueChange[] = [];
  const roots = new Map<string, Category & { children?: Category[] }>();
  const made = new Map<string, { id: string; title: string; children?: Category[] }>();
  for (const { id, title, parent } of wanted) {
    const category = { id, title };
    made.set(id, category);
    const above = parent === undefined ? undefined : made.get(parent);
    if (above) (above.children ??= []).push(category);
    else roots.set(id, category);
  }
  for (const [id, category] of roots) {
    const parent = wanted.find((one) => one.id === id)?.parent;
    changes.push({ kind: 'insert', path: parent === undefined ? ['categories'] : ['categories', ...pathTo(categories, parent), 'children'], value: category });
  }
  if (list !== undefined && !lists.some(({ id }) => id === list.id)) changes.push({ kind: 'insert', path: ['lists'], value: { id: list.id, title: list.title, ...(list.url === undefined ? {} : { url: list.url }), ...written(sectionTree([...headings, ...works.map(({ section }) => section)])) } });
  return changes;
}

/** Sections as catalog.yaml has them; nothing for a list without headings. */
function written(sections: readonly ListSection[]): { sections?: readonly unknown[] } {
  const plain = (some: readonly ListSection[]): unknown[] => some.map(({ title, sections: below = [] }) => (below.length === 0 ? title : { title, sections: plain(below) }));
  return sections.length === 0 ? {} : { sections: plain(sections) };
}

/** Paths of headings → the tree of them, in the order in which they come. */
function sectionTree(paths: readonly (readonly string[])[]): ListSection[] {
  const top: { title: string; sections: ListSection[] }[] = [];
  for (const path of paths) {
    let level = top;
    for (const title of path) {
      let found = level.find((one) => one.title === title);
      if (!found) level.push((found = { title, sections: [] }));
      level = found.sections as typeof top;
    }
  }
  return top;
}

/** Steps from the list of categories to one of them; none when it is not there. */
function pathTo(categories: readonly Category[], id: string): string[] {
  for (const category of categories) {
    if (category.id === id) return [id];
    const below = pathTo(category.children ?? [], id);
    if (below.length > 0) return [category.id, 'children', ...below];
  }
  return [];
}
