/** Entries by their keys. */
import type { Entry } from './types.js';

/** Entries are added in the order of the file; of one key the first counts. An entry's own key goes before another's other keys. */
export class EntryKeys<E extends Entry> {
  readonly #own = new Map<string, E>();
  readonly #other = new Map<string, E>();
  /** Keys that have capitals, in lower case. */
  readonly #folded = new Map<string, E>();

  constructor(private readonly anyCase: boolean) {}

  add(entry: E): void {
    if (entry.key !== '') this.#put(this.#own, entry.key, entry);
    for (const { key } of entry.otherKeys) this.#put(this.#other, key, entry);
  }

  /** The entry of a key: exactly, else, where the format takes them for the same, in any case. */
  find(key: string): E | undefined {
    const exact = this.#own.get(key) ?? this.#other.get(key);
    if (exact !== undefined || !this.anyCase) return exact;
    const folded = key.toLowerCase();
    return this.#own.get(folded) ?? this.#folded.get(folded) ?? this.#other.get(folded);
  }

  #put(map: Map<string, E>, key: string, entry: E): void {
    if (!map.has(key)) map.set(key, entry);
    if (!this.anyCase) return;
    const folded = key.toLowerCase();
    if (folded !== key && !this.#folded.has(folded)) this.#folded.set(folded, entry);
  }
}
