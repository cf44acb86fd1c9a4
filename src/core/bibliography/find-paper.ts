/** A paper's entry in a bibliography of any format, under whatever key. */
import type { Paper } from '../model/paper.js';
import { runAtOnce } from './slices.js';
import type { Bibliography, Entry } from './types.js';
import { WorkIndex } from './work-index.js';

/** The works of a bibliography by what identifies them, made as far as somebody got. */
class Works {
  readonly #index = new WorkIndex<Entry>();
  readonly #entries: readonly Entry[];
  #next = 0;

  constructor(entries: readonly Entry[]) {
    this.#entries = entries;
  }

  *steps(): Generator<void, void> {
    for (; this.#next < this.#entries.length; yield) {
      const entry = this.#entries[this.#next];
      this.#next += 1;
      if (entry !== undefined) this.#index.add({ work: entry, key: entry.key, otherKeys: entry.otherKeys.map(({ key }) => key), fields: entry.paper.fields });
    }
  }

  get index(): WorkIndex<Entry> {
    runAtOnce(this.steps());
    return this.#index;
  }
}

const known = new WeakMap<Bibliography, Works>();

function worksOf(bibliography: Bibliography): Works {
  let works = known.get(bibliography);
  if (works === undefined) known.set(bibliography, (works = new Works(bibliography.entries)));
  return works;
}

/** Converts and indexes every entry, step by step. */
export function indexSteps(bibliography: Bibliography): Generator<void, void> {
  return worksOf(bibliography).steps();
}

/**
 * The entry that is the same work as a paper: by an identifier, else by key, else by title, first author and year. At once when
 * {@link Bibliography.readAll} has run; else all that is missing is read first.
 */
export function findPaper(bibliography: Bibliography, paper: Pick<Paper, 'id' | 'aliases' | 'fields'>): Entry | undefined {
  return worksOf(bibliography).index.find(paper);
}
