/** Something to tell about a place, with what its quick fixes need. */
import * as vscode from 'vscode';
import type { Entry } from '../../core/bibliography/types.js';
import type { BibliographyFile } from '../shared/bibliographies.js';
import type { CitedDocument } from '../shared/cited-documents.js';
import type { DiagnosticKind } from './codes.js';

interface Place {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
  readonly message: string;
  readonly severity: vscode.DiagnosticSeverity;
  /** Kept for its quick fixes only. */
  readonly silent: boolean;
}

export interface UnresolvedKey extends Place {
  readonly kind: 'unresolved-key';
  readonly key: string;
  readonly in: CitedDocument;
}

export interface MissingFile extends Place {
  readonly kind: 'missing-bibliography';
  readonly file: vscode.Uri;
}

export interface EntryFinding extends Place {
  readonly kind: Exclude<DiagnosticKind, 'unresolved-key' | 'missing-bibliography'>;
  /** The finer code, of the reader of the format. */
  readonly rule?: string | undefined;
  readonly file: BibliographyFile;
  readonly entry: Entry | undefined;
  /** The entry that has the key, or is the same work, and stands before it. */
  readonly earlier?: { readonly entry: Entry; readonly range: vscode.Range } | undefined;
}

export type Finding = UnresolvedKey | MissingFile | EntryFinding;

export function toDiagnostic(finding: Finding): vscode.Diagnostic {
  const { uri, range, message, severity, kind } = finding;
  const diagnostic = new vscode.Diagnostic(range, message, severity);
  diagnostic.source = 'Litshelf';
  const code = kind === 'broken-entry' ? (finding.rule ?? kind) : kind;
  diagnostic.code = code;
  if (kind === 'unused-entry') diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  if (kind === 'unresolved-key') {
    const [first] = finding.in.bibliography.files;
    if (first) diagnostic.code = { value: code, target: first.uri };
  } else if (kind !== 'missing-bibliography' && finding.earlier) {
    const { entry, range: place } = finding.earlier;
    diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, place), vscode.l10n.t('The entry {0}', entry.key))];
    diagnostic.code = { value: code, target: uri.with({ fragment: `L${place.start.line + 1}` }) };
  }
  return diagnostic;
}

/** The same report of the same place, made for two documents. */
export function sameFinding(a: Finding, b: Finding): boolean {
  return a.kind === b.kind && a.range.isEqual(b.range) && a.message === b.message;
}
