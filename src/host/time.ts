import { onCancel } from '../core/metadata/cancel.js';
import type { Time } from '../core/ports.js';

/** The machine's clock and timers. */
export const time: Time = {
  now: () => performance.now(),
  wall: () => Date.now(),
  pause: () => new Promise((resolve) => setImmediate(resolve)),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      let ignore = (): void => undefined;
      const over = (): void => {
        clearTimeout(timer);
        ignore();
        resolve();
      };
      // longer than a timer can count is as good as for ever
      const timer = setTimeout(over, Math.min(2 ** 31 - 1, Math.max(0, Math.ceil(ms))));
      ignore = onCancel(signal, over);
    }),
};
