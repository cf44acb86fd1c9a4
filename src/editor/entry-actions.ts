/** What the card of a work that only a bibliography has offers to do with its entry. */
import * as vscode from 'vscode';
import { internalCommandIds } from '../contributions.js';
import { toBibtex } from '../core/bibtex/write.js';
import type { Disposable } from '../core/ports.js';
import type { FoundEntry } from './shared/bibliographies.js';
import { citeIn } from './shared/cite.js';
import { Disposables } from './shared/disposables.js';
import type { House } from './shared/house.js';
import { UserError } from './shared/messages.js';
import { showPlace } from './shared/show-place.js';

export function registerEntryActions(house: House): Disposable {
  const disposables = new Disposables();
  const action = (id: string, title: string, run: (found: FoundEntry) => Promise<unknown>) => {
    disposables.add(
      vscode.commands.registerCommand(id, async (argument: unknown) => {
        try {
          await run(await entryFrom(house, argument));
        } catch (fault) {
          house.messages.show(title, fault);
        }
      }),
    );
  };
  action(internalCommandIds.openEntry, vscode.l10n.t('Open Entry'), ({ file, entry }) => showPlace(file.uri, entry.keyPlace));
  action(internalCommandIds.copyEntry, vscode.l10n.t('Copy BibTeX'), async ({ file: { bibliography }, entry }) => {
    const text = bibliography.format === 'bibtex' ? bibliography.text.slice(entry.start, entry.end) : toBibtex(entry.paper);
    await vscode.env.clipboard.writeText(`${text.trim()}\n`);
    house.messages.done(vscode.l10n.t('Copied {0} of {1}', vscode.l10n.t('BibTeX'), entry.key));
  });
  action(internalCommandIds.citeEntry, vscode.l10n.t('Cite Paper'), async ({ entry }) => {
    const editor = vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0];
    if (!editor) throw new UserError(vscode.l10n.t('Open the document that is to cite "{0}" first.', entry.key));
    await citeIn(house, editor, [{ paper: entry.paper, key: entry.key }]);
  });
  return disposables;
}

/** `{ uri, key }`, from a card. Links can be forged, so only what is an entry of a bibliography counts. */
async function entryFrom(house: House, argument: unknown): Promise<FoundEntry> {
  const { uri, key } = (typeof argument === 'object' && argument !== null ? argument : {}) as { uri?: unknown; key?: unknown };
  const file = typeof uri === 'string' ? await house.bibliographies.read(vscode.Uri.parse(uri)) : undefined;
  const entry = typeof key === 'string' ? file?.bibliography.find(key) : undefined;
  if (!file || !entry) throw new UserError(vscode.l10n.t('The bibliography has no entry "{0}" any more.', String(key)));
  return { file, entry };
}
