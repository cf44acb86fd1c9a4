/** Why a file cannot be changed, as a sentence for people. */
import * as vscode from 'vscode';
import type { Layer } from '../../core/catalogue/layer.js';

/** Empty when it can be. */
export async function whyReadOnly(uri: vscode.Uri, layer: Layer | undefined): Promise<string> {
  if (layer?.source.kind === 'bundled') return vscode.l10n.t('The bundled catalogue is read-only. Papers that you file, tag or change from the tree are kept in a catalogue of your own.');
  if (uri.scheme === 'untitled') return '';
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== true) return vscode.l10n.t('This version of the file is read-only.');
  try {
    const { permissions } = await vscode.workspace.fs.stat(uri);
    if (permissions !== undefined && (permissions & vscode.FilePermission.Readonly) !== 0) return vscode.l10n.t('The file is read-only.');
  } catch {
    // a document whose file is gone can still be written
  }
  return '';
}
