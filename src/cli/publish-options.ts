/** Options of the command line that the core understands, and its faults as faults of the call. */
import { PublishError } from '../core/publish/index.js';
import { UsageError, type CommandInput } from './command.js';

/** The value of an option that takes one. */
export function textOf({ options }: CommandInput, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** @throws UsageError for what cannot be published as asked */
export function orUsage<T>(read: () => T, where = ''): T {
  try {
    return read();
  } catch (fault) {
    throw fault instanceof PublishError ? new UsageError(`${where}${fault.message}`, { cause: fault }) : fault;
  }
}
