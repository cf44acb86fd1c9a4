/** Update Metadata and Find Published Version: ask, show the differences, write what is ticked. */
import * as vscode from 'vscode';
import type { Shelved } from '../../core/catalogue/catalogue.js';
import { rewritePapers, type Rewrite } from '../../core/filing/index.js';
import type { House } from '../shared/house.js';
import { loadRevise } from '../shared/load-revise.js';
import type { MessageAction } from '../shared/messages.js';
import type { ReadOnlyTexts } from '../shared/read-only-texts.js';
import { review } from './review.js';
import { askServices, type Open, type Question } from './services.js';
import { layerFor } from './target.js';

/** What was done, for other extensions: citation keys. */
export interface Updated {
  readonly changed: readonly string[];
  readonly couldNotCheck: readonly string[];
}

/** @throws CancellationError when the progress or the review is dismissed; nothing is written then */
export async function updatePapers(house: House, documents: ReadOnlyTexts, title: string, papers: readonly Shelved[], question: Question): Promise<Updated> {
  const { reviewed, open, same, cancelled } = await askServices(house, vscode.l10n.t('{0}: asking the services', title), papers, question);
  const couldNotCheck = open.map(({ key }) => key);
  if (reviewed.length === 0) {
    tellNothing(house, documents, question, open, same);
    return { changed: [], couldNotCheck };
  }
  const [only] = reviewed;
  const rest = [open.length > 0 ? vscode.l10n.t('{0} could not be checked', open.length) : '', cancelled > 0 ? vscode.l10n.t('{0} not asked for', cancelled) : ''].filter(Boolean);
  const heading = [reviewed.length === 1 ? `${title}: ${only?.proposal.mine.id ?? ''}` : vscode.l10n.t('{0}: {1} papers', title, reviewed.length), ...rest].join(' · ');
  const wanted = await review(heading, reviewed, documents);
  const rewrites = await rewritesOf(house, reviewed.map(({ proposal }, at) => ({ proposal, wanted: wanted[at] ?? new Set<string>() })));
  const label = rewrites.length === 1 ? vscode.l10n.t('Updated {0}', rewrites[0]?.shelved.paper.id ?? '') : vscode.l10n.t('Updated {0} papers', rewrites.length);
  const target = await layerFor(house, rewrites.map(({ shelved }) => shelved));
  const written = target !== undefined && (await house.changes.make(label, rewritePapers(await house.catalogue(), target, rewrites)));
  if (written) house.messages.changed(label);
  else house.messages.done(vscode.l10n.t('Nothing was ticked, and nothing has changed'));
  if (open.length > 0) house.messages.tell(countOpen(open), showList(documents, open));
  return { changed: written ? rewrites.map(({ shelved }) => shelved.paper.id) : [], couldNotCheck };
}

/** Somebody may have written to a paper while the list was open: what was ticked is done to what it says now. */
async function rewritesOf(house: House, ticked: readonly { readonly proposal: Parameters<Awaited<ReturnType<typeof loadRevise>>['updatedFields']>[0]; readonly wanted: ReadonlySet<string> }[]): Promise<Rewrite[]> {
  const [{ updatedFields }, catalogue] = [await loadRevise(), await house.catalogue()];
  return ticked.flatMap(({ proposal, wanted }) => {
    const shelved = wanted.size === 0 ? undefined : catalogue.get(proposal.mine.id);
    return shelved ? [{ shelved, fields: updatedFields({ ...proposal, mine: shelved.paper.fields }, wanted) }] : [];
  });
}

function tellNothing({ messages }: House, documents: ReadOnlyTexts, question: Question, open: readonly Open[], same: number): void {
  const [only, ...others] = open;
  if (only && others.length === 0 && same === 0) {
    messages.tell(`${only.key}: ${only.why}`);
    return;
  }
  const unchanged = question === 'update' ? vscode.l10n.t('Nothing to update: {0} say what the services say.', countPapers(same)) : vscode.l10n.t('No publication was found for {0}.', countPapers(same));
  if (open.length === 0) messages.tell(unchanged);
  else messages.tell([same > 0 ? unchanged : '', countOpen(open)].filter(Boolean).join(' '), showList(documents, open));
}

function countPapers(count: number): string {
  return count === 1 ? vscode.l10n.t('1 paper') : vscode.l10n.t('{0} papers', count);
}

function countOpen(open: readonly Open[]): string {
  return open.length === 1 ? vscode.l10n.t('1 paper could not be checked.') : vscode.l10n.t('{0} papers could not be checked.', open.length);
}

function showList(documents: ReadOnlyTexts, open: readonly Open[]): MessageAction {
  const text = `${countOpen(open)}\n\n${open.map(({ key, title, why }) => `${key}: ${title}\n    ${why}\n`).join('\n')}`;
  return { title: vscode.l10n.t('Show List'), run: () => documents.show(vscode.l10n.t('could not be checked.txt'), text) };
}
