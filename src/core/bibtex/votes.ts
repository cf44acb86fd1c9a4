/** Which of several things is seen most often; of equals, the one seen first. */
export class Votes<T> {
  readonly #counts = new Map<T, number>();

  add(value: T, weight = 1): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + weight);
  }

  /** Everything that was seen. */
  values(): Iterable<T> {
    return this.#counts.keys();
  }

  winner(): T | undefined {
    let found: T | undefined;
    let most = 0;
    for (const [value, count] of this.#counts) {
      if (count > most) [found, most] = [value, count];
    }
    return found;
  }

  /** The winner's part of all, from 0 to 1. */
  share(): number {
    const counts = [...this.#counts.values()];
    return counts.length === 0 ? 0 : Math.max(...counts) / counts.reduce((sum, count) => sum + count, 0);
  }
}
