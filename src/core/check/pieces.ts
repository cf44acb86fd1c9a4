import type { CheckFinding } from './check.js';

/** Records between two pauses: well under a millisecond. */
const piece = 50;

/** Looks at one thing after the other, with a chance to pause now and then. */
export function* inPieces<T>(things: readonly T[], look: (thing: T) => Iterable<CheckFinding>): Generator<CheckFinding | undefined> {
  for (const [index, thing] of things.entries()) {
    if (index % piece === piece - 1) yield undefined;
    yield* look(thing);
  }
}
