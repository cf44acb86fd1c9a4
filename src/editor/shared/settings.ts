/** Settings, read in one place and checked: what a person typed into settings.json need not be of the right type. */
import * as vscode from 'vscode';
import { clickActions, settingKeys, type ClickAction } from '../../contributions.js';
import type { Disposable } from '../../core/ports.js';

export interface Settings {
  /** Folders of further catalogues, as typed. */
  readonly catalogues: readonly string[];
  readonly bundledCatalogue: boolean;
  /** Folder of the personal catalogue, as typed; empty for the extension's own storage. */
  readonly personalFolder: string;
  readonly click: ClickAction;
}

export function readSettings(): Settings {
  const section = vscode.workspace.getConfiguration('litshelf');
  const catalogues: unknown = section.get(settingKeys.catalogues);
  const personalFolder: unknown = section.get(settingKeys.personalFolder);
  const click: unknown = section.get(settingKeys.click);
  return {
    catalogues: Array.isArray(catalogues) ? catalogues.filter((one): one is string => typeof one === 'string' && one.trim() !== '') : [],
    bundledCatalogue: section.get<unknown>(settingKeys.bundledCatalogue) !== false,
    personalFolder: typeof personalFolder === 'string' ? personalFolder.trim() : '',
    click: clickActions.find((action) => action === click) ?? 'nothing',
  };
}

/** Calls the listener when any of the named settings changes. */
export function onSettingChange(keys: readonly string[], listener: () => void): Disposable {
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (keys.some((key) => change.affectsConfiguration(`litshelf.${key}`))) listener();
  });
}
