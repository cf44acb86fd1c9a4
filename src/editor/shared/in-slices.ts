/** Long work of the core, cut so that the extension host can do other things in between. */
import { CancellationError } from 'vscode';
import { UserError } from './messages.js';

/** How long work goes on at a stretch, in milliseconds. */
const stretch = 12;

/**
 * Runs steps to their end, pausing between stretches.
 * @throws UserError for a fault of the core that is meant for a person; CancellationError when the signal says so
 */
export async function inSlices<T>(steps: Generator<void, T>, signal?: AbortSignal): Promise<T> {
  try {
    for (let since = performance.now(); ; ) {
      const step = steps.next();
      if (step.done === true) return step.value;
      if (performance.now() - since < stretch) continue;
      await new Promise((resolve) => setImmediate(resolve));
      if (signal?.aborted === true) throw new CancellationError();
      since = performance.now();
    }
  } catch (fault) {
    throw asUserError(fault);
  }
}

/** By its name, not its class: the core that throws it is in a bundle of its own. */
export function asUserError(fault: unknown): unknown {
  return fault instanceof Error && fault.name === 'PublishError' ? new UserError(fault.message) : fault;
}
