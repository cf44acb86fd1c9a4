/** A request that ends in time, or when it is cancelled. */
import { onCancel } from '../core/metadata/cancel.js';
import { HttpError, type Cancellation } from '../core/ports.js';
import { toHttpError } from './http-fault.js';

/**
 * Whatever goes wrong is thrown as an HttpError. When it is over the signal is aborted: an answer that is not read to its end must not
 * keep its connection.
 * @param timeout milliseconds @param missing what is not there when they are over, for the message
 */
export async function inTime<T>({ timeout, missing, signal }: { readonly timeout: number; readonly missing: string; readonly signal: Cancellation | undefined }, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const control = new AbortController();
  const timer = setTimeout(() => {
    control.abort(new HttpError('timeout', `no ${missing} within ${timeout} ms`));
  }, timeout);
  const ignore = onCancel(signal, () => {
    control.abort(new HttpError('cancelled', 'the request was cancelled'));
  });
  try {
    return await ask(control.signal);
  } catch (fault) {
    throw toHttpError(fault, control.signal);
  } finally {
    clearTimeout(timer);
    ignore();
    control.abort();
  }
}
