/** .bib files as bibliographies. */
import { removeRange } from '../bibtex/edit.js';
import { addPaper } from '../bibtex/ensure.js';
import { otherKeys } from '../bibtex/other-keys.js';
import { BibResolver, isWork, readWork, scanSteps } from '../bibtex/read.js';
import { renameKey } from '../bibtex/rename-key.js';
import type { BibEntry, BibFile } from '../bibtex/syntax.js';
import { toBibtex } from '../bibtex/write.js';
import { toPaper, type Paper } from '../model/paper.js';
import { EntryKeys } from './entry-keys.js';
import { findPaper, indexSteps } from './find-paper.js';
import { runAtOnce, runInSlices } from './slices.js';
import type { Bibliography, BibliographyFormat, Entry, EntryProblem, KeyPlace, Pause } from './types.js';

class BibtexEntry implements Entry {
  #paper: Paper | undefined;
  #otherKeys: readonly KeyPlace[] | undefined;
  /** Of its values, as far as it has been read. */
  problems: readonly EntryProblem[] = none;

  constructor(
    readonly source: BibEntry,
    private readonly resolver: BibResolver,
    private readonly text: string,
  ) {}

  get key() {
    return this.source.key;
  }
  get type() {
    return this.source.type;
  }
  get start() {
    return this.source.start;
  }
  get end() {
    return this.source.end;
  }
  get broken() {
    return this.source.broken;
  }
  get keyPlace() {
    const { key, keyStart, keyEnd } = this.source;
    return { key, start: keyStart, end: keyEnd };
  }
  get otherKeys() {
    return (this.#otherKeys ??= otherKeys(this.text, this.source));
  }
  get paper() {
    return (this.#paper ??= this.#read());
  }

  /** Of what was read only the paper and the problems are kept: ten thousand entries stay in memory as long as anybody cites from them. */
  #read(): Paper {
    const { fields, problems } = readWork(this.resolver, this.source);
    if (problems.length > 0) this.problems = problems;
    return toPaper({ ...fields, id: this.key });
  }
}

const none: readonly never[] = [];

class BibtexBibliography implements Bibliography {
  readonly format = 'bibtex';
  readonly entries: BibtexEntry[] = [];
  readonly #keys = new EntryKeys<BibtexEntry>(true);
  readonly #resolver: BibResolver;
  #problems: readonly EntryProblem[] | undefined;

  private constructor(readonly file: BibFile) {
    this.#resolver = new BibResolver(file);
  }

  static *steps(text: string): Generator<void, BibtexBibliography> {
    const bibliography = new BibtexBibliography(yield* scanSteps(text));
    yield* bibliography.#index();
    return bibliography;
  }

  *#index(): Generator<void, void> {
    yield* this.#resolver.prepare();
    for (const source of this.file.entries) {
      yield;
      if (!isWork(source.type)) continue;
      const entry = new BibtexEntry(source, this.#resolver, this.text);
      this.entries.push(entry);
      this.#keys.add(entry);
    }
  }

  get text() {
    return this.file.text;
  }

  get problems() {
    return this.#problems ?? this.#collect();
  }

  find(key: string) {
    return this.#keys.find(key);
  }

  async readAll(pause: Pause): Promise<void> {
    await runInSlices(indexSteps(this), pause);
    this.#problems ??= this.#collect();
  }

  #collect(): readonly EntryProblem[] {
    const found: EntryProblem[] = [...this.file.problems, ...this.#resolver.problems];
    for (const { problems } of this.entries) found.push(...problems);
    return found.sort((a, b) => a.start - b.start);
  }
}

export const bibtex: BibliographyFormat = {
  id: 'bibtex',
  read: (text, pause) => runInSlices(BibtexBibliography.steps(text), pause),
  ensure: (bibliography, paper, options) => {
    const found = findPaper(bibliography, paper);
    return found === undefined ? addPaper(fileOf(bibliography), paper, options) : { key: found.key, splices: [] };
  },
  renameKey: (bibliography, from, to) => renameKey(fileOf(bibliography), from, to),
  remove: (bibliography, entry) => removeRange(bibliography.text, entry),
  print: toBibtex,
};

function fileOf(bibliography: Bibliography): BibFile {
  return (bibliography instanceof BibtexBibliography ? bibliography : runAtOnce(BibtexBibliography.steps(bibliography.text))).file;
}
