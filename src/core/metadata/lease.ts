/** A lease for a host that has only one window, or cannot write: nobody else is asked, the state lives in memory. */
import type { Cancellation, Lease, LeaseState, Turn } from '../ports.js';
import { onCancel } from './cancel.js';

export class LocalLease implements Lease {
  #state: LeaseState = {};
  #last = Promise.resolve();

  async take(signal: Cancellation): Promise<Turn | undefined> {
    const before = this.#last;
    let free = (): void => undefined;
    this.#last = new Promise((resolve) => {
      free = resolve;
    });
    let ignore = (): void => undefined;
    const gone = new Promise<void>((resolve) => {
      ignore = onCancel(signal, resolve);
    });
    await Promise.race([before, gone]);
    ignore();
    if (signal.aborted) {
      // whoever queues behind still waits for those before
      void before.then(free);
      return undefined;
    }
    return {
      state: this.#state,
      renew: (state) => {
        this.#state = state;
        return Promise.resolve(true);
      },
      release: (state) => {
        this.#state = state;
        free();
        return Promise.resolve();
      },
    };
  }
}
