/** Writing to a catalogue's files: as the smallest edit of the document, saved unless the person has unsaved work in it. */
import * as vscode from 'vscode';
import { configFile, type LayerSource } from '../../core/catalogue/layer.js';
import type { PaperChange } from '../../core/yaml/index.js';
import { fileOf } from './layer-files.js';
import { loadYaml } from './load-yaml.js';
import { exists } from './exists.js';
import type { FileChange, FileWriter, Written } from './file-writer.js';
import { UserError } from './messages.js';

/** Makes the changes in a papers file, which is created when it is missing. @throws UserError, and then nothing was changed. */
export async function changePapers(layer: LayerSource, name: string, changes: readonly PaperChange[]): Promise<void> {
  const uri = fileOf(layer, name);
  if (!(await exists(uri))) await createFile(layer, uri);
  const { EditError, editPapers } = await loadYaml();
  const document = await vscode.workspace.openTextDocument(uri);
  const dirty = document.isDirty;
  const edit = new vscode.WorkspaceEdit();
  try {
    for (const { start, end, text } of editPapers(document.getText(), changes)) edit.replace(uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  } catch (fault) {
    if (fault instanceof EditError) throw new UserError(vscode.l10n.t('{0} was not changed: {1}', vscode.workspace.asRelativePath(uri), fault.message));
    throw fault;
  }
  if (!(await vscode.workspace.applyEdit(edit))) throw new UserError(vscode.l10n.t('{0} could not be changed; it may be read-only.', vscode.workspace.asRelativePath(uri)));
  if (!dirty && !(await document.save())) throw new UserError(vscode.l10n.t('{0} was changed but could not be saved. Save it by hand.', vscode.workspace.asRelativePath(uri)));
}

async function createFile(layer: LayerSource, uri: vscode.Uri): Promise<void> {
  try {
    const config = fileOf(layer, configFile);
    if (!(await exists(config))) await vscode.workspace.fs.writeFile(config, new TextEncoder().encode(`title: ${JSON.stringify(layer.name)}\n`));
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
    await vscode.workspace.fs.writeFile(uri, new Uint8Array());
  } catch (fault) {
    throw new UserError(vscode.l10n.t('{0} could not be created: {1}', vscode.workspace.asRelativePath(uri), fault instanceof Error ? fault.message : String(fault)));
  }
}

/** What changes in a papers file of a layer. */
export interface PapersChange {
  readonly layer: LayerSource;
  readonly name: string;
  readonly changes: readonly PaperChange[];
}

/** Makes changes in papers files, which are created when missing, all or none. @throws UserError, and then nothing was changed. */
export async function writePapers(writer: FileWriter, all: readonly PapersChange[]): Promise<Written> {
  const { EditError, editPapers } = await loadYaml();
  const files = all.map(({ layer, name, changes }): FileChange => ({
    uri: fileOf(layer, name),
    edit: (text) => {
      try {
        return editPapers(text, changes);
      } catch (fault) {
        if (fault instanceof EditError) throw new UserError(vscode.l10n.t('{0} was not changed: {1}', vscode.workspace.asRelativePath(fileOf(layer, name)), fault.message));
        throw fault;
      }
    },
  }));
  const layers = [...new Map(all.map(({ layer }) => [layer.id, layer])).values()];
  // a catalogue is a folder with a catalog.yaml: its first paper makes it one
  const titles = layers.map((layer): FileChange => ({ uri: fileOf(layer, configFile), edit: (text) => (text === '' ? [{ start: 0, end: 0, text: `title: ${JSON.stringify(layer.name)}\n` }] : []) }));
  const missing = await Promise.all(titles.map(async ({ uri }) => !(await exists(uri))));
  return writer.write([...titles.filter((_title, at) => missing[at]), ...files]);
}
