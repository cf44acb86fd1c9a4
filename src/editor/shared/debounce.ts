import type { Disposable } from '../../core/ports.js';

export interface Debounced<T> extends Disposable {
  call(value: T): void;
}

/** Calls back once a key has been quiet for a while, with its last value. */
export function debounced<T>(milliseconds: number, keyOf: (value: T) => string, callback: (value: T) => void): Debounced<T> {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  return {
    call: (value) => {
      const key = keyOf(value);
      clearTimeout(timers.get(key));
      timers.set(key, setTimeout(() => {
        timers.delete(key);
        callback(value);
      }, milliseconds));
    },
    dispose: () => {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
