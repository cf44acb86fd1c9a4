import { UserError } from '../shared/messages.js';

/** By its name, not its class: the core that throws it is in a bundle of its own. */
export function asUserError(fault: unknown): unknown {
  return fault instanceof Error && fault.name === 'ImportError' ? new UserError(fault.message) : fault;
}
