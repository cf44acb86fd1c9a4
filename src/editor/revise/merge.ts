/** Merge Papers: two records of one work become one, under the key that stays; the other key leads to it. */
import * as vscode from 'vscode';
import type { Shelved } from '../../core/catalogue/catalogue.js';
import { mergeIntoFirst } from '../../core/filing/index.js';
import { paperRow } from '../../core/outline/row.js';
import { escapeIcons } from '../shared/escape-icons.js';
import type { House } from '../shared/house.js';
import { loadRevise } from '../shared/load-revise.js';
import { UserError } from '../shared/messages.js';
import { papersFor } from '../shared/paper-arguments.js';
import { pickPaper } from '../shared/pick-paper.js';
import type { ReadOnlyTexts } from '../shared/read-only-texts.js';
import { isRow } from '../shared/selection.js';
import { writableLayers } from '../shared/target-catalogue.js';
import { review } from './review.js';
import { layerFor } from './target.js';

/** @returns the key that stays @throws CancellationError when dismissed; UserError when there are not two papers */
export async function mergeTwoPapers(house: House, documents: ReadOnlyTexts, first: unknown, rest: unknown): Promise<string | undefined> {
  const title = vscode.l10n.t('Merge Papers');
  const papers = await papersFor(house, title, first, rest);
  const [one] = papers;
  if (papers.length === 1 && one) papers.push(await pickPaper(await house.catalogue(), vscode.l10n.t('Merge {0} With', one.paper.id)));
  const [a, b, ...more] = papers;
  if (!a || !b || more.length > 0) throw new UserError(vscode.l10n.t('Two papers become one: select two, or one and choose the other.'));
  if (a === b) throw new UserError(vscode.l10n.t('A paper cannot be merged with itself.'));
  // keys that are given say which is which
  const given = typeof first === 'object' && first !== null && !isRow(first);
  const [stays, goes] = given ? [a, b] : await whichStays(title, a, b);
  const { choicesOf, mergePapers, proposedChanges } = await loadRevise();
  const proposal = { mine: stays.paper.fields, theirs: goes.paper.fields, how: 'merge' } as const;
  const merged = (wanted: ReadonlySet<string>) => mergePapers(proposal.mine, proposal.theirs, choicesOf(proposal, wanted)).fields;
  const changes = proposedChanges(proposal);
  const reason = vscode.l10n.t('{0} goes, and leads to {1}', goes.paper.id, stays.paper.id);
  const [wanted = new Set<string>()] = changes.length === 0 ? [] : await review(vscode.l10n.t('Merge {0} into {1}', goes.paper.id, stays.paper.id), [{ proposal, changes, reason, after: merged }], documents);
  const target = await layerFor(house, [stays]);
  if (!target) return undefined;
  const personal = (await writableLayers(house)).find(({ source }) => source.kind === 'personal');
  const label = vscode.l10n.t('Merged {0} into {1}', goes.paper.id, stays.paper.id);
  if (await house.changes.make(label, mergeIntoFirst(await house.catalogue(), { target, personal }, stays, goes, merged(wanted)))) house.messages.changed(label);
  return stays.paper.id;
}

async function whichStays(title: string, a: Shelved, b: Shelved): Promise<readonly [Shelved, Shelved]> {
  const item = (stays: Shelved, goes: Shelved) => {
    const { label, description } = paperRow(stays.paper);
    return { stays, goes, label: escapeIcons(stays.paper.id), description: escapeIcons(description), detail: escapeIcons(label) };
  };
  const picked = await vscode.window.showQuickPick([item(a, b), item(b, a)], { title, placeHolder: vscode.l10n.t('Which citation key stays? The other one goes on leading to the paper.'), ignoreFocusOut: true });
  if (!picked) throw new vscode.CancellationError();
  return [picked.stays, picked.goes];
}
