/** Reading BibTeX and biblatex: text → entries with offsets → records → papers. */
import { fromBibtex, type FromBibtex } from './from-bibtex.js';
import { isWork } from './read-type.js';
import { BibResolver, type BibRecord } from './resolve.js';
import { scanBibtex } from './scan.js';
import type { BibEntry, BibFile, BibProblem } from './syntax.js';

export { fromBibtex, type FromBibtex } from './from-bibtex.js';
export { readNames, type Names } from './read-names.js';
export { isWork } from './read-type.js';
export { BibResolver, type BibRecord } from './resolve.js';
export { scanBibtex, scanSteps } from './scan.js';
export type { BibBlock, BibComment, BibEntry, BibField, BibFile, BibJunk, BibPiece, BibPreamble, BibProblem, BibString } from './syntax.js';
export { texToText } from './tex-decode.js';
export { verbatimText } from './verbatim.js';

/** A work of a .bib file. */
export interface ReadWork extends FromBibtex {
  readonly record: BibRecord;
}

export interface ReadBibtex {
  readonly file: BibFile;
  /** In the order of the file, broken entries included; entries that only lend their fields (@xdata, @set) are no works. */
  readonly works: readonly ReadWork[];
  /** Of all stages, in the order of the file. */
  readonly problems: readonly BibProblem[];
}

/** Reads a whole .bib file. Never throws. */
export function readBibtex(text: string): ReadBibtex {
  const file = scanBibtex(text);
  const resolver = new BibResolver(file);
  const works = file.entries.filter(({ type }) => isWork(type)).map((entry) => readWork(resolver, entry));
  const problems = [...file.problems, ...resolver.problems, ...works.flatMap((work) => work.problems)].sort((a, b) => a.start - b.start);
  return { file, works, problems };
}

/** One entry of the resolver's file as a work. */
export function readWork(resolver: BibResolver, entry: BibEntry): ReadWork {
  const record = resolver.resolve(entry);
  return { record, ...fromBibtex(record) };
}
