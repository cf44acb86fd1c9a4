/** Long work in short stretches. */
import type { Clock } from '../ports.js';

/** Longest stretch of work before others may run, in milliseconds. */
const slice = 12;

/** Lets others run whenever a slice is used up. */
export class Slices {
  #since: number;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#since = clock.now();
  }

  /** Pauses when the slice is used up; call it often. */
  async rest(): Promise<void> {
    if (this.#clock.now() - this.#since <= slice) return;
    await this.#clock.pause();
    this.#since = this.#clock.now();
  }

  /** Runs work to its end. */
  async run<T>(work: Generator<unknown, T>): Promise<T> {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      if (this.#clock.now() - this.#since > slice) await this.rest();
    }
  }
}
