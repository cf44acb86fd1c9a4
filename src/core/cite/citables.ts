/** All that a document can cite, each work once: the entries of its bibliographies, and the papers of the catalogue. */
import type { Entry } from '../bibliography/types.js';
import { toPaper, type Paper } from '../model/paper.js';

/** One of the document's bibliographies. */
export interface CitedFile {
  /** As people know it: `references.bib`. */
  readonly name: string;
  readonly entries: readonly Entry[];
  /** The entry that is the same work as a paper. */
  match(paper: Paper): Entry | undefined;
}

/** A work that can be cited. */
export interface Citable {
  /** What is searched and shown: the catalogue's paper when it has the work, else what the entry says. */
  readonly paper: Paper;
  /** By which this document cites it. */
  readonly key: string;
  /** Name of the bibliography that has it; undefined when it would have to be added. */
  readonly file: string | undefined;
  /** The catalogue's citation key, when the catalogue has the work. */
  readonly shelf: string | undefined;
}

export class Citables {
  readonly papers: readonly Paper[];
  readonly #byPaper: ReadonlyMap<Paper, Citable>;
  readonly #byKey = new Map<string, Citable>();

  constructor(all: readonly Citable[]) {
    this.papers = all.map(({ paper }) => paper);
    this.#byPaper = new Map(all.map((one) => [one.paper, one]));
    for (const one of all) if (!this.#byKey.has(one.key)) this.#byKey.set(one.key, one);
    // a catalogue's own key still finds what the document cites by another
    for (const one of all) if (one.shelf !== undefined && !this.#byKey.has(one.shelf)) this.#byKey.set(one.shelf, one);
  }

  of(paper: Paper): Citable | undefined {
    return this.#byPaper.get(paper);
  }

  get(key: string): Citable | undefined {
    return this.#byKey.get(key);
  }
}

/** Matches entries and papers, a step each. Entries come first, in the order of their files; of entries with one key the first counts. */
export function* gatherCitables(papers: readonly Paper[], files: readonly CitedFile[]): Generator<void, Citables> {
  const held = new Map<Entry, Paper>();
  const entered = new Set<Paper>();
  for (const file of files) {
    for (const paper of papers) {
      yield;
      const entry = entered.has(paper) ? undefined : file.match(paper);
      if (!entry) continue;
      entered.add(paper);
      if (!held.has(entry)) held.set(entry, paper);
    }
  }
  const all: Citable[] = [];
  const keys = new Set<string>();
  for (const file of files) {
    for (const entry of file.entries) {
      yield;
      const { key } = entry;
      if (key === '' || keys.has(key)) continue;
      keys.add(key);
      const paper = held.get(entry);
      all.push({ paper: paper ? alsoCalled(paper, key) : entry.paper, key, file: file.name, shelf: paper?.id });
    }
  }
  for (const paper of papers) if (!entered.has(paper)) all.push({ paper, key: paper.id, file: undefined, shelf: paper.id });
  return new Citables(all);
}

/** The catalogue's paper, found by the document's key for it too. */
function alsoCalled(paper: Paper, key: string): Paper {
  return key === paper.id || paper.aliases.includes(key) ? paper : toPaper({ ...paper.fields, aliases: [...paper.aliases, key] });
}
