/** Signs that TeX prints as another one when they stand together: quotation marks, dashes, the tie. */

/** Keeps count of the quotation marks that are open. */
export class Ligatures {
  readonly #lastApostrophe: number;
  #single = 0;
  #double = 0;

  constructor(tex: string) {
    this.#lastApostrophe = tex.lastIndexOf("'");
  }

  /**
   * What the signs at the beginning of `rest`, which stands at `at`, print, and how many of them; undefined when they print themselves.
   * Single quotes count only in pairs, so that an apostrophe stays what was typed.
   */
  read(rest: string, at: number): [string, number] | undefined {
    if (rest.startsWith('---')) return ['—', 3];
    const pair = pairs[rest.slice(0, 2)];
    if (pair !== undefined) {
      if (pair === '“') this.#double += 1;
      if (pair === '”') this.#double = Math.max(0, this.#double - 1);
      return [pair, 2];
    }
    if (rest.startsWith('~')) return [' ', 1];
    if (rest.startsWith('"') && this.#double > 0) {
      this.#double -= 1;
      return ['”', 1];
    }
    if (rest.startsWith('`') && at < this.#lastApostrophe) {
      this.#single += 1;
      return ['‘', 1];
    }
    if (rest.startsWith("'") && this.#single > 0 && !/^'\p{L}/u.test(rest)) {
      this.#single -= 1;
      return ['’', 1];
    }
    return undefined;
  }
}

const pairs: Readonly<Record<string, string>> = { '--': '–', '``': '“', "''": '”', ',,': '„', '!`': '¡', '?`': '¿' };
