/** A status bar item while arXiv asks for a pause, with the time at which requests resume. */
import * as vscode from 'vscode';
import { commandIds } from '../contributions.js';
import type { LookUp } from '../core/metadata/index.js';
import type { Disposable } from '../core/ports.js';
import { Disposables } from './shared/disposables.js';

/** Shows the queue's state for as long as it lives. */
export function showLookUpStatus(lookUp: LookUp): Disposable {
  const disposables = new Disposables();
  const item = disposables.add(vscode.window.createStatusBarItem('litshelf.lookUp', vscode.StatusBarAlignment.Left));
  item.name = vscode.l10n.t('Litshelf Look-ups');
  item.command = commandIds.showLog;
  let timer: ReturnType<typeof setTimeout> | undefined;
  disposables.add({ dispose: () => clearTimeout(timer) });
  const show = () => {
    clearTimeout(timer);
    const { pausedUntil, reason } = lookUp.queue.state;
    if (pausedUntil === undefined || pausedUntil <= Date.now()) {
      item.hide();
      return;
    }
    timer = setTimeout(show, pausedUntil - Date.now() + 100);
    const time = new Date(pausedUntil).toLocaleTimeString();
    item.text = vscode.l10n.t('$(clock) arXiv paused until {0}', time);
    item.tooltip = reason;
    item.accessibilityInformation = { label: vscode.l10n.t('Requests to arXiv are paused until {0}. {1}', time, reason ?? '') };
    item.show();
  };
  show();
  disposables.add(lookUp.queue.onDidChange(show));
  return disposables;
}
