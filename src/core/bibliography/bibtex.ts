/** .bib files as bibliographies. */
import { removeEntry } from '../bibtex/edit.js';
import { ensureEntry } from '../bibtex/ensure.js';
import { readBibtex, type ReadBibtex, type ReadWork } from '../bibtex/read.js';
import { renameKey } from '../bibtex/rename-key.js';
import { toBibtex } from '../bibtex/write.js';
import { toPaper, type Paper } from '../model/paper.js';
import type { Bibliography, BibliographyFormat, Entry, EntryProblem } from './types.js';

class BibtexEntry implements Entry {
  readonly otherKeys = [];
  #paper: Paper | undefined;

  constructor(readonly work: ReadWork) {}

  get key() {
    return this.work.record.key;
  }
  get type() {
    return this.work.record.type;
  }
  get start() {
    return this.work.record.entry.start;
  }
  get end() {
    return this.work.record.entry.end;
  }
  get broken() {
    return this.work.record.entry.broken;
  }
  get keyPlace() {
    const { key, keyStart, keyEnd } = this.work.record.entry;
    return { key, start: keyStart, end: keyEnd };
  }
  get paper() {
    return (this.#paper ??= toPaper({ ...this.work.fields, id: this.key }));
  }
}

class BibtexBibliography implements Bibliography {
  readonly format = 'bibtex';
  readonly entries: readonly BibtexEntry[];
  readonly problems: readonly EntryProblem[];
  readonly #byKey = new Map<string, BibtexEntry>();

  constructor(readonly source: ReadBibtex) {
    this.entries = source.works.map((work) => new BibtexEntry(work));
    this.problems = source.problems;
    for (const entry of this.entries) for (const key of [entry.key, entry.key.toLowerCase()]) if (!this.#byKey.has(key)) this.#byKey.set(key, entry);
  }

  get text() {
    return this.source.file.text;
  }

  find(key: string) {
    return this.#byKey.get(key) ?? this.#byKey.get(key.toLowerCase());
  }

  async readAll(): Promise<void> {
    // all is read already
  }
}

export const bibtex: BibliographyFormat = {
  id: 'bibtex',
  read: (text) => Promise.resolve(new BibtexBibliography(readBibtex(text))),
  ensure: (bibliography, paper, options) => ensureEntry(sourceOf(bibliography), paper, options),
  renameKey: (bibliography, from, to) => renameKey(sourceOf(bibliography).file, from, to),
  remove: (bibliography, entry) => removeEntry(sourceOf(bibliography).file, entry.key),
  print: toBibtex,
};

function sourceOf(bibliography: Bibliography): ReadBibtex {
  return bibliography instanceof BibtexBibliography ? bibliography.source : readBibtex(bibliography.text);
}
