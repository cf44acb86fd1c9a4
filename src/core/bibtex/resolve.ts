/** Entries as written → records: names replaced by their text, inherited fields filled in. */
import { runAtOnce } from '../bibliography/slices.js';
import { inherited } from './inherit.js';
import { Macros } from './macros.js';
import { Signs } from './signs.js';
import { report, type BibEntry, type BibFile, type BibProblem, type Cursor } from './syntax.js';

/** An entry with the values that count. */
export interface BibRecord {
  readonly entry: BibEntry;
  /** In lower case. */
  readonly type: string;
  readonly key: string;
  /** TeX without delimiters, by name in lower case; of a repeated field the first, as in BibTeX. Own fields come first, then inherited ones. */
  readonly fields: ReadonlyMap<string, string>;
}

/** Longest chain of crossrefs and most sources of one entry: more is a mistake, or an attack. */
const longestChain = 8;
const mostSources = 50;

/** Resolves the entries of one file; problems collect in {@link problems} as entries are asked for. */
export class BibResolver {
  readonly #byKey = new Map<string, BibEntry>();
  readonly #byFolded = new Map<string, BibEntry>();
  readonly #macros: Macros;
  readonly #cursor: Cursor;
  /** Of entries that lend their fields: most never do, and are asked once. */
  readonly #lent = new WeakMap<BibEntry, ReadonlyMap<string, string>>();
  readonly #told = new Set<BibEntry>();
  readonly #steps: Generator<void, void>;
  #ready = false;

  constructor(file: BibFile) {
    this.#cursor = { text: file.text, signs: new Signs(''), at: 0, problems: [] };
    this.#macros = new Macros(file, this.#cursor);
    this.#steps = this.#index(file);
  }

  /** Gets ready for {@link resolve}, entry by entry; resolving does what is left of it. */
  prepare(): Generator<void, void> {
    return this.#steps;
  }

  *#index(file: BibFile): Generator<void, void> {
    for (const entry of file.entries) {
      yield;
      const { key, keyStart, keyEnd } = entry;
      if (key === '') continue;
      if (this.#byKey.has(key)) report(this.#cursor, 'warning', 'duplicate-key', keyStart, keyEnd, `The key ${key} is taken by an earlier entry: give this one another key, or remove it.`);
      else this.#byKey.set(key, entry);
      if (!this.#byFolded.has(key.toLowerCase())) this.#byFolded.set(key.toLowerCase(), entry);
    }
  }

  /** What was found wrong in values: unknown names, repeated keys and fields, references to nowhere. */
  get problems(): readonly BibProblem[] {
    return this.#cursor.problems;
  }

  /** The record of an entry of this file. */
  resolve(entry: BibEntry): BibRecord {
    if (!this.#ready) runAtOnce(this.#steps);
    this.#ready = true;
    const { type, key } = entry;
    return { entry, type, key, fields: this.#complete(entry, [entry]) };
  }

  #complete(entry: BibEntry, chain: readonly BibEntry[]): ReadonlyMap<string, string> {
    const own = chain.length > 1 ? this.#lentFields(entry) : this.#ownFields(entry);
    if (!own.has('crossref') && !own.has('xdata') && !this.#pointsElsewhere(own)) return own;
    const fields = new Map(own);
    const sources = new Set<BibEntry>([entry]);
    this.#addXdata(entry, fields, sources);
    for (const [name, value] of fields) fields.set(name, this.#xdataValue(value) ?? value);
    const parent = own.has('crossref') ? this.#find(entry, 'crossref', own.get('crossref')?.trim() ?? '') : undefined;
    if (parent === undefined) return fields;
    if (chain.includes(parent) || chain.length >= longestChain) {
      this.#report(entry, 'crossref', 'crossref-circle', `The crossref to ${parent.key} leads back or too far: a parent cannot inherit from its own child.`);
      return fields;
    }
    for (const [name, value] of inherited({ type: entry.type, fields }, { type: parent.type, fields: this.#complete(parent, [...chain, parent]) })) fields.set(name, value);
    return fields;
  }

  #lentFields(entry: BibEntry): ReadonlyMap<string, string> {
    let known = this.#lent.get(entry);
    if (known === undefined) this.#lent.set(entry, (known = this.#ownFields(entry)));
    return known;
  }

  #ownFields(entry: BibEntry): Map<string, string> {
    const fields = new Map<string, string>();
    // what is wrong with values is told once
    const cursor = this.#told.has(entry) ? { ...this.#cursor, problems: [] } : this.#cursor;
    this.#told.add(entry);
    for (const field of entry.fields) {
      if (fields.has(field.name)) {
        report(cursor, 'warning', 'duplicate-field', field.nameStart, field.nameEnd, `The field ${field.name} stands in this entry already; BibTeX takes the first and leaves this one out.`);
      } else if (field.pieces.length > 0) fields.set(field.name, this.#macros.value(field, cursor));
    }
    return fields;
  }

  /** xdata: the fields of all named entries, and of those that they name. */
  #addXdata(entry: BibEntry, fields: Map<string, string>, sources: Set<BibEntry>): void {
    const waiting: [BibEntry, string][] = [[entry, fields.get('xdata') ?? '']];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [from, list] = next;
      for (const key of list.slice(0, 5000).split(',').map((one) => one.trim()).filter((one) => one !== '')) {
        const source = sources.size > mostSources ? undefined : this.#find(from, 'xdata', key);
        if (source === undefined || sources.has(source)) continue;
        sources.add(source);
        for (const [name, value] of this.#lentFields(source)) if (name !== 'xdata' && !fields.has(name)) fields.set(name, value);
        waiting.push([source, this.#lentFields(source).get('xdata') ?? '']);
      }
    }
  }

  #pointsElsewhere(fields: ReadonlyMap<string, string>): boolean {
    for (const value of fields.values()) if (value.startsWith('xdata=')) return true;
    return false;
  }

  /** biblatex: `location = {xdata=key-location}`, `author = {xdata=key-author-2}`. */
  #xdataValue(value: string): string | undefined {
    const match = /^xdata=([^\s,-]+)-([a-z]+)(?:-(\d+))?$/u.exec(value.trim());
    const source = match === null ? undefined : this.#lookUp(match[1] ?? '');
    const whole = source === undefined ? undefined : this.#lentFields(source).get(match?.[2] ?? '');
    return whole === undefined || match?.[3] === undefined ? whole : whole.split(/\s+and\s+/u)[Number(match[3]) - 1];
  }

  /** BibTeX takes keys that differ in case alone for the same. */
  #lookUp(key: string): BibEntry | undefined {
    return this.#byKey.get(key) ?? this.#byFolded.get(key.toLowerCase());
  }

  #find(entry: BibEntry, field: string, key: string): BibEntry | undefined {
    const found = this.#lookUp(key);
    if (found === undefined) this.#report(entry, field, 'unknown-parent', `${field} names ${key.slice(0, 60)}, but the file has no entry with this key.`);
    return found;
  }

  #report(entry: BibEntry, name: string, rule: string, message: string): void {
    const field = entry.field(name);
    report(this.#cursor, 'warning', rule, field?.nameStart ?? entry.start, field?.pieces.at(-1)?.end ?? entry.end, message);
  }
}
