/** The merged catalogue: immutable, and the only thing that the rest of Litshelf looks at. */
import { identityKey, readIdentifier, type Identifier } from '../ids/index.js';
import { identifiers } from '../model/identity.js';
import type { Paper } from '../model/paper.js';
import type { TextRange } from '../model/problem.js';
import type { Category, SourceList } from '../model/schema.js';
import type { Layer, Place } from './layer.js';

/** A paper on the shelf: what it is, and where each layer says so (lowest layer first). */
export interface Shelved {
  readonly paper: Paper;
  readonly places: readonly Place[];
}

export class Catalogue {
  readonly layers: readonly Layer[];
  readonly papers: readonly Shelved[];
  /** Papers that a higher layer hides, without their tombstones. */
  readonly hidden: readonly Shelved[];
  readonly categories: readonly Category[];
  readonly lists: readonly SourceList[];
  #byKey: Map<string, Shelved> | undefined;
  #byIdentifier: Map<string, Shelved> | undefined;
  #byLink: Map<string, Shelved> | undefined;
  #categories: Map<string, CategoryPlace> | undefined;

  constructor(parts: { layers: readonly Layer[]; papers: readonly Shelved[]; hidden?: readonly Shelved[]; categories: readonly Category[]; lists: readonly SourceList[] }) {
    this.layers = parts.layers;
    this.papers = parts.papers;
    this.hidden = parts.hidden ?? [];
    this.categories = parts.categories;
    this.lists = parts.lists;
  }

  static readonly empty = new Catalogue({ layers: [], papers: [], categories: [], lists: [] });

  /** The paper with this citation key or alias; a key goes before an alias, and the first paper before a later one. */
  get(key: string): Shelved | undefined {
    if (!this.#byKey) {
      this.#byKey = new Map();
      for (const shelved of this.papers) if (!this.#byKey.has(shelved.paper.id)) this.#byKey.set(shelved.paper.id, shelved);
      for (const shelved of this.papers) for (const alias of shelved.paper.aliases) if (!this.#byKey.has(alias)) this.#byKey.set(alias, shelved);
    }
    return this.#byKey.get(key);
  }

  /** The paper with this identifier (`arxiv:2212.10560`, `doi:…`, as made by `identifiers`). */
  find(identifier: string): Shelved | undefined {
    if (!this.#byIdentifier) {
      this.#byIdentifier = new Map();
      for (const shelved of this.papers) for (const id of identifiers(shelved.paper.fields)) if (!this.#byIdentifier.has(id)) this.#byIdentifier.set(id, shelved);
    }
    return this.#byIdentifier.get(identifier);
  }

  /** The paper with this link, by the identifier that the link holds (a repository, a page of proceedings, …); the oldest of several. */
  findLink(identifier: Identifier): Shelved | undefined {
    if (!this.#byLink) {
      this.#byLink = new Map();
      for (const shelved of this.papers) {
        for (const link of Object.values(shelved.paper.links)) {
          const linked = readIdentifier(link);
          const key = linked && identityKey(linked);
          const other = key === undefined ? undefined : this.#byLink.get(key);
          if (key !== undefined && (!other || firstPosted(shelved) < firstPosted(other))) this.#byLink.set(key, shelved);
        }
      }
    }
    return this.#byLink.get(identityKey(identifier));
  }

  /** Offsets of a record in its file's text, or undefined when the file has changed under it. */
  locate(place: Place): TextRange | undefined {
    const layer = this.layers.find(({ source }) => source.id === place.layer.id);
    return layer?.files.get(place.file)?.entries.find((entry) => entry.fields === place.fields);
  }

  /** A category with its ancestors, or undefined when the tree has no such id. */
  category(id: string): CategoryPlace | undefined {
    if (!this.#categories) {
      const found = new Map<string, CategoryPlace>();
      const visit = (categories: readonly Category[], path: readonly Category[]) => {
        for (const category of categories) {
          found.set(category.id, { category, path: [...path, category] });
          visit(category.children ?? [], [...path, category]);
        }
      };
      visit(this.categories, []);
      this.#categories = found;
    }
    return this.#categories.get(id);
  }
}

export interface CategoryPlace {
  readonly category: Category;
  /** From the top of the tree down to the category itself. */
  readonly path: readonly Category[];
}

/** When a paper was first to be had, for comparison. */
function firstPosted({ paper }: Shelved): string {
  return paper.fields.submitted ?? paper.fields.issued ?? '9999';
}
