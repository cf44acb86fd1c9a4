/** Finds the next sign of a kind without looking at a character twice: most of a .bib file is plain text between two braces. */

export class SignFinder {
  readonly #text: string;
  readonly #sign: string;
  readonly #code: number;
  /** From `#from` up to `#next` the text holds no such sign. */
  #from = 0;
  #next = -1;

  constructor(text: string, sign: string) {
    this.#text = text;
    this.#sign = sign;
    this.#code = sign.charCodeAt(0);
  }

  /** The offset of the first such sign at or behind `from`; the length of the text when there is none. */
  next(from: number): number {
    if (from > this.#next) {
      const found = this.#text.indexOf(this.#sign, from);
      this.#from = from;
      this.#next = found < 0 ? this.#text.length : found;
    } else {
      // after a step back: what lies before the known stretch is looked through, but not the stretch itself
      for (let i = from; i < this.#from; i++) if (this.#text.charCodeAt(i) === this.#code) return i;
    }
    return this.#next;
  }
}

/** One finder for each sign that counts inside of values. */
export class Signs {
  readonly open: SignFinder;
  readonly close: SignFinder;
  readonly quote: SignFinder;
  readonly at: SignFinder;

  constructor(text: string) {
    this.open = new SignFinder(text, '{');
    this.close = new SignFinder(text, '}');
    this.quote = new SignFinder(text, '"');
    this.at = new SignFinder(text, '@');
  }
}
