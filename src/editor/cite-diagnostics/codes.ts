/** What is told of citations and bibliographies, how severely, and where another extension tells it already. */
import * as vscode from 'vscode';
import { diagnosticModes, diagnosticSeverities, settingKeys, type DiagnosticMode, type DiagnosticSeverityName } from '../../contributions.js';

/** The setting of each kind of report. A broken entry carries the code of the reader that found it (`bibtex-…`). */
const settingOf = {
  'unresolved-key': settingKeys.unresolvedKey,
  'missing-bibliography': settingKeys.missingBibliography,
  'duplicate-key': settingKeys.duplicateKey,
  'same-work-twice': settingKeys.sameWorkTwice,
  'broken-entry': settingKeys.brokenEntry,
  'unused-entry': settingKeys.unusedEntry,
} as const;

export type DiagnosticKind = keyof typeof settingOf;
export const diagnosticKinds = Object.keys(settingOf) as DiagnosticKind[];

const defaults: Readonly<Record<DiagnosticKind, DiagnosticSeverityName>> = {
  'unresolved-key': 'warning', 'missing-bibliography': 'warning', 'duplicate-key': 'warning', 'same-work-twice': 'information', 'broken-entry': 'error', 'unused-entry': 'hint',
};

const severities: Readonly<Record<Exclude<DiagnosticSeverityName, 'off'>, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/**
 * Extensions that report the same while one types. LaTeX Workshop is none of them: it knows of an undefined citation after a
 * build only, and of its line at that.
 */
const told: readonly { readonly id: string; readonly languages: readonly string[]; readonly kinds: readonly DiagnosticKind[] }[] = [
  { id: 'myriad-dreamin.tinymist', languages: ['typst'], kinds: ['unresolved-key', 'missing-bibliography'] },
  { id: 'nvarner.typst-lsp', languages: ['typst'], kinds: ['unresolved-key', 'missing-bibliography'] },
  { id: 'efoerster.texlab', languages: ['latex', 'tex', 'bibtex'], kinds: ['unresolved-key', 'duplicate-key', 'broken-entry', 'unused-entry'] },
];

/** How severe each kind is in a document; undefined for what is switched off. */
export type Severities = Readonly<Record<DiagnosticKind, vscode.DiagnosticSeverity | undefined>>;

export interface DiagnosticSettings {
  readonly severities: Severities;
  /** Looked for, so that there are quick fixes, but not shown: another extension shows it. */
  readonly silent: ReadonlySet<DiagnosticKind>;
}

export function readDiagnosticSettings(document: vscode.TextDocument): DiagnosticSettings {
  const section = vscode.workspace.getConfiguration('litshelf', document);
  const mode = oneOf<DiagnosticMode>(diagnosticModes, section.get(settingKeys.diagnosticsEnabled), 'auto');
  const found = diagnosticKinds.map((kind) => {
    const name = mode === 'never' ? 'off' : oneOf<DiagnosticSeverityName>(diagnosticSeverities, section.get(settingOf[kind]), defaults[kind]);
    return [kind, name === 'off' ? undefined : severities[name]] as const;
  });
  const others = mode === 'auto' ? told.filter(({ id, languages }) => languages.includes(document.languageId) && vscode.extensions.getExtension(id) !== undefined) : [];
  return { severities: Object.fromEntries(found) as Record<DiagnosticKind, vscode.DiagnosticSeverity | undefined>, silent: new Set(others.flatMap(({ kinds }) => kinds)) };
}

/** The settings that decide what is shown. */
export const diagnosticSettings: readonly string[] = [settingKeys.diagnosticsEnabled, ...Object.values(settingOf)];

function oneOf<T extends string>(words: readonly T[], value: unknown, otherwise: T): T {
  return words.find((word) => word === value) ?? otherwise;
}
