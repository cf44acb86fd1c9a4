/** Bibliographies whose entries are plain data: the parts that CSL-JSON, CSL-YAML and Hayagriva share. */
import { citationKey } from '../model/citation-key.js';
import { toPaper, type Paper } from '../model/paper.js';
import type { PaperFields } from '../model/schema.js';
import type { Splice } from '../yaml/splice.js';
import { EntryKeys } from './entry-keys.js';
import { findPaper, indexSteps } from './find-paper.js';
import { runInSlices } from './slices.js';
import type { Bibliography, Entry, EntryOptions, EntryProblem, FormatId, KeyPlace, Pause } from './types.js';

/** An entry whose place is known and whose contents are read when asked for. */
export interface Piece {
  readonly key: string;
  readonly keyPlace: KeyPlace;
  readonly start: number;
  readonly end: number;
  /** Its structure is at fault; told already. */
  readonly broken: boolean;
  /** What it says, or what is wrong with it. Called once. */
  readonly load: () => { readonly value: unknown; readonly problems: readonly EntryProblem[] };
}

/** What of a piece's contents makes a work. */
export interface Reading {
  readonly type: (value: unknown) => string;
  readonly fields: (value: unknown, key: string) => PaperFields;
}

const none: readonly KeyPlace[] = [];

export class ListedEntry implements Entry {
  readonly otherKeys = none;
  #loaded: ReturnType<Piece['load']> | undefined;
  #paper: Paper | undefined;

  constructor(
    readonly piece: Piece,
    private readonly reading: Reading,
  ) {}

  get key() {
    return this.piece.key;
  }
  get keyPlace() {
    return this.piece.keyPlace;
  }
  get start() {
    return this.piece.start;
  }
  get end() {
    return this.piece.end;
  }
  get type() {
    return this.reading.type(this.#load().value);
  }
  get broken() {
    return this.piece.broken || this.#load().problems.length > 0;
  }
  get paper() {
    return (this.#paper ??= toPaper(this.reading.fields(this.#load().value, this.key)));
  }
  /** As far as it has been read. */
  get problems() {
    return this.#loaded?.problems ?? [];
  }

  #load() {
    return (this.#loaded ??= this.piece.load());
  }
}

/** `layout` is what its format needs to know for writing. */
export class ListedBibliography<Layout> implements Bibliography {
  readonly entries: ListedEntry[] = [];
  readonly #keys: EntryKeys<ListedEntry>;
  #all = false;
  #problems: readonly EntryProblem[] | undefined;

  constructor(
    readonly format: FormatId,
    readonly text: string,
    readonly layout: Layout,
    readonly structure: readonly EntryProblem[],
  ) {
    this.#keys = new EntryKeys(false);
  }

  add(entry: ListedEntry): void {
    this.entries.push(entry);
    this.#keys.add(entry);
  }

  find(key: string): Entry | undefined {
    return this.#keys.find(key);
  }

  get problems(): readonly EntryProblem[] {
    return this.#problems ?? [...this.structure, ...this.entries.flatMap(({ problems }) => problems)].sort((a, b) => a.start - b.start);
  }

  async readAll(pause: Pause): Promise<void> {
    if (this.#all) return;
    await runInSlices(indexSteps(this), pause);
    this.#problems = this.problems;
    this.#all = true;
  }
}

/** The key of the entry that is the paper's; or a key that is free, for a new one. */
export function keyFor(bibliography: Bibliography, paper: Paper, options: EntryOptions): { readonly key: string; readonly there: boolean } {
  const found = findPaper(bibliography, paper);
  if (found !== undefined) return { key: found.key, there: true };
  const keys = new Set(bibliography.entries.map(({ key }) => key.toLowerCase()));
  const taken = (key: string) => keys.has(key.toLowerCase());
  const wanted = options.key ?? paper.id;
  return { key: taken(wanted) || wanted === '' ? citationKey(paper.fields, taken) : wanted, there: false };
}

/** The entry of a key that may be called `to`. @throws Error when it cannot */
export function entryToRename(bibliography: Bibliography, from: string, to: string): Entry {
  const entry = bibliography.find(from);
  if (entry === undefined) throw new Error(`The file has no entry with the key ${from}.`);
  if (to === '' || /[\s,{}()[\]"'#%~\\=@]/u.test(to)) throw new Error(`“${to}” cannot be a key: keys hold no blanks, commas, brackets or quotes.`);
  const taken = bibliography.find(to);
  if (taken !== undefined && taken !== entry) throw new Error(`The key ${to} is taken by another entry.`);
  return entry;
}

/** A line to name in a message, counted from 1. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** The line break of a file: that of its first line. */
export function eolOf(text: string): string {
  const feed = text.indexOf('\n');
  return feed > 0 && text.charAt(feed - 1) === '\r' ? '\r\n' : '\n';
}

/** A change of the characters of a key alone. */
export function keySplice({ start, end }: KeyPlace, text: string): readonly Splice[] {
  return [{ start, end, text }];
}

/** Of a value that may be a mapping: one of its fields. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
