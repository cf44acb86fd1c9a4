/** Where formulas end, and what is no formula. */

/** Finds the ends of formulas of one text; a closing sign that does not come any more is not looked for again. */
export class Formulas {
  readonly #tex: string;
  readonly #gone = new Set<string>();

  constructor(tex: string) {
    this.#tex = tex;
  }

  /** The offset of the closing sign of the formula whose inside begins at `start`; -1 when there is none, or when it is money ($5 to $10). */
  end(start: number, closing: string): number {
    if (this.#gone.has(closing)) return -1;
    const end = this.#find(start, closing);
    if (end < 0) this.#gone.add(closing);
    if (end < 0 || closing !== '$') return end;
    // money has no commands in it; formulas begin and end with a sign
    const inside = this.#tex.slice(start, end);
    if (/[\\^_{]/u.test(inside)) return end;
    const money = inside === '' || /^\s|\s$/u.test(inside) || (/^\d/u.test(inside) && /\d/u.test(this.#tex.charAt(end + 1)));
    return money ? -1 : end;
  }

  #find(start: number, closing: string): number {
    let end = this.#tex.indexOf(closing, start);
    while (closing === '$' && end > 0 && this.#tex.charAt(end - 1) === '\\') end = this.#tex.indexOf(closing, end + 1);
    return end;
  }
}
