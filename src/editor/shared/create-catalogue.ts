/** A new catalogue in a workspace folder: `catalog/catalog.yaml` and a file of papers for each top-level category. */
import * as vscode from 'vscode';
import { configFile, papersFolder } from '../../core/catalogue/layer.js';
import { commandIds, settingKeys } from '../../contributions.js';
import { exists } from './exists.js';
import type { House } from './house.js';
import { loadYaml } from './load-yaml.js';
import { UserError } from './messages.js';

type Beginning = 'empty' | 'tree' | 'copy';

/**
 * Asks what it begins with and makes it. @returns the address of its folder
 * @throws UserError when there is one, or when it cannot be made; CancellationError when dismissed
 */
export async function createCatalogue(house: House, folder: vscode.WorkspaceFolder): Promise<string> {
  const root = vscode.Uri.joinPath(folder.uri, 'catalog');
  if (await exists(vscode.Uri.joinPath(root, configFile))) throw new UserError(vscode.l10n.t('{0} has a catalogue already: {1}.', folder.name, vscode.workspace.asRelativePath(vscode.Uri.joinPath(root, configFile))));
  const beginning = await askBeginning();
  const bundled = vscode.Uri.joinPath(house.context.extensionUri, 'catalog');
  try {
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(root, papersFolder));
    if (beginning === 'copy') {
      await vscode.workspace.fs.copy(vscode.Uri.joinPath(bundled, papersFolder), vscode.Uri.joinPath(root, papersFolder), { overwrite: true });
      await vscode.workspace.fs.copy(vscode.Uri.joinPath(bundled, configFile), vscode.Uri.joinPath(root, configFile));
      // what is copied would otherwise be there twice over: its categories could never be taken away
      await vscode.workspace.getConfiguration('litshelf', folder).update(settingKeys.bundledCatalogue, false, vscode.ConfigurationTarget.Workspace);
    } else {
      const text = beginning === 'tree' ? await treeOf(house, folder.name) : `title: ${JSON.stringify(folder.name)}\ncategories: []\n`;
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(root, configFile), new TextEncoder().encode(text));
    }
  } catch (fault) {
    throw new UserError(vscode.l10n.t('The catalogue could not be made in {0}: {1}', folder.name, fault instanceof Error ? fault.message : String(fault)));
  }
  await vscode.commands.executeCommand(commandIds.reloadCatalogues);
  return root.toString();
}

async function askBeginning(): Promise<Beginning> {
  const items: (vscode.QuickPickItem & { beginning: Beginning })[] = [
    { beginning: 'empty', label: vscode.l10n.t('Empty'), detail: vscode.l10n.t('Categories and papers of your own; the bundled ones are shown beside them') },
    { beginning: 'tree', label: vscode.l10n.t('With the bundled category tree'), detail: vscode.l10n.t('The categories of the bundled catalogue, to be changed as you like; no papers') },
    { beginning: 'copy', label: vscode.l10n.t('A copy of the bundled catalogue'), detail: vscode.l10n.t('All its papers and categories, to be changed as you like; the bundled one is switched off here') },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Create Catalogue in Workspace'), placeHolder: vscode.l10n.t('What does it begin with?'), ignoreFocusOut: true });
  if (!picked) throw new vscode.CancellationError();
  return picked.beginning;
}

/** The bundled catalog.yaml up to its lists, which belong to papers that are not copied. */
async function treeOf(house: House, title: string): Promise<string> {
  const bundled = (await house.catalogue()).layers.find(({ source }) => source.kind === 'bundled');
  const { editConfig, applySplices } = await loadYaml();
  const text = `title: ${JSON.stringify(title)}\n`;
  return applySplices(text, editConfig(text, [{ kind: 'set', path: ['categories'], value: bundled?.config.categories ?? [] }]));
}
