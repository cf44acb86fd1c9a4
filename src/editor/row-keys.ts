/** What a click, Enter and Ctrl+C do in the Papers view. */
import * as vscode from 'vscode';
import { commandIds, internalCommandIds, type ClickAction } from '../contributions.js';
import type { Disposable } from '../core/ports.js';
import { Disposables } from './shared/disposables.js';
import type { House } from './shared/house.js';
import type { RowHandle } from './shared/selection.js';
import { readSettings } from './shared/settings.js';

/** Two clicks on one row within this many milliseconds are a double click; VS Code tells of each but not that they belong together. */
const doubleClick = 500;

const commandOfClick: Readonly<Record<ClickAction, string | undefined>> = {
  nothing: undefined,
  openPage: commandIds.openPaper,
  openPdf: commandIds.openPdf,
  revealInYaml: commandIds.revealInYaml,
};

export function registerRowKeys(house: House): Disposable {
  const disposables = new Disposables();
  let lastClick: { row: RowHandle; at: number } | undefined;
  /** While set, a "click" is the echo of our own `list.select`. */
  let ignoreUntil = 0;

  disposables.add(
    vscode.commands.registerCommand(internalCommandIds.rowClicked, async () => {
      // a click selects its row first
      const [row, ...others] = house.selection.view?.selectedRows() ?? [];
      if (!row || others.length > 0 || Date.now() < ignoreUntil) return;
      const again = lastClick?.row === row && Date.now() - lastClick.at < doubleClick;
      lastClick = again ? undefined : { row, at: Date.now() };
      const command = again ? commandIds.openPaper : commandOfClick[readSettings().click];
      if (command !== undefined) await vscode.commands.executeCommand(command, row);
    }),
  );

  // The arrow keys move the focus, which VS Code keeps to itself; selecting the focused row is how to learn of it.
  const onFocused = (id: string, command: string) => {
    disposables.add(
      vscode.commands.registerCommand(id, async () => {
        if ((house.selection.view?.selectedKeys().length ?? 0) < 2) {
          ignoreUntil = Date.now() + doubleClick;
          await vscode.commands.executeCommand('list.select');
        }
        if ((house.selection.view?.selectedKeys().length ?? 0) > 0) await vscode.commands.executeCommand(command);
      }),
    );
  };
  onFocused(internalCommandIds.openFocused, commandIds.openPaper);
  onFocused(internalCommandIds.copyFocused, commandIds.copyKey);
  return disposables;
}
