import * as vscode from 'vscode';
import { commandIds } from '../contributions.js';
import type { Disposable } from '../core/ports.js';
import type { House } from './shared/house.js';

/** The command that shows Litshelf's output channel. */
export function registerLogCommand({ log }: House): Disposable {
  return vscode.commands.registerCommand(commandIds.showLog, () => log.show());
}
