/** Entries into one bibliography: worked out, then written all at once or not at all. */
import * as vscode from 'vscode';
import type { FoundBibliography } from '../../core/cite/discover.js';
import type { Paper } from '../../core/model/paper.js';
import { checkWritable, readFileText, writeFileText } from './bibliography-file.js';
import type { CiteHouse } from './cite-house.js';
import { UserError } from './messages.js';
import { saveEdited } from './save-edited.js';
import { planEntries } from './plan-entries.js';

export interface Written {
  /** The key of each paper, in the order of the papers. */
  readonly keys: readonly string[];
  /** Keys that were not there before. */
  readonly added: readonly string[];
  /** The file has changes that somebody has not saved: the entries stand among them. */
  readonly unsaved: boolean;
}

/**
 * Makes sure that a bibliography has every paper, and reads it back. A file that nobody is changing is written; in one with
 * unsaved changes the entries become one more of them, a step to undo.
 * @throws UserError with the reason; then nothing was changed
 */
export async function writeEntries(house: CiteHouse, uri: vscode.Uri, papers: readonly Paper[], found?: FoundBibliography): Promise<Written> {
  const open = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString() && !one.isClosed);
  return open?.isDirty === true ? writeUnsaved(house, open, papers, found) : writeFile(house, uri, open, papers, found);
}

async function writeFile(house: CiteHouse, uri: vscode.Uri, open: vscode.TextDocument | undefined, papers: readonly Paper[], found: FoundBibliography | undefined): Promise<Written> {
  const file = await readFileText(uri);
  if (open && !(await shows(open, file.text))) throw new UserError(vscode.l10n.t('{0} has changed on disk, and its editor does not show that yet. Try again, or revert the file first. Nothing was changed.', vscode.workspace.asRelativePath(uri)));
  const plan = await planEntries(house, uri, file.text, papers, found);
  if (plan.added.length > 0) {
    await checkWritable(file);
    try {
      // a document with line ends of two kinds would be saved with one
      if (open?.getText() === file.text) await saveEdited(file, open, plan);
      else await writeFileText(file, plan.text);
    } finally {
      house.bibliographies.forget(uri);
    }
  }
  return { keys: plan.keys, added: plan.added, unsaved: false };
}

async function writeUnsaved(house: CiteHouse, document: vscode.TextDocument, papers: readonly Paper[], found: FoundBibliography | undefined): Promise<Written> {
  const name = vscode.workspace.asRelativePath(document.uri);
  if (await house.bibliographies.unsaved.isConflict(document)) throw new UserError(vscode.l10n.t('{0} has unsaved changes and has changed on disk as well. Settle that first. Nothing was changed.', name));
  const before = document.getText();
  const { version } = document;
  const plan = await planEntries(house, document.uri, before, papers, found);
  if (plan.added.length === 0) return { ...plan, unsaved: true };
  if (document.version !== version) throw new UserError(vscode.l10n.t('{0} was changed in the meantime. Try again. Nothing was changed.', name));
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, text } of plan.splices) edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  if (!(await vscode.workspace.applyEdit(edit))) throw new UserError(vscode.l10n.t('{0} could not be changed; it may be read-only. Nothing was changed.', name));
  const there = await planEntries(house, document.uri, document.getText(), papers, found);
  if (there.added.length > 0) throw new UserError(vscode.l10n.t('{0} was changed, but {1} cannot be found in it. Look at it before you go on.', name, there.added.join(', ')));
  return { ...plan, unsaved: true };
}

/** How long an editor may take to show what is on disk, in milliseconds. */
const reloadTime = 2000;

/** Whether an unchanged document holds a text, now or in a moment: VS Code loads it anew by itself. Its line ends are of one kind. */
async function shows(document: vscode.TextDocument, text: string): Promise<boolean> {
  const lined = text.replace(/\r\n?/gu, '\n');
  const same = () => document.isClosed || document.getText().replace(/\r\n?/gu, '\n') === lined;
  if (same()) return true;
  return new Promise((resolve) => {
    const done = (answer: boolean) => {
      clearTimeout(timer);
      listening.dispose();
      resolve(answer);
    };
    const timer = setTimeout(() => done(same()), reloadTime);
    const listening = vscode.workspace.onDidChangeTextDocument((change) => {
      if (change.document === document && same()) done(true);
    });
  });
}
