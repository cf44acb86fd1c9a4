/** How severe the problems of catalogues are shown, and where they are explained. */
import * as vscode from 'vscode';
import { settingKeys } from '../../contributions.js';
import type { Severities } from '../../core/check/check.js';
import type { Layer } from '../../core/catalogue/layer.js';
import type { Severity } from '../../core/model/problem.js';

const words: readonly string[] = ['error', 'warning', 'info', 'off'];

const shown: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** What catalog.yaml says, and before it what the settings say. What is no severity is left out. */
export function severitiesFor(layer: Layer): Severities {
  const typed: unknown = vscode.workspace.getConfiguration('litshelf').get(settingKeys.checkSeverity);
  const entries = Object.entries({ ...layer.config.check, ...(typeof typed === 'object' && typed !== null && !Array.isArray(typed) ? (typed as Record<string, unknown>) : {}) });
  return Object.fromEntries(entries.filter((entry): entry is [string, Severity | 'off'] => words.includes(String(entry[1]))));
}

/** The page of the documentation that lists all codes. */
export function codeTarget(context: vscode.ExtensionContext, code: string): vscode.Uri {
  const { repository } = context.extension.packageJSON as { repository?: { url?: string } };
  const page = (repository?.url ?? '').replace(/^git\+/u, '').replace(/\.git$/u, '');
  return vscode.Uri.parse(`${page}/blob/main/docs/checks.md`).with({ fragment: code });
}

/** A diagnostic as every problem of a catalogue is shown. */
export function catalogueDiagnostic(context: vscode.ExtensionContext, range: vscode.Range, message: string, severity: Severity, code: string): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, message, shown[severity]);
  diagnostic.source = 'Litshelf';
  diagnostic.code = { value: code, target: codeTarget(context, code) };
  return diagnostic;
}
