/** Numbers for the rows of a table whose text changes all the time: the same paper keeps its number from version to version. */

/** What a paper can be recognised by. */
export interface Recognisable {
  readonly source: string;
  /** Citation key; empty when it has none. */
  readonly key: string;
}

interface Numbered extends Recognisable {
  readonly row: number;
}

/**
 * A paper is known again by its text, else by its key, else because it stands between the same neighbours. Numbers are never used twice:
 * what is asked of a row that is gone reaches no other one.
 */
export class RowNumbers {
  #next = 0;
  #known: readonly Numbered[] = [];

  /** The numbers of the papers that are there now, in their order. */
  assign(now: readonly Recognisable[]): readonly number[] {
    const old = this.#known;
    const found = new Matches(old, now);
    found.ends();
    found.by(({ source }) => source);
    found.by(({ key }) => key);
    found.byPlace();
    this.#known = now.map(({ source, key }, at) => ({ source, key, row: old[found.of[at] ?? -1]?.row ?? this.#next++ }));
    return this.#known.map(({ row }) => row);
  }
}

class Matches {
  /** For each paper of now the index of what it was; undefined for those not found yet. */
  readonly of: (number | undefined)[];
  readonly #taken: boolean[];
  /** Where the part begins and ends in which the texts differ. */
  #from = 0;
  #to: number;
  #oldTo: number;

  constructor(private readonly old: readonly Recognisable[], private readonly now: readonly Recognisable[]) {
    this.of = new Array<number | undefined>(now.length);
    this.#taken = new Array<boolean>(old.length).fill(false);
    this.#to = now.length;
    this.#oldTo = old.length;
  }

  /** Most changes concern one paper: what stands before and behind it is as it was. */
  ends(): void {
    const same = (a: number, b: number) => this.old[a]?.source === this.now[b]?.source;
    while (this.#from < Math.min(this.#to, this.#oldTo) && same(this.#from, this.#from)) this.#match(this.#from, this.#from++);
    while (this.#to > this.#from && this.#oldTo > this.#from && same(this.#oldTo - 1, this.#to - 1)) this.#match(--this.#oldTo, --this.#to);
  }

  /** Equal ones in their order; the empty text names nothing. */
  by(nameOf: (one: Recognisable) => string): void {
    const waiting = new Map<string, number[]>();
    for (let at = this.#oldTo - 1; at >= this.#from; at -= 1) {
      const name = this.#taken[at] === true ? '' : nameOf(this.old[at] ?? nothing);
      if (name === '') continue;
      const others = waiting.get(name);
      if (others) others.push(at);
      else waiting.set(name, [at]);
    }
    for (let at = this.#from; at < this.#to; at += 1) {
      if (this.of[at] !== undefined) continue;
      const was = waiting.get(nameOf(this.now[at] ?? nothing))?.pop();
      if (was !== undefined) this.#match(was, at);
    }
  }

  /** As many unknown ones as stood between the same neighbours before are those. */
  byPlace(): void {
    for (let at = this.#from; at < this.#to; ) {
      if (this.of[at] !== undefined) {
        at += 1;
        continue;
      }
      let end = at;
      while (end < this.#to && this.of[end] === undefined) end += 1;
      const before = at === 0 ? -1 : (this.of[at - 1] ?? -1);
      const behind = end === this.now.length ? this.old.length : (this.of[end] ?? -1);
      const free = behind - before - 1 === end - at && !this.#taken.slice(before + 1, behind).includes(true);
      if (free) for (let next = at; next < end; next += 1) this.#match(before + 1 + next - at, next);
      at = end;
    }
  }

  #match(was: number, at: number): void {
    this.of[at] = was;
    this.#taken[was] = true;
  }
}

const nothing: Recognisable = { source: '', key: '' };
