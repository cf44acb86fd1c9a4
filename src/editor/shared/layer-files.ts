/** Files of layers as URIs. In the editor a layer's root is the URI of its folder, as text. */
import * as vscode from 'vscode';
import { isCatalogueFile, type LayerSource } from '../../core/catalogue/layer.js';

export function fileOf(layer: LayerSource, name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.Uri.parse(layer.root), ...name.split('/'));
}

/** The name of a file relative to a layer's folder, or undefined when it is outside. */
export function nameIn(layer: LayerSource, uri: vscode.Uri): string | undefined {
  const root = vscode.Uri.parse(layer.root);
  if (uri.scheme !== root.scheme || uri.authority !== root.authority) return undefined;
  const folder = root.path.endsWith('/') ? root.path : `${root.path}/`;
  return uri.path.startsWith(folder) ? uri.path.slice(folder.length) : undefined;
}

/** The name of a catalogue file of a layer, or undefined when the URI is something else. */
export function catalogueFileIn(layer: LayerSource, uri: vscode.Uri): string | undefined {
  const name = nameIn(layer, uri);
  return name !== undefined && isCatalogueFile(name) ? name : undefined;
}
