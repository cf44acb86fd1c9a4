/** The fields of a record, decoded as they are asked for. What nobody asked for is the rest. */
import type { BibRecord } from './resolve.js';
import type { BibProblem } from './syntax.js';
import { texToText } from './tex-decode.js';
import { verbatimText } from './verbatim.js';

export class RecordFields {
  readonly record: BibRecord;
  readonly #used = new Set<string>();
  readonly problems: BibProblem[] = [];

  constructor(record: BibRecord) {
    this.record = record;
  }

  /** TeX, or undefined; looking at a field does not use it. */
  raw(name: string): string | undefined {
    return this.record.fields.get(name);
  }

  use(...names: readonly string[]): void {
    for (const name of names) this.#used.add(name);
  }

  /** The first of the named fields that says something and is not used yet, as plain text; it is used. */
  text(...names: readonly string[]): string | undefined {
    return this.#first(names, texToText);
  }

  /** The same for addresses and identifiers. */
  verbatim(...names: readonly string[]): string | undefined {
    return this.#first(names, verbatimText);
  }

  #first(names: readonly string[], decode: (tex: string) => string): string | undefined {
    for (const name of names) {
      const value = this.record.fields.get(name);
      if (value === undefined || this.#used.has(name)) continue;
      const text = decode(value);
      this.#used.add(name);
      if (text !== '') return text;
    }
    return undefined;
  }

  /** Gives a field back: its value is not in the paper, or not all of it. */
  keep(name: string): void {
    this.#used.delete(name);
  }

  /** Notes a problem at a field, or at the key when the entry inherits it. */
  fault(name: string, rule: string, message: string, severity: 'warning' | 'info' = 'warning'): void {
    const { entry } = this.record;
    const field = entry.field(name);
    const [start, end] = [field?.nameStart ?? entry.keyStart, field?.pieces.at(-1)?.end ?? entry.keyEnd];
    this.problems.push({ start, end, rule: `bibtex-${rule}`, message, severity });
  }

  /** TeX of every field that has not been used. */
  rest(): ReadonlyMap<string, string> {
    const rest = new Map<string, string>();
    for (const [name, value] of this.record.fields) if (!this.#used.has(name) && value.trim() !== '') rest.set(name, value);
    return rest;
  }
}
