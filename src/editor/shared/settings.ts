/** Settings, read in one place and checked: what a person typed into settings.json need not be of the right type. */
import * as vscode from 'vscode';
import { cardBlocks, clickActions, hoverKeysModes, lookupModes, settingKeys, type CardBlock, type ClickAction, type HoverKeysMode, type LookupMode } from '../../contributions.js';
import type { Bases } from '../../core/metadata/index.js';
import { bundledStyles, type BundledStyle } from '../../core/csl/styles.js';
import { checkBase, defaultBases } from '../../core/metadata/services.js';
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
    click: oneOf(clickActions, click, 'nothing'),
  };
}

/** How cards behave in a document; settings may differ by language. */
export interface HoverSettings {
  readonly enabled: boolean;
  readonly show: readonly CardBlock[];
  readonly keys: HoverKeysMode;
}

export function readHoverSettings(scope: vscode.ConfigurationScope | undefined): HoverSettings {
  const section = vscode.workspace.getConfiguration('litshelf', scope);
  const show: unknown = section.get(settingKeys.hoverShow);
  return {
    enabled: section.get<unknown>(settingKeys.hoverEnabled) !== false,
    show: Array.isArray(show) ? cardBlocks.filter((block) => show.includes(block)) : cardBlocks,
    keys: oneOf(hoverKeysModes, section.get(settingKeys.hoverKeys), 'auto'),
  };
}

/** Style of formatted references; an unknown one is the default. */
export function readCitationStyle(scope: vscode.ConfigurationScope | undefined): BundledStyle {
  return oneOf(Object.keys(bundledStyles) as BundledStyle[], vscode.workspace.getConfiguration('litshelf', scope).get(settingKeys.citationStyle), 'apa');
}

/** An untrusted workspace cannot make Litshelf ask anybody: there a look-up takes a click. */
export function readLookupMode(): LookupMode {
  const mode = oneOf(lookupModes, vscode.workspace.getConfiguration('litshelf').get(settingKeys.lookup), 'automatic');
  return mode === 'automatic' && !vscode.workspace.isTrusted ? 'onClick' : mode;
}

/** Base addresses of the services; one that cannot be used is left at its default, and why is told. */
export function readBases(problem: (text: string) => void): Partial<Bases> {
  const section = vscode.workspace.getConfiguration('litshelf');
  const services = ['arxiv', 'crossref', 'datacite', 'acl', 'openalex', 'semanticScholar'] as const;
  return Object.fromEntries(
    services.flatMap((service) => {
      const typed: unknown = section.get(settingKeys[service]);
      if (typeof typed !== 'string' || typed.trim() === '' || typed === defaultBases[service]) return [];
      const checked = checkBase(typed);
      if ('base' in checked) return [[service, checked.base]];
      problem(`litshelf.${settingKeys[service]}: ${checked.problem}`);
      return [];
    }),
  );
}

function oneOf<T extends string>(words: readonly T[], value: unknown, otherwise: T): T {
  return words.find((word) => word === value) ?? otherwise;
}

/** Calls the listener when any of the named settings changes. */
export function onSettingChange(keys: readonly string[], listener: () => void): Disposable {
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (keys.some((key) => change.affectsConfiguration(`litshelf.${key}`))) listener();
  });
}
