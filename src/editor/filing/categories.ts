/** The category tree: add, rename, move, merge, delete; the papers follow. */
import * as vscode from 'vscode';
import { commandIds } from '../../contributions.js';
import { addCategory, deleteCategory, mergeCategory, moveCategory, papersIn, renameCategory, type Filing } from '../../core/filing/index.js';
import type { Disposable } from '../../core/ports.js';
import { registerCommands } from '../shared/commands.js';
import type { House } from '../shared/house.js';
import { pickCategory } from '../shared/pick-category.js';
import { isRow } from '../shared/selection.js';
import { targetLayer } from '../shared/target-catalogue.js';

export function registerCategoryFiling(house: House): Disposable {
  const make = async (label: string, filing: Filing) => {
    if (await house.changes.make(label, filing)) house.messages.changed(label);
  };
  /** The category of a row, of `{ category }`, or the one that is picked. */
  const categoryFor = async (title: string, argument: unknown): Promise<string> => {
    const row = isRow(argument) ? house.selection.view?.categoryOf(argument) : undefined;
    const { category } = (typeof argument === 'object' && argument !== null ? argument : {}) as { category?: unknown };
    return row ?? (typeof category === 'string' ? category : await pickCategory(house, title));
  };
  const titleOf = (id: string) => house.library.catalogue.category(id)?.category.title ?? id;

  return registerCommands(house, {
    [commandIds.addCategory]: [
      vscode.l10n.t('Add Category'),
      async (argument) => {
        const catalogue = await house.catalogue();
        const parent = isRow(argument) ? house.selection.view?.categoryOf(argument) : undefined;
        const target = await targetLayer(house);
        const title = await askTitle(parent === undefined ? vscode.l10n.t('Add Category') : vscode.l10n.t('Add Category in {0}', titleOf(parent)), '');
        const filing = addCategory(catalogue, target, title, parent);
        await make(vscode.l10n.t('Added the category {0}', title), filing);
        return filing.id;
      },
    ],
    [commandIds.renameCategory]: [
      vscode.l10n.t('Rename Category'),
      async (argument) => {
        const id = await categoryFor(vscode.l10n.t('Rename Category'), argument);
        const old = titleOf(id);
        const title = await askTitle(vscode.l10n.t('Rename {0}', old), old);
        if (title !== old) await make(vscode.l10n.t('Renamed {0} to {1}', old, title), renameCategory(await house.catalogue(), await targetLayer(house), id, title));
      },
    ],
    [commandIds.moveCategory]: [
      vscode.l10n.t('Move Category'),
      async (argument) => {
        const id = await categoryFor(vscode.l10n.t('Move Category'), argument);
        const top = { label: vscode.l10n.t('Top of the tree') };
        const below = { label: vscode.l10n.t('Below another category…') };
        const where = await vscode.window.showQuickPick([below, top], { title: vscode.l10n.t('Move {0}', titleOf(id)) });
        if (!where) return;
        const parent = where === top ? undefined : await pickCategory(house, vscode.l10n.t('Move {0} Below', titleOf(id)));
        await make(vscode.l10n.t('Moved {0}', titleOf(id)), moveCategory(await house.catalogue(), id, parent));
      },
    ],
    [commandIds.mergeCategory]: [
      vscode.l10n.t('Merge Category'),
      async (argument) => {
        const id = await categoryFor(vscode.l10n.t('Merge Category'), argument);
        const into = await pickCategory(house, vscode.l10n.t('Merge {0} Into', titleOf(id)));
        await make(vscode.l10n.t('Merged {0} into {1}', titleOf(id), titleOf(into)), mergeCategory(await house.catalogue(), await targetLayer(house), id, into));
      },
    ],
    [commandIds.deleteCategory]: [
      vscode.l10n.t('Delete Category'),
      async (argument) => {
        const id = await categoryFor(vscode.l10n.t('Delete Category'), argument);
        const catalogue = await house.catalogue();
        const filing = deleteCategory(catalogue, await targetLayer(house), id);
        const parent = catalogue.category(id)?.path.at(-2)?.title;
        const count = papersIn(catalogue, id);
        const papers = count === 0 ? vscode.l10n.t('No paper is filed in it.') : parent === undefined ? vscode.l10n.t('{0} papers stay, without this category.', count) : vscode.l10n.t('{0} papers stay, filed under {1}.', count, parent);
        const yes = vscode.l10n.t('Delete');
        const title = titleOf(id);
        const answer = await vscode.window.showWarningMessage(vscode.l10n.t('Delete the category {0}?', title), { modal: true, detail: vscode.l10n.t('{0} "Litshelf: Undo Last Change" brings it back.', papers) }, yes);
        if (answer === yes) await make(vscode.l10n.t('Deleted the category {0}', title), filing);
      },
    ],
  });
}

async function askTitle(title: string, value: string): Promise<string> {
  const typed = await vscode.window.showInputBox({ title, value, prompt: vscode.l10n.t('What people read'), validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('A category needs a title.') : undefined) });
  if (typed === undefined) throw new vscode.CancellationError();
  return typed.trim();
}
