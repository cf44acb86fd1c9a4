/** What is wrong with a bibliography that is open: keys given twice, works that stand in it twice, broken entries, entries that nobody cites. */
import * as vscode from 'vscode';
import type { Bibliography } from '../../core/bibliography/types.js';
import type { BibliographyProblem } from '../../core/cite/with-bibliography.js';
import type { Severity, TextRange } from '../../core/model/problem.js';
import type { BibliographyFile } from '../shared/bibliographies.js';
import { loadBibliography } from '../shared/load-bibliography.js';
import type { DiagnosticKind, DiagnosticSettings } from './codes.js';
import type { EntryFinding } from './finding.js';

/** Reports of one kind in one file; the rest of the unused entries are listed by the view. */
const most = 500;
const mostUnused = 200;

const kinds = { 'duplicate-key': 'duplicate-key', 'same-work': 'same-work-twice', 'broken-entry': 'broken-entry', remark: 'broken-entry' } as const;
const asReported: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = { error: vscode.DiagnosticSeverity.Error, warning: vscode.DiagnosticSeverity.Warning, info: vscode.DiagnosticSeverity.Information };

/** A text that was checked has no other problems the next time. */
const known = new WeakMap<Bibliography, readonly BibliographyProblem[]>();

/**
 * @param cited keys that documents cite from it, or undefined when none uses it: then nothing is told of unused entries
 * @param check rejects when the work was superseded
 */
export async function checkFile(document: vscode.TextDocument, file: BibliographyFile, cited: ReadonlySet<string> | undefined, settings: DiagnosticSettings, check: () => Promise<void>): Promise<EntryFinding[]> {
  const { checkBibliography, uncitedEntries } = await loadBibliography();
  const { severities, silent } = settings;
  const rangeOf = ({ start, end }: TextRange) => new vscode.Range(document.positionAt(start), document.positionAt(end));
  const findings: EntryFinding[] = [];
  const counts = new Map<DiagnosticKind, number>();
  const problems = known.get(file.bibliography) ?? (await checkBibliography(file.bibliography, check));
  known.set(file.bibliography, problems);
  for (const problem of problems) {
    const kind = kinds[problem.kind];
    const wanted = severities[kind];
    const count = counts.get(kind) ?? 0;
    if (wanted === undefined || count >= most) continue;
    counts.set(kind, count + 1);
    // a setting makes remarks about an entry milder, never more severe than they are
    const reported = asReported[problem.severity];
    const severity = kind === 'broken-entry' && reported > wanted ? reported : wanted;
    const earlier = problem.earlier && { entry: problem.earlier, range: rangeOf(problem.earlier.keyPlace) };
    findings.push({ kind, rule: problem.rule, uri: document.uri, range: oneLine(document, rangeOf(problem)), message: problem.message, severity, silent: silent.has(kind), file, entry: problem.entry, earlier });
  }
  const hint = severities['unused-entry'];
  if (cited === undefined || hint === undefined) return findings;
  await check();
  for (const entry of uncitedEntries(file.bibliography, cited).slice(0, mostUnused)) {
    findings.push({ kind: 'unused-entry', uri: document.uri, range: rangeOf(entry.keyPlace), message: vscode.l10n.t('No document cites {0}.', entry.key), severity: hint, silent: silent.has('unused-entry'), file, entry });
  }
  return findings;
}

/** A fault that reaches over half the file is shown where it begins. */
function oneLine(document: vscode.TextDocument, range: vscode.Range): vscode.Range {
  return range.isSingleLine ? range : range.with({ end: document.lineAt(range.start.line).range.end });
}

