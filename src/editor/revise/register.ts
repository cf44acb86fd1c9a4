/** Papers beside other records of them: what the services say, what became of preprints, and papers that are one. */
import * as vscode from 'vscode';
import { commandIds } from '../../contributions.js';
import type { Disposable } from '../../core/ports.js';
import { isPreprint } from '../../core/revise/fields.js';
import { registerCommands } from '../shared/commands.js';
import { Disposables } from '../shared/disposables.js';
import type { House } from '../shared/house.js';
import { ReadOnlyTexts } from '../shared/read-only-texts.js';
import { mergeTwoPapers } from './merge.js';
import { papersInScope } from './scope.js';
import { updatePapers } from './update.js';

export function registerRevise(house: House): Disposable {
  const disposables = new Disposables();
  const documents = disposables.add(new ReadOnlyTexts('litshelf-review'));
  const [update, publication] = [vscode.l10n.t('Update Metadata'), vscode.l10n.t('Find Published Version')];
  disposables.add(
    registerCommands(house, {
      [commandIds.updateMetadata]: [update, async (first, rest) => updatePapers(house, documents, update, await papersInScope(house, update, first, rest, () => true), 'update')],
      [commandIds.findPublishedVersion]: [publication, async (first, rest) => updatePapers(house, documents, publication, await papersInScope(house, publication, first, rest, ({ paper }) => isPreprint(paper.fields)), 'publication')],
      [commandIds.mergePapers]: [vscode.l10n.t('Merge Papers'), (first, rest) => mergeTwoPapers(house, documents, first, rest)],
    }),
  );
  return disposables;
}
