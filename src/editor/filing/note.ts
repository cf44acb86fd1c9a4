/** A note for each paper that wants one: a Markdown file in the personal catalogue, opened beside. */
import * as vscode from 'vscode';
import type { Shelved } from '../../core/catalogue/catalogue.js';
import { noteName, noteText } from '../../core/filing/note.js';
import { exists } from '../shared/exists.js';
import type { House } from '../shared/house.js';
import { fileOf } from '../shared/layer-files.js';
import { UserError } from '../shared/messages.js';
import { readNoteTemplate } from '../shared/settings.js';
import { personalLayer } from '../shared/target-catalogue.js';

export async function openNote(house: House, { paper }: Shelved): Promise<void> {
  const uri = fileOf((await personalLayer(house)).source, noteName(paper.id));
  if (!(await exists(uri))) {
    try {
      await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(noteText(paper, readNoteTemplate(), new Date().toISOString().slice(0, 10))));
    } catch (fault) {
      throw new UserError(vscode.l10n.t('The note {0} could not be made: {1}', vscode.workspace.asRelativePath(uri), fault instanceof Error ? fault.message : String(fault)));
    }
  }
  await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
}
