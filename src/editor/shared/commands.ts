/** Commands whose faults are shown to the person. */
import * as vscode from 'vscode';
import { FilingError } from '../../core/filing/changes.js';
import { Disposables } from './disposables.js';
import type { House } from './house.js';
import { UserError } from './messages.js';

export type Run = (first: unknown, rest: unknown) => Promise<unknown>;

/** Registers commands: by id, what a person calls it and what it does. What goes wrong is shown; the command then answers undefined. */
export function registerCommands(house: House, commands: Readonly<Record<string, readonly [title: string, run: Run]>>): Disposables {
  const disposables = new Disposables();
  for (const [id, [title, run]] of Object.entries(commands)) {
    disposables.add(
      vscode.commands.registerCommand(id, async (first: unknown, rest: unknown) => {
        try {
          return await run(first, rest);
        } catch (fault) {
          house.messages.show(title, fault instanceof FilingError ? new UserError(fault.message) : fault);
          return undefined;
        }
      }),
    );
  }
  return disposables;
}
