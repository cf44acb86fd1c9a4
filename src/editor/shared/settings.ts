/** Settings, read in one place and checked: what a person typed into settings.json need not be of the right type. */
import * as vscode from 'vscode';
import { alignModes, askForLocatorModes, cardBlocks, clickActions, completionModes, dialectModes, hoverKeysModes, lookupModes, navigationModes, plainMarkdownModes, protectModes, settingKeys, unicodeModes, type AskForLocatorMode, type CardBlock, type ClickAction, type CompletionMode, type HoverKeysMode, type LookupMode, type NavigationMode, type PlainMarkdownMode } from '../../contributions.js';
import type { BibtexOptions } from '../../core/bibtex/write.js';
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

/** Whether keys are completed in a document. */
export function readCompletionMode(scope: vscode.ConfigurationScope | undefined): CompletionMode {
  return oneOf(completionModes, vscode.workspace.getConfiguration('litshelf', scope).get(settingKeys.completion), 'auto');
}

/** Whether keys can be followed and renamed in a document. */
export function readNavigationMode(scope: vscode.ConfigurationScope | undefined): NavigationMode {
  return oneOf(navigationModes, vscode.workspace.getConfiguration('litshelf', scope).get(settingKeys.navigationKeys), 'auto');
}

/** Style of formatted references; an unknown one is the default. */
export function readCitationStyle(scope: vscode.ConfigurationScope | undefined): BundledStyle {
  return oneOf(Object.keys(bundledStyles) as BundledStyle[], vscode.workspace.getConfiguration('litshelf', scope).get(settingKeys.citationStyle), 'apa');
}

/** How a document cites; settings may differ by language. */
export interface CiteSettings {
  /** Empty: the markup's own way. */
  readonly template: string;
  /** Empty: the markup's usual one. */
  readonly command: string;
  readonly plainMarkdown: PlainMarkdownMode;
  readonly askForLocator: AskForLocatorMode;
}

export function readCiteSettings(scope: vscode.ConfigurationScope | undefined): CiteSettings {
  const section = vscode.workspace.getConfiguration('litshelf', scope);
  const text = (key: string) => {
    const typed: unknown = section.get(key);
    return typeof typed === 'string' ? typed.trim() : '';
  };
  return {
    template: text(settingKeys.citeTemplate),
    command: text(settingKeys.citeCommand),
    plainMarkdown: oneOf(plainMarkdownModes, section.get(settingKeys.citePlainMarkdown), 'link'),
    askForLocator: oneOf(askForLocatorModes, section.get(settingKeys.citeAskForLocator), 'always'),
  };
}

/** The bibliography of documents that name none, as typed; empty for none. */
export function readDefaultBibliography(scope: vscode.ConfigurationScope | undefined): string {
  const typed: unknown = vscode.workspace.getConfiguration('litshelf', scope).get(settingKeys.bibliographyDefault);
  return typeof typed === 'string' ? typed.trim() : '';
}

/** How entries are written; what is left out follows the file that they go into. */
export function readBibtexOptions(scope: vscode.ConfigurationScope | undefined): Pick<BibtexOptions, 'dialect' | 'unicode' | 'protect' | 'align'> {
  const section = vscode.workspace.getConfiguration('litshelf', scope);
  const dialect = oneOf(dialectModes, section.get(settingKeys.bibtexDialect), 'auto');
  const unicode = oneOf(unicodeModes, section.get(settingKeys.bibtexUnicode), 'auto');
  const align = oneOf(alignModes, section.get(settingKeys.bibtexAlign), 'auto');
  return {
    protect: oneOf(protectModes, section.get(settingKeys.bibtexProtect), 'smart'),
    ...(dialect === 'auto' ? {} : { dialect }),
    ...(unicode === 'auto' ? {} : { unicode: unicode === 'unicode' }),
    ...(align === 'auto' ? {} : { align: align === 'always' }),
  };
}

/** A person's own .csl file, as typed; empty for none. An untrusted workspace cannot name one. */
export function readCitationStyleFile(scope: vscode.ConfigurationScope | undefined): string {
  const typed: unknown = vscode.workspace.getConfiguration('litshelf', scope).get(settingKeys.citationStyleFile);
  return typeof typed === 'string' ? typed.trim() : '';
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

/** What a new note says; empty for Litshelf's own. */
export function readNoteTemplate(): string {
  const typed: unknown = vscode.workspace.getConfiguration('litshelf').get(settingKeys.noteTemplate);
  return typeof typed === 'string' ? typed : '';
}
