/** Puts papers into another file of the same catalogue, as they are written: both files change in one step. */
import * as vscode from 'vscode';
import { papersFolder } from '../../core/catalogue/layer.js';
import type { TableRow } from '../../core/editing/rows.js';
import type { PaperFields } from '../../core/model/schema.js';
import type { PaperChange } from '../../core/yaml/changes.js';
import { fileOf } from '../shared/layer-files.js';
import { exists } from '../shared/exists.js';
import { UserError } from '../shared/messages.js';
import type { Acting } from './actions.js';
import { apply, type Change } from './edits.js';
import { Stale } from './fault.js';
import { namesOf } from './papers.js';

/** @throws CancellationError when dismissed; a sentence when it cannot be done */
export async function moveToFile(acting: Acting, rows: readonly TableRow[]): Promise<void> {
  const { session, house } = acting;
  const { layer, sheet } = session;
  if (!layer || !sheet.file || session.readOnly !== '' || sheet.banner) throw new UserError(session.readOnly === '' ? vscode.l10n.t('Papers can be moved from a papers file of a catalogue only.') : session.readOnly);
  const { version } = session.document;
  const target = await pickFile(acting, rows);
  await session.next(async () => {
    await session.bring();
    if (session.document.version !== version) throw new Stale(vscode.l10n.t('The text was changed meanwhile.'));
    await move(acting, rows, target);
    await session.bring();
  });
  house.messages.done(vscode.l10n.t('Moved {0} to {1}', namesOf(rows), vscode.workspace.asRelativePath(target)));
}

async function move({ session, yaml }: Acting, rows: readonly TableRow[], target: vscode.Uri): Promise<void> {
  const { sheet, document } = session;
  const added = rows.map(({ item }): PaperChange => ({ kind: 'add', fields: yaml.writtenFields(item.file, item.index) as PaperFields, place: 'sorted', source: item.source }));
  const removed = rows.map(({ item }): PaperChange => ({ kind: 'remove', id: item.key, item: item.index }));
  const changes: Change[] = [{ document, version: sheet.version, splices: yaml.editPapers(sheet.text, removed, sheet.file) }];
  if (await exists(target)) {
    const other = await vscode.workspace.openTextDocument(target);
    changes.push({ document: other, version: other.version, splices: yaml.editPapers(other.getText(), added) });
  } else changes.push({ created: target, text: yaml.applySplices('', yaml.editPapers('', added)) });
  await apply(changes);
}

async function pickFile({ session }: Acting, rows: readonly TableRow[]): Promise<vscode.Uri> {
  const { layer, file } = session;
  if (!layer) throw new UserError(vscode.l10n.t('Papers can be moved from a papers file of a catalogue only.'));
  if (rows.some(({ item }) => item.key === '')) throw new UserError(vscode.l10n.t('A paper without a citation key cannot be used like this. Give it one first.'));
  const fresh = { label: vscode.l10n.t('New file…'), iconPath: new vscode.ThemeIcon('new-file') };
  const files = [...layer.files.keys()].filter((name) => name !== file).map((name) => ({ label: name, iconPath: vscode.ThemeIcon.File }));
  const title = vscode.l10n.t('Move {0} to File', namesOf(rows));
  const picked = await vscode.window.showQuickPick([...files, fresh], { title, placeHolder: vscode.l10n.t('A papers file of {0}', layer.source.name) });
  if (!picked) throw new vscode.CancellationError();
  if (picked !== fresh) return fileOf(layer.source, picked.label);
  const typed = await vscode.window.showInputBox({ title, prompt: vscode.l10n.t('Name of the new file'), placeHolder: 'surveys.yaml', validateInput: (name) => (/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u.test(name.trim()) ? undefined : vscode.l10n.t('A file name, such as surveys.yaml')) });
  if (typed === undefined) throw new vscode.CancellationError();
  const name = typed.trim();
  return fileOf(layer.source, `${papersFolder}/${/\.ya?ml$/iu.test(name) ? name : `${name}.yaml`}`);
}
