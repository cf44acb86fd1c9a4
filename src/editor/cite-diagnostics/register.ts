/** Diagnostics and quick fixes for citations and bibliographies that are open. */
import * as vscode from 'vscode';
import { internalCommandIds } from '../../contributions.js';
import type { Disposable } from '../../core/ports.js';
import { Disposables } from '../shared/disposables.js';
import { debounced } from '../shared/debounce.js';
import type { House } from '../shared/house.js';
import { onSettingChange } from '../shared/settings.js';
import { Checker } from './checker.js';
import { diagnosticSettings } from './codes.js';
import { CitationFixes } from './fixes.js';
import { onDidChangeShown, shownDocuments } from './shown.js';

/** Bibliographies wait longer for documents than documents for themselves, in milliseconds: a key is typed in between. */
const quietForOthers = 700;
/** How long after activation the first check waits, in milliseconds. */
const idle = 1500;

export function registerCiteDiagnostics(house: House): Disposable {
  const disposables = new Disposables();
  const checker = disposables.add(new Checker(house));
  const all = () => shownDocuments().forEach((document) => checker.check(document));
  const others = disposables.add(debounced<undefined>(quietForOthers, () => '', all));
  const follow = disposables.add(debounced<undefined>(50, () => '', () => checker.follow()));

  disposables.add(onDidChangeShown(() => follow.call(undefined)));
  disposables.add(checker.documents.onDidChange(() => others.call(undefined)));
  disposables.add(onSettingChange(diagnosticSettings, all));
  disposables.add(vscode.extensions.onDidChange(all));
  disposables.add(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || !shownDocuments().includes(document)) return;
      checker.check(document);
      if (checker.documents.mayCite(document)) others.call(undefined);
    }),
  );
  disposables.add(vscode.languages.registerCodeActionsProvider({ scheme: '*', language: '*' }, new CitationFixes(house, checker), { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }));
  disposables.add(
    vscode.commands.registerCommand(internalCommandIds.applyFix, async (title: unknown, apply: unknown) => {
      // what a quick fix does is a function, which no keybinding can name
      if (typeof title !== 'string' || typeof apply !== 'function') return;
      try {
        await (apply as () => Promise<void>)();
      } catch (fault) {
        house.messages.show(title, fault);
      }
    }),
  );
  // what is open already waits until the window is quiet
  const first = setTimeout(() => checker.follow(), idle);
  disposables.add({ dispose: () => clearTimeout(first) });
  return disposables;
}
