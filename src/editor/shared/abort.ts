import type { CancellationToken } from 'vscode';
import type { Disposable } from '../../core/ports.js';

/** VS Code's cancellation as an AbortSignal. Dispose it when the work is over. */
export function abortOn(token: CancellationToken): Disposable & { readonly signal: AbortSignal } {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  const listening = token.onCancellationRequested(() => controller.abort());
  return { signal: controller.signal, dispose: () => void listening.dispose() };
}
