/** Looks an identifier up: what its paper is, and what can be done with it. */
import * as vscode from 'vscode';
import { commandIds } from '../contributions.js';
import { linkTo, type Identifier } from '../core/ids/index.js';
import type { Found } from '../core/metadata/index.js';
import { makeFoundCard } from '../core/outline/card.js';
import type { Disposable } from '../core/ports.js';
import { abortOn } from './shared/abort.js';
import { addFound } from './shared/add-paper.js';
import { Disposables } from './shared/disposables.js';
import type { House } from './shared/house.js';
import { identifierFor } from './shared/identifier-arguments.js';
import { UserError } from './shared/messages.js';

/** Whoever asked waits this long at most, in milliseconds; a longer pause is told at once. */
const patience = 30_000;

export function registerIdentifierActions(house: House): Disposable {
  const disposables = new Disposables();
  const command = (id: string, title: string, run: (argument: unknown) => Promise<unknown>) => {
    disposables.add(
      vscode.commands.registerCommand(id, async (argument: unknown) => {
        try {
          return await run(argument);
        } catch (fault) {
          house.messages.show(title, fault);
          return undefined;
        }
      }),
    );
  };
  command(commandIds.lookUpIdentifier, vscode.l10n.t('Look Up Paper'), async (argument) => {
    const identifier = await identifierFor(house, vscode.l10n.t('Look Up Paper'), argument);
    const found = await askServices(house, identifier, true);
    const card = makeFoundCard(identifier, found);
    const add = vscode.l10n.t('Add to Catalogue');
    const open = vscode.l10n.t('Open Page');
    const answer = await vscode.window.showInformationMessage([card.title, card.authors, card.published].filter(Boolean).join(' — '), add, open);
    if (answer === add) await addFound(identifier);
    if (answer === open) await vscode.env.openExternal(vscode.Uri.parse(linkTo(identifier.kind, identifier.id), true));
  });
  return disposables;
}

/** @throws UserError for *not found* and for *could not check*, which say so in different words. */
async function askServices(house: House, identifier: Identifier, refresh: boolean): Promise<Found> {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Looking up {0}', identifier.id), cancellable: true }, async (_progress, token) => {
    const abort = abortOn(token);
    try {
      const answer = await (await house.lookUp()).lookUp(identifier, { signal: abort.signal, refresh, patience });
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      if (answer.kind === 'found') return answer;
      throw new UserError(answer.kind === 'notFound' ? answer.message : vscode.l10n.t('Could not check {0}: {1}', identifier.id, answer.message));
    } finally {
      abort.dispose();
    }
  });
}
