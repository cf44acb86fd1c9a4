/** Calling off, without the platform's AbortController: the core has none. */
import type { Cancellation } from '../ports.js';

/** Makes a {@link Cancellation} and fires it, once. */
export class Canceller {
  readonly #listeners = new Set<() => void>();
  #aborted = false;

  readonly signal: Cancellation;

  constructor() {
    const isAborted = () => this.#aborted;
    const listeners = this.#listeners;
    this.signal = {
      get aborted() {
        return isAborted();
      },
      addEventListener: (_type, listener) => void listeners.add(listener),
      removeEventListener: (_type, listener) => void listeners.delete(listener),
    };
  }

  cancel(): void {
    if (this.#aborted) return;
    this.#aborted = true;
    for (const listener of [...this.#listeners]) listener();
    this.#listeners.clear();
  }
}

/** Runs a listener when called off, at once when that has happened already; the result takes the listener away again. */
export function onCancel(signal: Cancellation | undefined, listener: () => void): () => void {
  if (signal === undefined) return () => undefined;
  if (signal.aborted) {
    listener();
    return () => undefined;
  }
  signal.addEventListener('abort', listener);
  return () => {
    signal.removeEventListener('abort', listener);
  };
}
