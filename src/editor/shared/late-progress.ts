/** Work that mostly ends at once: only when it does not is its progress shown, and can it be cancelled. */
import * as vscode from 'vscode';
import { abortOn } from './abort.js';

/** Nobody can read a notification that is gone sooner, in milliseconds. */
const patience = 800;

/** Says how far it has come. */
export type Say = (done: number, total: number) => void;

/** @throws CancellationError when the person gives up; `work` is told by its signal, and may as well end with what it has */
export async function withLateProgress<T>(title: string, work: (signal: AbortSignal, say: Say) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let last: Parameters<Say> | undefined;
  let show: Say | undefined;
  const working = work(controller.signal, (...counts) => {
    last = counts;
    show?.(...counts);
  });
  const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), patience));
  if ((await Promise.race([working.then(() => 'done' as const), late])) === 'done') return working;
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, async (progress, token) => {
    let shown = 0;
    show = (done, total) => {
      progress.report({ message: vscode.l10n.t('{0} of {1}', done, total), increment: ((done - shown) / Math.max(total, 1)) * 100 });
      shown = done;
    };
    if (last) show(...last);
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
