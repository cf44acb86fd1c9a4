/** What a document will say, shown beside what it says, and written when the person agrees: one step that VS Code takes back. */
import * as vscode from 'vscode';
import { exists } from '../shared/exists.js';
import type { House } from '../shared/house.js';
import { UserError } from '../shared/messages.js';
import type { ReadOnlyTexts } from '../shared/read-only-texts.js';
import { papersIn } from './source.js';

export interface Outcome {
  readonly after: string;
  readonly papers: number;
  readonly sections: number;
}

export interface Written {
  readonly papers: number;
  readonly changed: boolean;
}

/** @param ask whether the difference is shown and the person agrees first. @throws CancellationError when the person does not; UserError when it cannot be written */
export async function writeInto(house: House, previews: ReadOnlyTexts, document: vscode.TextDocument, { after, papers, sections }: Outcome, ask: boolean): Promise<Written> {
  const before = document.getText();
  const { version, isDirty } = document;
  const name = vscode.workspace.asRelativePath(document.uri);
  if (before === after) {
    house.messages.done(vscode.l10n.t('{0} is up to date: {1}', name, papersIn(papers)));
    return { papers, changed: false };
  }
  if (ask) await agree(previews, name, before, after, sections === 0 ? papersIn(papers) : vscode.l10n.t('{0} in {1}', papersIn(papers), sections === 1 ? vscode.l10n.t('1 section') : vscode.l10n.t('{0} sections', sections)));
  if (document.version !== version) throw new UserError(vscode.l10n.t('{0} was changed meanwhile. Nothing was written; publish again.', name));
  const { start, end, text } = changedPart(before, after);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  if (!(await vscode.workspace.applyEdit(edit))) throw new UserError(vscode.l10n.t('{0} could not be changed; it may be read-only.', name));
  // what somebody is writing is theirs to save
  if (!isDirty && !document.isUntitled && !(await document.save())) throw new UserError(vscode.l10n.t('{0} was changed, but could not be saved.', name));
  await vscode.window.showTextDocument(document, { preview: false });
  house.messages.done(vscode.l10n.t('{0}: {1} published', name, papersIn(papers)));
  return { papers, changed: true };
}

/** A file, whole; one that is there already is shown beside what it becomes. */
export async function writeFile(house: House, previews: ReadOnlyTexts, uri: vscode.Uri, outcome: Outcome, ask: boolean): Promise<Written> {
  if (await exists(uri)) return writeInto(house, previews, await vscode.workspace.openTextDocument(uri), outcome, ask);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(outcome.after));
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
  house.messages.done(vscode.l10n.t('{0}: {1} published', vscode.workspace.asRelativePath(uri), papersIn(outcome.papers)));
  return { papers: outcome.papers, changed: true };
}

/** The difference in the editor, and above it the question; the keyboard is at the question. */
async function agree(previews: ReadOnlyTexts, name: string, before: string, after: string, counts: string): Promise<void> {
  const { added, removed } = countLines(before, after);
  const lines = vscode.l10n.t('{0} lines added, {1} removed', added, removed);
  const close = await previews.showDiff(vscode.l10n.t('{0}: now ↔ published', name), name.split('/').at(-1) ?? name, before, after);
  const write = vscode.l10n.t('Write {0}', name);
  const items: vscode.QuickPickItem[] = [
    { label: write, iconPath: new vscode.ThemeIcon('check'), description: `${counts} · ${lines}`, detail: vscode.l10n.t('Undo takes it back') },
    { label: vscode.l10n.t('Leave it as it is'), iconPath: new vscode.ThemeIcon('close') },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Publish List'), placeHolder: vscode.l10n.t('Look at the difference, then press Enter'), ignoreFocusOut: true });
  await close();
  if (picked?.label !== write) throw new vscode.CancellationError();
}

/** Lines of one text that the other does not have, whatever their order. */
function countLines(before: string, after: string): { added: number; removed: number } {
  const counts = new Map<string, number>();
  for (const line of before.split(/\r?\n/u)) counts.set(line, (counts.get(line) ?? 0) + 1);
  for (const line of after.split(/\r?\n/u)) counts.set(line, (counts.get(line) ?? 0) - 1);
  let [added, removed] = [0, 0];
  for (const count of counts.values()) {
    if (count < 0) added -= count;
    else removed += count;
  }
  return { added, removed };
}

/** The least that must be replaced: the caret, folds and the history of all else stay. */
function changedPart(before: string, after: string): { start: number; end: number; text: string } {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < before.length - start && same < after.length - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  // neither a sign of two halves nor a line break is cut in two
  while (start > 0 && /[\ud800-\udbff\r]/u.test(before[start - 1] ?? '')) start -= 1;
  while (same > 0 && /[\udc00-\udfff\n]/u.test(before.at(-same) ?? '')) same -= 1;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}
