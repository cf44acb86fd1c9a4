/** The catalogue editor's door: registered at the start, its rooms are loaded when the first editor is opened (see esbuild.mjs). */
import * as vscode from 'vscode';
import { catalogueEditorId, commandIds } from '../../contributions.js';
import type { Disposable } from '../../core/ports.js';
import { registerCommands } from '../shared/commands.js';
import { Disposables } from '../shared/disposables.js';
import type { House } from '../shared/house.js';
import { trackCatalogueFiles } from './catalogue-files.js';
import { openAsText, openCatalogue, openPaper } from './open.js';
import { Wanted } from './wanted.js';

export function registerCatalogueEditor(house: House): Disposable {
  const disposables = new Disposables();
  const wanted = new Wanted();
  let loading: Promise<vscode.CustomTextEditorProvider & Disposable> | undefined;
  const load = () =>
    (loading ??= import('./catalogue-editors.js').then(({ CatalogueEditors }) => disposables.add(new CatalogueEditors(house, wanted))));
  const provider: vscode.CustomTextEditorProvider = {
    resolveCustomTextEditor: async (document, panel, token) => (await load()).resolveCustomTextEditor(document, panel, token),
  };
  disposables.add(vscode.window.registerCustomEditorProvider(catalogueEditorId, provider, { supportsMultipleEditorsPerDocument: true }));
  disposables.add(trackCatalogueFiles(house));
  disposables.add(
    registerCommands(house, {
      [commandIds.editCatalogue]: [vscode.l10n.t('Edit Catalogue'), (first) => openCatalogue(house, first)],
      [commandIds.editPaper]: [vscode.l10n.t('Edit Paper'), (first, rest) => openPaper(house, wanted, first, rest)],
      [commandIds.editAsText]: [vscode.l10n.t('Edit as Text'), () => openAsText()],
    }),
  );
  return disposables;
}
