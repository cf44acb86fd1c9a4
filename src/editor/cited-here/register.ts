/** The view Cited here: what the active document and everything it includes cites, what is unresolved, and what nobody cites. */
import * as vscode from 'vscode';
import { contextKeys, viewIds } from '../../contributions.js';
import type { Disposable } from '../../core/ports.js';
import { citedDocuments, type CitedDocument } from '../shared/cited-documents.js';
import { debounced } from '../shared/debounce.js';
import { Disposables } from '../shared/disposables.js';
import type { House } from '../shared/house.js';
import { registerCitedCommands } from './commands.js';
import { contentOf } from './content.js';
import { documentToShow } from './follow.js';
import { CitedProvider } from './provider.js';

/** How long typing has to rest, in milliseconds. */
const quiet = 250;

export function registerCitedHere(house: House): Disposable {
  const disposables = new Disposables();
  const documents = citedDocuments(house);
  const provider = new CitedProvider();
  const view = disposables.add(vscode.window.createTreeView(viewIds.citedHere, { treeDataProvider: provider, showCollapseAll: true }));
  let round = 0;

  const refresh = async (): Promise<void> => {
    // nobody looks: showing the view asks again
    if (!view.visible) return;
    const mine = (round += 1);
    const document = documentToShow(documents, provider.shown);
    const found = document && (await documents.of(document));
    const cites = found && (found.cited.keys.size > 0 || found.bibliography.found.length > 0);
    const next = cites ? await contentOf(found, await house.catalogue()) : undefined;
    // a newer round shows a newer text
    if (mine !== round) return;
    provider.show(next);
    view.description = next && describe(next.found);
    view.message = next && messageOf(next.found);
    void vscode.commands.executeCommand('setContext', contextKeys.citedState, next ? 'ready' : found ? 'empty' : 'none');
  };
  const run = () => house.messages.run(vscode.l10n.t('Reading what is cited'), refresh);
  const soon = disposables.add(debounced<undefined>(quiet, () => '', run));
  const ask = () => {
    if (view.visible) soon.call(undefined);
  };

  disposables.add(view.onDidChangeVisibility(({ visible }) => {
    if (visible) run();
  }));
  disposables.add(vscode.window.onDidChangeActiveTextEditor(ask));
  disposables.add(vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
    if (closed.length > 0) ask();
  }));
  disposables.add(vscode.workspace.onDidChangeTextDocument(({ document }) => {
    if (provider.shown?.found.texts.has(document.uri.path) ?? document === vscode.window.activeTextEditor?.document) ask();
  }));
  disposables.add(documents.onDidChange(ask));
  disposables.add(house.library.onDidChange(ask));
  void vscode.commands.executeCommand('setContext', contextKeys.citedState, 'none');
  if (view.visible) run();
  disposables.add(registerCitedCommands(house, documents, provider));
  return disposables;
}

function describe({ document, texts }: CitedDocument): string {
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  const others = texts.size - 1;
  return others <= 0 ? name : others === 1 ? vscode.l10n.t('{0} and 1 file', name) : vscode.l10n.t('{0} and {1} files', name, others);
}

/** Why keys are neither resolved nor unresolved, where they are not. */
function messageOf({ bibliography: { found, files } }: CitedDocument): string | undefined {
  if (found.length === 0) return vscode.l10n.t('No bibliography was found for this document.');
  const missing = found.find(({ exists }) => !exists);
  if (missing) return vscode.l10n.t('The bibliography {0} is not there.', missing.path.slice(missing.path.lastIndexOf('/') + 1));
  return files.length < found.length ? vscode.l10n.t('Not every bibliography of this document can be read.') : undefined;
}
