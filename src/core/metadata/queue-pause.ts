/** How long arXiv's queue stays silent after a failure. */
import type { LeaseState } from '../ports.js';
import type { CouldNotCheck } from './answer.js';
import { backOffAfter, longestPause } from './retry-after.js';

/** When the pause that a state tells of ends; undefined when it is over. A pause further away than can be ordered comes from a clock that was set back. */
export function resumesAt(state: LeaseState, now: number): number | undefined {
  if (state.pausedUntil === undefined || state.pausedUntil <= now) return undefined;
  return Math.min(state.pausedUntil, now + longestPause);
}

/** The state after a failure: paused as long as the service says, else for 10, 20, 40 … seconds. */
export function pauseAfter(failure: CouldNotCheck, state: LeaseState, now: number): LeaseState & { readonly pausedUntil: number } {
  const failures = (state.failures ?? 0) + 1;
  return { ...state, failures, pausedUntil: failure.retryAt ?? now + backOffAfter(failures), reason: failure.message };
}
