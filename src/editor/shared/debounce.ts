import type { Disposable } from '../../core/ports.js';

export interface Debounced<T> extends Disposable {
  /** @returns whether the key was quiet: nothing waits for it yet */
  call(value: T): boolean;
}

/** Calls back once a key has been quiet for a while, with its last value. */
export function debounced<T>(milliseconds: number, keyOf: (value: T) => string, callback: (value: T) => void): Debounced<T> {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  return {
    call: (value) => {
      const key = keyOf(value);
      const waiting = timers.get(key);
      clearTimeout(waiting);
      timers.set(key, setTimeout(() => {
        timers.delete(key);
        callback(value);
      }, milliseconds));
      return waiting === undefined;
    },
    dispose: () => {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
