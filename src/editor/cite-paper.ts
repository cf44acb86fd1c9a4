/** Cites papers where the cursors are, in the markup of the document; with no editor the citation goes to the clipboard. */
import * as vscode from 'vscode';
import { commandIds } from '../contributions.js';
import type { Work } from '../core/cite/index.js';
import type { Shelved } from '../core/catalogue/catalogue.js';
import { paperLinks } from '../core/outline/links.js';
import { plainReference } from '../core/outline/reference.js';
import type { Disposable } from '../core/ports.js';
import type { House } from './shared/house.js';
import { UserError } from './shared/messages.js';
import { papersFor } from './shared/paper-arguments.js';

export function registerCitePaper(house: House): Disposable {
  return vscode.commands.registerCommand(commandIds.citePaper, async (first: unknown, rest: unknown) => {
    const title = vscode.l10n.t('Cite Paper');
    try {
      // asked for now: the picker takes the focus, and a card in a panel is not an editor
      const editor = vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0];
      const works = (await papersFor(house, title, first, rest)).map(toWork);
      if (editor) await citeIn(house, editor, works);
      else await citeOnClipboard(house, works);
    } catch (fault) {
      house.messages.show(title, fault);
    }
  });
}

function toWork({ paper }: Shelved): Work {
  return { key: paper.id, title: paper.title, url: paperLinks(paper).page, reference: plainReference(paper) };
}

async function citeIn(house: House, editor: vscode.TextEditor, works: readonly Work[]): Promise<void> {
  const { document } = editor;
  const offsets = editor.selections.map(({ active }) => document.offsetAt(active)).sort((a, b) => a - b);
  const edits = house.cites.markup(document).insert(document.getText(), offsets, works);
  if (edits.length === 0) {
    house.messages.done(vscode.l10n.t('Already cited here'));
    return;
  }
  const done = await editor.edit((builder) => {
    for (const { start, end, text } of edits) builder.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  });
  if (!done) throw new UserError(vscode.l10n.t('{0} could not be changed; it may be read-only.', vscode.workspace.asRelativePath(document.uri)));
  await vscode.window.showTextDocument(document, editor.viewColumn);
}

async function citeOnClipboard(house: House, works: readonly Work[]): Promise<void> {
  await vscode.env.clipboard.writeText(`[${works.map(({ key }) => `@${key}`).join('; ')}]`);
  house.messages.done(vscode.l10n.t('No editor is open: the citation is on the clipboard'));
}
