/** The rules for catalogues: diagnostics on their YAML, quick fixes, and the commands that check everything. */
import * as vscode from 'vscode';
import { commandIds, settingKeys } from '../../contributions.js';
import type { Disposable } from '../../core/ports.js';
import { registerCommands } from '../shared/commands.js';
import { Disposables } from '../shared/disposables.js';
import type { House } from '../shared/house.js';
import { onSettingChange } from '../shared/settings.js';
import { checkCatalogues } from './check-catalogue.js';
import { checkLinksOf } from './check-links.js';
import { Checker } from './checker.js';
import { CatalogueFixes, fixAllKind } from './fixes.js';

export function registerCheck(house: House): Disposable {
  const disposables = new Disposables();
  const checker = disposables.add(new Checker(house));
  disposables.add(
    house.library.onDidChange(({ before, after }) => {
      if (before.layers.length !== after.layers.length || after.layers.some((layer, at) => layer !== before.layers[at])) checker.check();
    }),
  );
  disposables.add(onSettingChange([settingKeys.checkSeverity], () => checker.check()));
  disposables.add(vscode.languages.registerCodeActionsProvider({ pattern: '**/{catalog.yaml,papers/*.yaml,papers/*.yml}' }, new CatalogueFixes(house, checker), { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind] }));
  const [all, links] = [vscode.l10n.t('Check Catalogue'), vscode.l10n.t('Check Links')];
  disposables.add(
    registerCommands(house, {
      [commandIds.checkCatalogue]: [all, () => checkCatalogues(house, checker)],
      [commandIds.checkLinks]: [links, (first) => checkLinksOf(house, checker, links, first)],
    }),
  );
  // what was read before this feature was there
  checker.check();
  return disposables;
}
