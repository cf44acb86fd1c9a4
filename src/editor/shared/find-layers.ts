/** Where catalogues are: in the extension, in the workspace, named by a setting, and the person's own. */
import * as vscode from 'vscode';
import type { LayerSource } from '../../core/catalogue/layer.js';
import { exists } from './exists.js';
import { readSettings } from './settings.js';

/** Names that a catalogue folder may have inside a workspace folder; the workspace folder itself may be one. */
const places = ['catalog', ''];

/** The layers, lowest first: bundled, workspaces in their order, personal. */
export async function findLayers(context: vscode.ExtensionContext): Promise<LayerSource[]> {
  const settings = readSettings();
  const layers: LayerSource[] = [];
  if (settings.bundledCatalogue) {
    layers.push({
      id: 'bundled',
      kind: 'bundled',
      name: vscode.l10n.t('Bundled'),
      root: vscode.Uri.joinPath(context.extensionUri, 'catalog').toString(),
      compiled: vscode.Uri.joinPath(context.extensionUri, 'dist', 'catalog.json').toString(),
    });
  }
  const roots = new Map<string, string>();
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    for (const place of places) {
      const root = place === '' ? folder.uri : vscode.Uri.joinPath(folder.uri, place);
      if (!(await exists(vscode.Uri.joinPath(root, 'catalog.yaml')))) continue;
      roots.set(root.toString(), place === '' ? folder.name : `${folder.name}/${place}`);
      break;
    }
  }
  for (const typed of settings.catalogues) for (const root of resolve(typed)) roots.set(root.toString(), typed);
  const personal = settings.personalFolder === '' ? [vscode.Uri.joinPath(context.globalStorageUri, 'catalog')] : resolve(settings.personalFolder);
  for (const root of personal) roots.delete(root.toString());
  for (const [root, name] of roots) layers.push({ id: root, kind: 'workspace', name, root });
  for (const root of personal.slice(0, 1)) layers.push({ id: root.toString(), kind: 'personal', name: vscode.l10n.t('Personal'), root: root.toString() });
  return layers;
}

/** A folder as typed in a setting → where it may be: a URI, an absolute path, or a path inside each workspace folder. */
function resolve(typed: string): vscode.Uri[] {
  if (/^[a-z][a-z\d+.-]+:\/\//iu.test(typed)) return [vscode.Uri.parse(typed, true)];
  const folders = vscode.workspace.workspaceFolders ?? [];
  // an absolute path is meant on the machine that the workspace is on, which may be a remote one
  if (/^(?:\/|[a-z]:[\\/])/iu.test(typed)) return [folders[0] ? folders[0].uri.with({ path: vscode.Uri.file(typed).path }) : vscode.Uri.file(typed)];
  return folders.map((folder) => vscode.Uri.joinPath(folder.uri, typed));
}
