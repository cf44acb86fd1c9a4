/** The card of the paper under the cursor as a document: for the keyboard, a screen reader, or to keep beside the text. */
import * as vscode from 'vscode';
import { commandIds } from '../contributions.js';
import { canLookUp } from '../core/metadata/kinds.js';
import { makeCard, makeEntryCard, makeFoundCard, type Card } from '../core/outline/card.js';
import { cardText } from '../core/outline/card-text.js';
import type { Disposable } from '../core/ports.js';
import { Disposables } from './shared/disposables.js';
import type { House } from './shared/house.js';
import { keptFacts } from './shared/kept-facts.js';
import { UserError } from './shared/messages.js';
import { papersFor } from './shared/paper-arguments.js';
import { readLookupMode } from './shared/settings.js';
import { workAt } from './shared/subject.js';

const scheme = 'litshelf-paper';

export function registerShowPaper(house: House): Disposable {
  const disposables = new Disposables();
  const texts = new Map<string, string>();
  disposables.add(vscode.workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '' }));
  disposables.add(vscode.workspace.onDidCloseTextDocument((document) => void texts.delete(document.uri.toString())));
  disposables.add(
    vscode.commands.registerCommand(commandIds.showPaper, async (argument: unknown) => {
      try {
        const card = await cardAtCursor(house, argument);
        const uri = vscode.Uri.from({ scheme, path: `/${(card.key ?? card.title).replace(/[^\p{L}\p{N}.-]+/gu, '-').slice(0, 80)}.md` });
        texts.set(uri.toString(), cardText(card));
        await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { viewColumn: vscode.ViewColumn.Beside, preview: true });
      } catch (fault) {
        house.messages.show(vscode.l10n.t('Show Paper'), fault);
      }
    }),
  );
  return disposables;
}

async function cardAtCursor(house: House, argument: unknown): Promise<Card> {
  const catalogue = await house.catalogue();
  const editor = vscode.window.activeTextEditor;
  const subject = argument === undefined && editor ? await workAt(house, editor.document, editor.selection.active) : undefined;
  if (subject?.shelved) return makeCard(subject.shelved, catalogue, { version: subject.mention?.version, facts: await keptFacts(house, subject.shelved.paper) });
  if (subject?.mention && canLookUp(subject.mention.kind)) {
    const answer = await (await house.lookUp()).lookUp(subject.mention, { network: readLookupMode() !== 'off' });
    if (answer.kind === 'found') return makeFoundCard(subject.mention, answer, { version: subject.mention.version });
    throw new UserError(answer.kind === 'notFound' ? answer.message : vscode.l10n.t('Could not check {0}: {1}', subject.mention.id, answer.message));
  }
  if (subject?.entry) return makeEntryCard(subject.entry.entry.paper, vscode.workspace.asRelativePath(subject.entry.file.uri));
  const [shelved] = await papersFor(house, vscode.l10n.t('Show Paper'), argument, undefined);
  if (!shelved) throw new vscode.CancellationError();
  return makeCard(shelved, catalogue, { facts: await keptFacts(house, shelved.paper) });
}
