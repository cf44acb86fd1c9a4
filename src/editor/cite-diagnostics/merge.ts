/** One entry for two of the same work: the documents of the workspace cite the other key, and the entry goes. One edit, one undo a file. */
import * as vscode from 'vscode';
import type { Entry } from '../../core/bibliography/types.js';
import { applyOrTell, removeEntries } from '../shared/entry-edits.js';
import { UserError } from '../shared/messages.js';
import type { Checker } from './checker.js';
import type { EntryFinding } from './finding.js';

/** Cites another entry wherever one is cited, and removes it. Documents that take this key from another bibliography are left alone. */
export async function citeEverywhere(checker: Checker, { file }: EntryFinding, from: Entry, to: Entry): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Looking for citations of {0}', from.key), cancellable: true }, async (_progress, token) => {
    for await (const citing of checker.workspace.citing((key) => key === from.key, token)) {
      const document = citing.document ?? (await vscode.workspace.openTextDocument(citing.uri));
      const used = await checker.documents.of(document);
      if (used && !used.bibliography.files.some(({ uri }) => uri.toString() === file.uri.toString())) continue;
      if (!citing.markup.isLegalKey(to.key)) throw new UserError(vscode.l10n.t('A citation in {0} cannot hold the key "{1}".', vscode.workspace.asRelativePath(citing.uri), to.key));
      for (const { range } of citing.places) edit.replace(citing.uri, range, to.key);
    }
    if (token.isCancellationRequested) throw new vscode.CancellationError();
  });
  await removeEntries(edit, file, [from]);
  await applyOrTell(edit);
}
