/** Loads the late features; a part of the composition root. */
import * as vscode from 'vscode';
import { lateCommandIds } from './contributions.js';
import type { Disposable } from './core/ports.js';
import type { House } from './editor/shared/house.js';
import { Disposables } from './editor/shared/disposables.js';

/** How long after the start, in milliseconds: the first rows are drawn then. */
const moment = 150;

/** Registers the late features a moment from now, or when one of their commands is called, which then waits for them. */
export function registerLate(house: House): Disposable {
  const disposables = new Disposables();
  let loading: Promise<void> | undefined;
  let gone = false;
  const standIns: vscode.Disposable[] = [];
  const load = () => (loading ??= register());
  const register = async () => {
    const { lateFeatures } = await import('./late-features.js');
    if (gone) return;
    for (const one of standIns) one.dispose();
    for (const feature of lateFeatures) disposables.add(feature(house));
  };
  for (const id of lateCommandIds) {
    standIns.push(vscode.commands.registerCommand(id, async (...given: unknown[]) => {
      await load();
      return vscode.commands.executeCommand(id, ...given);
    }));
  }
  const timer = setTimeout(() => house.messages.run(vscode.l10n.t('Starting'), load), moment);
  disposables.add({
    dispose: () => {
      gone = true;
      clearTimeout(timer);
      for (const one of standIns) one.dispose();
    },
  });
  return disposables;
}
