/**
 * Fields as numbers. A large file has more than a hundred thousand of them, and as objects they would be the greater part of what is
 * kept of it; few are ever looked at twice.
 */
import type { BibEntry, BibField, BibPiece } from './syntax.js';

const kinds = ['braces', 'quotes', 'number', 'macro', 'bare'] as const satisfies readonly BibPiece['kind'][];
/** Numbers of a field (name, its place, how many pieces) before those of its pieces (kind, place). */
const ofField = 4;
const ofPiece = 3;

/** An entry whose fields are packed. */
export class PackedEntry implements BibEntry {
  readonly kind = 'entry';
  readonly type: string;
  readonly typeStart: number;
  readonly typeEnd: number;
  readonly open: number;
  readonly start: number;
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly close: number | undefined;
  readonly end: number;
  readonly broken: boolean;

  constructor(
    place: Omit<BibEntry, 'kind' | 'fields' | 'field'>,
    private readonly packed: PackedFields,
    private readonly at: number,
  ) {
    this.type = place.type;
    this.typeStart = place.typeStart;
    this.typeEnd = place.typeEnd;
    this.open = place.open;
    this.start = place.start;
    this.key = place.key;
    this.keyStart = place.keyStart;
    this.keyEnd = place.keyEnd;
    this.close = place.close;
    this.end = place.end;
    this.broken = place.broken;
  }

  get fields() {
    return this.packed.at(this.at);
  }

  field(name: string) {
    return this.packed.find(this.at, name);
  }
}

/** The fields of the entries of one file. */
export class PackedFields {
  #numbers = new Int32Array(1024);
  #used = 0;
  readonly #names: string[] = [];
  readonly #ids = new Map<string, number>();

  /** @returns where they are, for the other methods */
  add(fields: readonly BibField[]): number {
    const start = this.#used;
    this.#reserve(1 + fields.reduce((sum, { pieces }) => sum + ofField + ofPiece * pieces.length, 0));
    const numbers = this.#numbers;
    let at = start;
    numbers[at++] = fields.length;
    for (const { name, nameStart, nameEnd, pieces } of fields) {
      numbers[at++] = this.#idOf(name);
      numbers[at++] = nameStart;
      numbers[at++] = nameEnd;
      numbers[at++] = pieces.length;
      for (const { kind, start: from, end, closed } of pieces) {
        numbers[at++] = 2 * kinds.indexOf(kind) + Number(closed);
        numbers[at++] = from;
        numbers[at++] = end;
      }
    }
    this.#used = at;
    return start;
  }

  /** All fields of an entry, made anew. */
  at(start: number): BibField[] {
    const fields: BibField[] = [];
    for (let left = this.#get(start), at = start + 1; left > 0; left -= 1, at = this.#next(at)) fields.push(this.#field(at));
    return fields;
  }

  /** The first field of a name, in lower case. */
  find(start: number, name: string): BibField | undefined {
    const id = this.#ids.get(name);
    if (id === undefined) return undefined;
    for (let left = this.#get(start), at = start + 1; left > 0; left -= 1, at = this.#next(at)) if (this.#get(at) === id) return this.#field(at);
    return undefined;
  }

  #next(at: number): number {
    return at + ofField + ofPiece * this.#get(at + 3);
  }

  #field(at: number): BibField {
    const pieces: BibPiece[] = [];
    for (let from = at + ofField; from < this.#next(at); from += ofPiece) {
      const kind = this.#get(from);
      pieces.push({ kind: kinds[kind >> 1] ?? 'bare', start: this.#get(from + 1), end: this.#get(from + 2), closed: kind % 2 === 1 });
    }
    return { name: this.#names[this.#get(at)] ?? '', nameStart: this.#get(at + 1), nameEnd: this.#get(at + 2), pieces };
  }

  /** Files have few names of fields: one text for each. */
  #idOf(name: string): number {
    let id = this.#ids.get(name);
    if (id === undefined) {
      id = this.#names.push(name) - 1;
      this.#ids.set(name, id);
    }
    return id;
  }

  #get(at: number): number {
    return this.#numbers[at] ?? 0;
  }

  #reserve(more: number): void {
    if (this.#used + more <= this.#numbers.length) return;
    const larger = new Int32Array(2 * (this.#used + more));
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}
