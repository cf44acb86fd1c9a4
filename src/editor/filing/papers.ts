/** Where papers are: which categories, which catalogue, shown or hidden. */
import * as vscode from 'vscode';
import { commandIds } from '../../contributions.js';
import type { Catalogue, Shelved } from '../../core/catalogue/catalogue.js';
import { hidePapers, moveToLayer, refile, resetPapers, showPapers, tombstones, type Filing } from '../../core/filing/index.js';
import type { Disposable } from '../../core/ports.js';
import { registerCommands, type Run } from '../shared/commands.js';
import type { House } from '../shared/house.js';
import { papersFor } from '../shared/paper-arguments.js';
import { pickCategory } from '../shared/pick-category.js';
import { isRow, type RowHandle } from '../shared/selection.js';
import { targetLayer, writableLayers } from '../shared/target-catalogue.js';

export function registerPaperFiling(house: House): Disposable {
  /** A command on papers: says what it did, with the way back. */
  const onPapers = (title: string, make: (papers: Shelved[], first: unknown) => Promise<{ filing: Filing; label: string } | undefined>): [string, Run] => [
    title,
    async (first, rest) => {
      const made = await make(await papersFor(house, title, first, rest), first);
      if (made && (await house.changes.make(made.label, made.filing))) house.messages.changed(made.label);
    },
  ];
  const move = (title: string, copy: boolean) =>
    onPapers(title, async (papers) => {
      const { source, ...layer } = await pickLayer(house, title, papers);
      const label = copy ? vscode.l10n.t('Copied {0} to {1}', named(papers), source.name) : vscode.l10n.t('Moved {0} to {1}', named(papers), source.name);
      return { label, filing: moveToLayer({ source, ...layer }, papers, { copy }) };
    });

  return registerCommands(house, {
    [commandIds.fileUnder]: onPapers(vscode.l10n.t('File Under'), async (papers, argument) => {
      const target = await targetLayer(house);
      const to = categoryIn(argument) ?? (await pickCategory(house, vscode.l10n.t('File {0} Under', named(papers))));
      return { label: vscode.l10n.t('Filed {0} under {1}', named(papers), titleOf(house, to)), filing: refile(await house.catalogue(), target, papers, { to }) };
    }),
    [commandIds.takeOutOfCategory]: onPapers(vscode.l10n.t('Take Out of Category'), async (papers, argument) => {
      const from = isRow(argument) ? house.selection.view?.categoryOf(argument) : categoryIn(argument);
      const category = from ?? (await pickCategory(house, vscode.l10n.t('Take {0} Out Of', named(papers)), new Set(papers.flatMap(({ paper }) => paper.categories))));
      return { label: vscode.l10n.t('Took {0} out of {1}', named(papers), titleOf(house, category)), filing: refile(await house.catalogue(), await targetLayer(house), papers, { from: category, to: undefined }) };
    }),
    [commandIds.moveToCatalogue]: move(vscode.l10n.t('Move to Catalogue'), false),
    [commandIds.copyToCatalogue]: move(vscode.l10n.t('Copy to Catalogue'), true),
    [commandIds.deletePaper]: onPapers(vscode.l10n.t('Delete Paper'), async (papers) => {
      if (!(await confirmDeletion(papers))) return undefined;
      return { label: vscode.l10n.t('Deleted {0}', named(papers)), filing: hidePapers(await targetLayer(house), papers) };
    }),
    [commandIds.resetPaper]: onPapers(vscode.l10n.t('Reset to Bundled'), (papers) => Promise.resolve({ label: vscode.l10n.t('Reset {0} to the bundled catalogue', named(papers)), filing: resetPapers(papers) })),
    [commandIds.showHidden]: [vscode.l10n.t('Show Hidden Papers'), (first, rest) => showHidden(house, (Array.isArray(rest) ? (rest as unknown[]) : [first]).filter(isRow))],
  });
}

/** `{ category }`, from a keybinding or another extension. */
function categoryIn(argument: unknown): string | undefined {
  const { category } = (typeof argument === 'object' && argument !== null ? argument : {}) as { category?: unknown };
  return typeof category === 'string' ? category : undefined;
}

/** Deleting asks once; what only covers a bundled paper is hidden and can be shown again. */
async function confirmDeletion(papers: readonly Shelved[]): Promise<boolean> {
  const bundled = papers.filter(({ places }) => places.some(({ layer }) => layer.kind === 'bundled')).length;
  const detail = bundled === 0 ? vscode.l10n.t('It goes from its YAML file. "Litshelf: Undo Last Change" brings it back.') : vscode.l10n.t('Bundled papers are hidden, and "Litshelf: Show Hidden Papers…" brings them back.');
  const yes = bundled === papers.length ? vscode.l10n.t('Hide') : vscode.l10n.t('Delete');
  return (await vscode.window.showWarningMessage(vscode.l10n.t('Delete {0}?', named(papers)), { modal: true, detail }, yes)) === yes;
}

/** Shows those again that the rows stand for, else those that are picked from all. */
async function showHidden(house: House, rows: readonly RowHandle[]): Promise<void> {
  const catalogue = await house.catalogue();
  const keys = rows.flatMap((row) => house.selection.view?.hiddenKeys(row) ?? []);
  const picked = keys.length > 0 ? keys : await pickHidden(house, catalogue);
  if (picked.length === 0) return;
  const label = picked.length === 1 ? vscode.l10n.t('Showed {0} again', picked[0] ?? '') : vscode.l10n.t('Showed {0} papers again', picked.length);
  if (await house.changes.make(label, showPapers(catalogue, picked))) house.messages.changed(label);
}

async function pickHidden(house: House, catalogue: Catalogue): Promise<readonly string[]> {
  const bundled = new Map(catalogue.layers.filter(({ source }) => source.kind === 'bundled').flatMap(({ files }) => [...files.values()].flatMap(({ entries }) => entries.map(({ fields }) => [fields.id, fields.title ?? fields.id] as const))));
  const items = tombstones(catalogue).map(({ id, layer }) => ({ id, label: bundled.get(id) ?? id, description: id, detail: vscode.l10n.t('hidden by {0}', layer.source.name) }));
  if (items.length === 0) {
    house.messages.done(vscode.l10n.t('No paper is hidden'));
    return [];
  }
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Show Hidden Papers'), placeHolder: vscode.l10n.t('Papers to show again'), canPickMany: true, matchOnDescription: true });
  return (picked ?? []).map(({ id }) => id);
}

async function pickLayer(house: House, title: string, papers: readonly Shelved[]) {
  const layers = (await writableLayers(house)).filter(({ source }) => !papers.every(({ places }) => places.at(-1)?.layer.id === source.id));
  const picked = await vscode.window.showQuickPick(layers.map((layer) => ({ layer, label: layer.source.name, iconPath: new vscode.ThemeIcon(layer.source.kind === 'personal' ? 'account' : 'library') })), { title, placeHolder: vscode.l10n.t('A catalogue') });
  if (!picked) throw new vscode.CancellationError();
  return picked.layer;
}

function named(papers: readonly Shelved[]): string {
  return papers.length === 1 ? (papers[0]?.paper.id ?? '') : vscode.l10n.t('{0} papers', papers.length);
}

function titleOf(house: House, id: string): string {
  return house.library.catalogue.category(id)?.category.title ?? id;
}
