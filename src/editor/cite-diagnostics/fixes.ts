/** Quick fixes of what was found in citations and bibliographies. */
import * as vscode from 'vscode';
import { internalCommandIds } from '../../contributions.js';
import type { House } from '../shared/house.js';
import type { Checker } from './checker.js';
import { toDiagnostic, type Finding } from './finding.js';
import { entryFixes } from './fix-entries.js';
import { createFix, unresolvedFixes } from './fix-keys.js';

/** A quick fix: an edit that VS Code makes, or work that Litshelf does. */
export interface Fix {
  readonly title: string;
  /** The one that is almost surely meant; at most one of a finding. */
  readonly preferred?: boolean;
  readonly edit?: vscode.WorkspaceEdit;
  readonly apply?: () => Promise<void>;
}

export class CitationFixes implements vscode.CodeActionProvider {
  constructor(private readonly house: House, private readonly checker: Checker) {}

  async provideCodeActions(document: vscode.TextDocument, range: vscode.Range, context: vscode.CodeActionContext, token: vscode.CancellationToken): Promise<vscode.CodeAction[]> {
    if (context.only && !context.only.contains(vscode.CodeActionKind.QuickFix) && !vscode.CodeActionKind.QuickFix.contains(context.only)) return [];
    const actions: vscode.CodeAction[] = [];
    for (const finding of this.checker.at(document.uri, range)) {
      const fixes = await this.#fixes(finding);
      if (token.isCancellationRequested) return [];
      actions.push(...fixes.map((fix) => toAction(fix, finding, context)));
    }
    return actions;
  }

  async #fixes(finding: Finding): Promise<Fix[]> {
    if (finding.kind === 'unresolved-key') return unresolvedFixes(this.house, this.checker, finding);
    if (finding.kind === 'missing-bibliography') return [createFix(finding)];
    return entryFixes(this.checker, finding);
  }
}

function toAction(fix: Fix, finding: Finding, { diagnostics }: vscode.CodeActionContext): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  if (fix.preferred) action.isPreferred = true;
  if (fix.edit) action.edit = fix.edit;
  else action.command = { command: internalCommandIds.applyFix, title: fix.title, arguments: [fix.title, fix.apply] };
  const { message } = toDiagnostic(finding);
  action.diagnostics = diagnostics.filter((one) => one.source === 'Litshelf' && one.message === message && one.range.isEqual(finding.range));
  return action;
}
