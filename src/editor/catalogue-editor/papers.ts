/** Rows as papers, and as a person calls them. */
import * as vscode from 'vscode';
import type { TableRow } from '../../core/editing/rows.js';
import type { Paper } from '../../core/model/paper.js';
import { UserError } from '../shared/messages.js';

/** @throws UserError when one of them cannot be read */
export function papersOf(rows: readonly TableRow[]): Paper[] {
  const papers = rows.flatMap(({ paper }) => paper ?? []);
  if (papers.length < rows.length) throw new UserError(vscode.l10n.t('A paper that cannot be read cannot be used like this. Mend its text first.'));
  return papers;
}

export function namesOf(rows: readonly TableRow[]): string {
  return rows.length === 1 ? (rows[0]?.item.key ?? '') : vscode.l10n.t('{0} papers', rows.length);
}
