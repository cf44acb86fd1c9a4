/** Sections of a list → categories of a catalogue. */
import { slugPattern, type Category } from '../model/schema.js';
import { fold, foldWords } from '../model/text.js';

export interface CategoryWanted {
  readonly id: string;
  readonly title: string;
  /** The category above it; undefined at the top. */
  readonly parent: string | undefined;
}

/** Categories of sections that a person chose, by {@link sectionKey}; undefined: of no category. What lies below them goes below those. */
export type SectionMapping = ReadonlyMap<string, string | undefined>;

export function sectionKey(section: readonly string[]): string {
  return section.join('\n');
}

/** Finds or makes up the category of each section; what is new is collected, parents first. */
export class SectionCategories {
  readonly wanted: CategoryWanted[] = [];
  readonly #known = new Map<string, string>();
  readonly #paths = new Map<string, string>();
  readonly #ids = new Set<string>();
  readonly #mapped: SectionMapping;

  /** @param mapped sections that do not go by their names */
  constructor(categories: readonly Category[], mapped: SectionMapping = new Map()) {
    this.#mapped = mapped;
    this.#learn(categories, '');
  }

  #learn(categories: readonly Category[], above: string): void {
    for (const { id, title, children } of categories) {
      const path = `${above}/${nameOf(title)}`;
      this.#ids.add(id);
      if (!this.#known.has(path)) this.#known.set(path, id);
      if (!this.#paths.has(id)) this.#paths.set(id, path);
      this.#learn(children ?? [], path);
    }
  }

  /** The id of the category for a path of headings; undefined for no path. */
  of(section: readonly string[]): string | undefined {
    let parent: string | undefined;
    let path = '';
    for (const [at, heading] of section.entries()) {
      const key = sectionKey(section.slice(0, at + 1));
      if (this.#mapped.has(key)) {
        parent = this.#mapped.get(key);
        path = parent === undefined ? '' : (this.#paths.get(parent) ?? '');
        continue;
      }
      path += `/${nameOf(heading)}`;
      const known = this.#known.get(path);
      parent = known ?? this.#make(path, heading, parent);
    }
    return parent;
  }

  #make(path: string, heading: string, parent: string | undefined): string {
    const slug = fold(titleOf(heading)).replace(/[^a-z0-9]+/gu, '-').replace(/^-+|-+$/gu, '').slice(0, 60).replace(/-+$/u, '') || 'section';
    const wish = parent === undefined ? slug : `${parent}/${slug}`;
    let id = wish;
    for (let count = 2; this.#ids.has(id) || !slugPattern.test(id); count += 1) id = `${wish}-${count}`;
    this.#ids.add(id);
    this.#known.set(path, id);
    this.#paths.set(id, path);
    this.wanted.push({ id, title: titleOf(heading), parent });
    return id;
  }
}

/** A heading without its number: "1.2. Preference Optimization". */
function titleOf(heading: string): string {
  const title = heading.replace(/^(?:\d{1,3}\.?)+\s+|^[ivx]{1,4}\.\s+/iu, '').trim();
  return title === '' ? heading : title;
}

function nameOf(heading: string): string {
  return foldWords(titleOf(heading));
}
