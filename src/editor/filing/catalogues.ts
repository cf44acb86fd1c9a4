/** Catalogues themselves: make one, choose the one that papers go to, take the last change back. */
import * as vscode from 'vscode';
import { commandIds } from '../../contributions.js';
import type { Disposable } from '../../core/ports.js';
import { registerCommands } from '../shared/commands.js';
import { createCatalogue } from '../shared/create-catalogue.js';
import type { House } from '../shared/house.js';
import { UserError } from '../shared/messages.js';
import { chooseTarget } from '../shared/target-catalogue.js';

export function registerCatalogueCommands(house: House): Disposable {
  return registerCommands(house, {
    [commandIds.createCatalogue]: [
      vscode.l10n.t('Create Catalogue in Workspace'),
      async () => {
        const folder = await workspaceFolder();
        await createCatalogue(house, folder);
        house.messages.done(vscode.l10n.t('Made the folder catalog in {0}', folder.name));
      },
    ],
    [commandIds.chooseCatalogue]: [
      vscode.l10n.t('Choose Catalogue'),
      async () => {
        const { source } = await chooseTarget(house);
        house.messages.done(vscode.l10n.t('Papers go to {0}', source.name));
      },
    ],
    [commandIds.undoChange]: [
      vscode.l10n.t('Undo Last Change'),
      async (argument) => {
        const label = await house.changes.undo(labelIn(argument));
        house.messages.done(label === undefined ? vscode.l10n.t('There is no change to take back') : vscode.l10n.t('Taken back: {0}', label));
      },
    ],
  });
}

/** `{ label }`, from the message that told of a change. */
function labelIn(argument: unknown): string | undefined {
  const { label } = (typeof argument === 'object' && argument !== null ? argument : {}) as { label?: unknown };
  return typeof label === 'string' ? label : undefined;
}

async function workspaceFolder(): Promise<vscode.WorkspaceFolder> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const [only] = folders;
  if (!only) throw new UserError(vscode.l10n.t('Open a folder first: a catalogue is a folder in a workspace.'));
  if (folders.length === 1) return only;
  const picked = await vscode.window.showWorkspaceFolderPick({ placeHolder: vscode.l10n.t('A folder for the catalogue') });
  if (!picked) throw new vscode.CancellationError();
  return picked;
}
