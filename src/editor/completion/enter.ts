/**
 * A paper of the catalogue was chosen from the list: its entry is written to the document's bibliography, and only then its key
 * takes the place of what was typed. Until then the text stays as it is; when the entry cannot be written it stays so for good.
 */
import * as vscode from 'vscode';
import { internalCommandIds } from '../../contributions.js';
import { completedKey } from '../../core/cite/complete-key.js';
import { completionPlace } from '../../core/cite/complete-place.js';
import type { Disposable } from '../../core/ports.js';
import { tellCited } from '../shared/cite.js';
import { enterPapers } from '../shared/document-bibliography.js';
import type { House } from '../shared/house.js';
import { UserError } from '../shared/messages.js';
import { charBefore } from './items.js';
import { Anchors } from './anchors.js';

export interface EnterArgument {
  /** The catalogue's citation key. */
  readonly key: string;
  readonly uri: string;
  /** What stands where the key will. */
  readonly typed: string;
}

export function registerEntering(house: House): Disposable {
  return vscode.commands.registerCommand(internalCommandIds.completed, async (argument: EnterArgument) => {
    try {
      await enter(house, argument);
    } catch (fault) {
      house.messages.show(vscode.l10n.t('Cite Paper'), fault);
    }
  });
}

async function enter(house: House, { key, uri, typed }: EnterArgument): Promise<void> {
  const editor = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors].find((one) => one?.document.uri.toString() === uri);
  const shelved = (await house.catalogue()).get(key);
  if (!editor || !shelved) return;
  const { document } = editor;
  const anchors = new Anchors(document, placesOf(house, editor, typed));
  try {
    const entered = await enterPapers(house, document, [shelved.paper]);
    await write(house, editor, anchors, entered.keys[0] ?? key);
    tellCited(house, { ...entered, file: entered.file }, true);
  } finally {
    anchors.dispose();
  }
}

/** At each cursor, what was typed there. */
function placesOf(house: House, { document, selections }: vscode.TextEditor, typed: string): { start: number; end: number }[] {
  const text = document.getText();
  const markup = house.cites.markup(document);
  return selections
    .map(({ active }) => document.offsetAt(active))
    .filter((end) => text.slice(0, end).endsWith(typed) && completionPlace(markup, text, end) !== undefined)
    .map((end) => ({ start: end - typed.length, end }));
}

async function write(house: House, editor: vscode.TextEditor, anchors: Anchors, key: string): Promise<void> {
  const { document } = editor;
  const markup = house.cites.markup(document);
  const places = anchors.left();
  if (!markup.isLegalKey(key)) throw illegal(key);
  const splices = places.map((place) => completedKey(markup.id, charBefore(document, place.start), place, key));
  if (splices.includes(undefined)) throw illegal(key);
  const done = await editor.edit((builder) => {
    for (const { start, end, text } of splices.filter((splice) => splice !== undefined)) {
      // an insertion takes the cursor along, an empty replacement does not
      if (start === end) builder.insert(document.positionAt(start), text);
      else builder.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
    }
  });
  if (!done) throw new UserError(vscode.l10n.t('{0} could not be changed; it may be read-only.', vscode.workspace.asRelativePath(document.uri)));
}

function illegal(key: string): UserError {
  return new UserError(vscode.l10n.t('The bibliography has this paper as "{0}", which cannot be written in this citation.', key));
}
