/** Tells VS Code which files can be opened in the catalogue editor, so that no other file called catalog.yaml gets its icon. */
import * as vscode from 'vscode';
import { contextKeys } from '../../contributions.js';
import { configFile } from '../../core/catalogue/layer.js';
import type { Disposable } from '../../core/ports.js';
import type { House } from '../shared/house.js';
import { fileOf } from '../shared/layer-files.js';

export function trackCatalogueFiles({ library }: House): Disposable {
  let told = '';
  return library.onDidChange(({ after }) => {
    const files = after.layers.filter(({ source }) => source.compiled === undefined).flatMap(({ source, files: papers }) => [configFile, ...papers.keys()].map((name) => fileOf(source, name).toString()));
    const now = files.join('\n');
    if (now === told) return;
    told = now;
    void vscode.commands.executeCommand('setContext', contextKeys.catalogueFiles, files);
  });
}
