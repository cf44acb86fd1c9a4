/** Cites papers where the cursors are, in the markup of the document: the entry in its bibliography first, then the text. */
import * as vscode from 'vscode';
import { commandIds } from '../contributions.js';
import type { Disposable } from '../core/ports.js';
import { citationText, citeIn, editorToCiteIn } from './shared/cite.js';
import type { House } from './shared/house.js';
import { papersFor } from './shared/paper-arguments.js';

export function registerCitePaper(house: House): Disposable {
  return vscode.commands.registerCommand(commandIds.citePaper, async (first: unknown, rest: unknown) => {
    const title = vscode.l10n.t('Cite Paper');
    try {
      // asked for now: the picker takes the focus, and a card in a panel is not an editor
      const editor = editorToCiteIn();
      const papers = await papersFor(house, title, first, rest);
      if (editor) return await citeIn(house, editor, papers);
      await vscode.env.clipboard.writeText(await citationText(house, undefined, papers));
      house.messages.done(vscode.l10n.t('No editor is open: the citation is on the clipboard'));
      return papers.map(({ paper }) => paper.id);
    } catch (fault) {
      house.messages.show(title, fault);
      return undefined;
    }
  });
}
