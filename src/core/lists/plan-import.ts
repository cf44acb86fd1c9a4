/** What bringing works into a catalogue would change: the works that are new, the categories and the list they bring along. */
import { newWork } from '../adding/new-work.js';
import { papersFolder } from '../catalogue/layer.js';
import { contradict } from '../model/identity.js';
import { SimilarIndex } from '../model/similar.js';
import type { CatalogueConfig, Category, Listed, PaperFields, SourceList } from '../model/schema.js';
import { foldWords } from '../model/text.js';
import type { ValueChange } from '../yaml/changes.js';
import { SectionCategories } from './sections.js';

/** A work to be brought in. */
export interface Incoming {
  readonly fields: Partial<PaperFields>;
  readonly section: readonly string[];
  readonly line: number;
}

export interface ImportOptions {
  /** Today, as YYYY-MM-DD. */
  readonly added: string;
  /** The list that the works come from; it is noted with each of them. */
  readonly list?: Pick<SourceList, 'id' | 'title' | 'url'> | undefined;
  /** File papers under categories named after the sections. */
  readonly categories: boolean;
}

export interface ImportPlan {
  /** New papers by the file they go to, relative to the catalogue's folder. */
  readonly added: ReadonlyMap<string, readonly PaperFields[]>;
  /** Works that the catalogue has, by line and key, and works that stood in the input before. */
  readonly known: readonly { readonly line: number; readonly title: string; readonly id: string }[];
  /** Changes of catalog.yaml. */
  readonly config: readonly ValueChange[];
}

/** Only adds: papers that are there stay as they are. Two entries of one work become one paper, in the sections of both. */
export function planImport(catalogue: { readonly config: CatalogueConfig; readonly papers: readonly { readonly fields: PaperFields }[] }, works: readonly Incoming[], options: ImportOptions): ImportPlan {
  const index = new KnownWorks();
  const keys = new Set<string>();
  for (const { fields } of catalogue.papers) {
    index.add(fields);
    for (const key of [fields.id, ...(fields.aliases ?? [])]) keys.add(key);
  }
  const sections = new SectionCategories(catalogue.config.categories);
  const added = new Map<string, PaperFields>();
  const known: { line: number; title: string; id: string }[] = [];
  const existing = new Set(catalogue.papers.map(({ fields }) => fields.id));

  for (const { fields, section, line } of works) {
    const same = index.find(fields);
    const twin = same === undefined ? undefined : added.get(same);
    // nothing is made for papers that stay as they are
    const category = options.categories && (same === undefined || !existing.has(same)) ? sections.of(section) : undefined;
    const listed: Listed[] = options.list === undefined ? [] : [{ list: options.list.id, ...(section.length === 0 ? {} : { section: section.join(' > ') }) }];
    if (same !== undefined) {
      known.push({ line, title: fields.title ?? same, id: same });
      if (twin !== undefined) added.set(same, joined(twin, fields, category, listed));
      continue;
    }
    const paper = newWork({ ...fields, ...(listed.length === 0 ? {} : { lists: listed }) }, { categories: category === undefined ? [] : [category], added: options.added, keepKey: true }, (key) => keys.has(key));
    keys.add(paper.id);
    index.add(paper);
    added.set(paper.id, paper);
  }

  const files = new Map<string, PaperFields[]>();
  for (const paper of added.values()) {
    const file = `${papersFolder}/${paper.categories?.[0]?.split('/')[0] ?? options.list?.id ?? 'papers'}.yaml`;
    files.set(file, [...(files.get(file) ?? []), paper]);
  }
  return { added: files, known, config: configChanges(catalogue.config, sections, options) };
}

/** Works by what makes them the same; and, as lists often name no people, by title where one of two has no authors. */
class KnownWorks {
  readonly #similar = new SimilarIndex<PaperFields>();
  readonly #byTitle = new Map<string, PaperFields[]>();

  add(fields: PaperFields): void {
    this.#similar.add(fields, fields);
    const title = foldWords(fields.title ?? '');
    if (title !== '') this.#byTitle.set(title, [...(this.#byTitle.get(title) ?? []), fields]);
  }

  /** The key of the work that is certainly the same. */
  find(fields: Partial<PaperFields>): string | undefined {
    const same = this.#similar.find(fields).find(({ certain }) => certain)?.work;
    if (same !== undefined) return same.id;
    const nameless = (work: Partial<PaperFields>) => (work.authors ?? []).length === 0;
    return this.#byTitle.get(foldWords(fields.title ?? ''))?.find((work) => (nameless(work) || nameless(fields)) && !contradict(work, { id: '', ...fields }))?.id;
  }
}

/** What a second entry of the same work adds: categories, lists, and fields that the first did not have. */
function joined(paper: PaperFields, other: Partial<PaperFields>, category: string | undefined, listed: readonly Listed[]): PaperFields {
  const categories = [...new Set([...(paper.categories ?? []), ...(category === undefined ? [] : [category])])];
  const lists = [...(paper.lists ?? []), ...listed.filter(({ section }) => !(paper.lists ?? []).some((known) => known.section === section))];
  const { unchecked, ...rest } = other;
  const all: PaperFields = { ...rest, ...paper, links: { ...other.links, ...paper.links } };
  if (unchecked === undefined && other.authors !== undefined) {
    all.authors = other.authors;
    delete all.unchecked;
  }
  if (Object.keys(all.links ?? {}).length === 0) delete all.links;
  return { ...all, ...(categories.length === 0 ? {} : { categories }), ...(lists.length === 0 ? {} : { lists }) };
}

function configChanges({ lists, categories }: CatalogueConfig, sections: SectionCategories, { list }: ImportOptions): ValueChange[] {
  const changes: ValueChange[] = [];
  const roots = new Map<string, Category & { children?: Category[] }>();
  const made = new Map<string, { id: string; title: string; children?: Category[] }>();
  for (const { id, title, parent } of sections.wanted) {
    const category = { id, title };
    made.set(id, category);
    const above = parent === undefined ? undefined : made.get(parent);
    if (above) (above.children ??= []).push(category);
    else roots.set(id, category);
  }
  for (const [id, category] of roots) {
    const parent = sections.wanted.find((one) => one.id === id)?.parent;
    changes.push({ kind: 'insert', path: parent === undefined ? ['categories'] : ['categories', ...pathTo(categories, parent), 'children'], value: category });
  }
  if (list !== undefined && !lists.some(({ id }) => id === list.id)) changes.push({ kind: 'insert', path: ['lists'], value: { id: list.id, title: list.title, ...(list.url === undefined ? {} : { url: list.url }) } });
  return changes;
}

/** Steps from the list of categories to one of them. */
function pathTo(categories: readonly Category[], id: string): string[] {
  for (const category of categories) {
    if (category.id === id) return [id];
    const below = pathTo(category.children ?? [], id);
    if (below.length > 0) return [category.id, 'children', ...below];
  }
  return [];
}
