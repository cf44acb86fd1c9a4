/** What can be done with an identifier: look it up, and add its paper to a catalogue. */
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
import { findPaper } from './shared/subject.js';

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
    if (answer === add) await addFound(house, identifier, found);
    if (answer === open) await vscode.env.openExternal(vscode.Uri.parse(linkTo(identifier.kind, identifier.id), true));
  });
  command(commandIds.addPaper, vscode.l10n.t('Add Paper'), async (argument) => {
    const identifier = await identifierFor(house, vscode.l10n.t('Add Paper'), argument);
    const known = findPaper(await house.catalogue(), identifier);
    if (known) {
      await house.selection.view?.reveal(known.paper.id);
      house.messages.done(vscode.l10n.t('Already in the catalogue as {0}', known.paper.id));
      return known.paper.id;
    }
    return addFound(house, identifier, await askServices(house, identifier, false), { categories: categoriesIn(argument) });
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

/** `{ categories: […] }`, from a keybinding or another extension: then nobody is asked. */
function categoriesIn(argument: unknown): string[] | undefined {
  const { categories } = (typeof argument === 'object' && argument !== null ? argument : {}) as { categories?: unknown };
  return Array.isArray(categories) ? categories.filter((one): one is string => typeof one === 'string') : undefined;
}
