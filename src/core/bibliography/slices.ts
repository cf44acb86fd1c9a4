/** Long work in slices: generators that yield between steps, run at once or with pauses. */
import type { Pause } from './types.js';

/** Works for so long between two pauses, in milliseconds. */
const slice = 8;
/** Looking at the clock costs more than a small step does. */
const stepsPerLook = 8;

/** Runs steps to their end, without a pause. */
export function runAtOnce<T>(steps: Generator<void, T>): T {
  let next = steps.next();
  while (next.done !== true) next = steps.next();
  return next.value;
}

/** Runs steps to their end, pausing when a slice of time is over. Rejects when the pause does. */
export async function runInSlices<T>(steps: Generator<void, T>, pause: Pause | undefined): Promise<T> {
  if (pause === undefined) return runAtOnce(steps);
  let began = Date.now();
  for (let count = 1; ; count += 1) {
    const next = steps.next();
    if (next.done === true) return next.value;
    if (count % stepsPerLook !== 0 || Date.now() - began < slice) continue;
    await pause();
    began = Date.now();
  }
}
