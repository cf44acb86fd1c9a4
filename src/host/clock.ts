import type { Clock } from '../core/ports.js';

/** The machine's clock; a pause lets timers, I/O and VS Code's messages through. */
export const clock: Clock = {
  now: () => performance.now(),
  pause: () => new Promise((resolve) => setImmediate(resolve)),
};
