/** Work that mostly ends at once: only when it does not is its progress shown, and can it be cancelled. */
import * as vscode from 'vscode';
import { abortOn } from './abort.js';

/** Nobody can read a notification that is gone sooner, in milliseconds. */
const patience = 800;

/** @throws CancellationError when the person gives up; `work` is told by its signal */
export async function withLateProgress<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const working = work(controller.signal);
  const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), patience));
  if ((await Promise.race([working.then(() => 'done' as const), late])) === 'done') return working;
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, async (_progress, token) => {
    const cancelled = abortOn(token);
    cancelled.signal.addEventListener('abort', () => controller.abort(new vscode.CancellationError()), { once: true });
    if (cancelled.signal.aborted) controller.abort(new vscode.CancellationError());
    try {
      return await working;
    } finally {
      cancelled.dispose();
    }
  });
}
