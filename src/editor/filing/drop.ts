/** What becomes of rows that were dropped on the tree. */
import * as vscode from 'vscode';
import { internalCommandIds } from '../../contributions.js';
import { dropPapers, moveCategory, needsTarget } from '../../core/filing/index.js';
import type { Disposable } from '../../core/ports.js';
import { registerCommands } from '../shared/commands.js';
import { isDropped, type Dropped } from '../shared/dropped-rows.js';
import type { House } from '../shared/house.js';
import { UserError } from '../shared/messages.js';
import { targetLayer, writableLayers } from '../shared/target-catalogue.js';

export function registerDrop(house: House): Disposable {
  return registerCommands(house, {
    [internalCommandIds.dropRows]: [
      vscode.l10n.t('Drop'),
      async (dropped) => {
        if (!isDropped(dropped)) return;
        const [category, ...others] = dropped.categories;
        if (category === undefined) await dropOn(house, dropped);
        else if (others.length > 0 || dropped.papers.length > 0) throw new UserError(vscode.l10n.t('Drag one category at a time, or papers.'));
        else await moveBelow(house, category, dropped.onto === 'top' ? undefined : dropped.onto.category);
      },
    ],
  });
}

async function moveBelow(house: House, id: string, parent: string | undefined): Promise<void> {
  if (id === parent) return;
  const catalogue = await house.catalogue();
  const title = titleOf(house, id);
  const label = parent === undefined ? vscode.l10n.t('Moved {0} to the top', title) : vscode.l10n.t('Moved {0} below {1}', title, titleOf(house, parent));
  if (await house.changes.make(label, moveCategory(catalogue, id, parent))) house.messages.changed(label);
}

async function dropOn(house: House, { papers, onto }: Dropped): Promise<void> {
  if (onto === 'top') {
    house.messages.done(vscode.l10n.t('Drop papers on a category'));
    return;
  }
  const { category: to } = onto;
  const from = new Map<string, Set<string>>();
  for (const paper of papers) {
    const known = from.get(paper.key) ?? new Set<string>();
    if (paper.from !== undefined) known.add(paper.from);
    from.set(paper.key, known);
  }
  const what = from.size === 1 ? ([...from.keys()][0] ?? '') : vscode.l10n.t('{0} papers', from.size);
  const make = async (label: string, keep: boolean): Promise<boolean> => {
    const catalogue = await house.catalogue();
    const carried = [...from].flatMap(([key, ids]) => {
      const shelved = catalogue.get(key);
      return shelved ? [{ shelved, from: [...ids] }] : [];
    });
    const target = carried.some(({ shelved }) => needsTarget(catalogue, shelved)) ? await targetLayer(house) : (await writableLayers(house))[0];
    return target !== undefined && house.changes.make(label, dropPapers(catalogue, target, carried, to, { keep }));
  };
  if (to === undefined) {
    const label = vscode.l10n.t('Took {0} out of its category', what);
    if (await make(label, false)) house.messages.changed(label);
    return;
  }
  const label = vscode.l10n.t('Moved {0} to {1}', what, titleOf(house, to));
  if (!(await make(label, false))) return;
  const left = [...from.values()].some((ids) => [...ids].some((id) => id !== to));
  const keepBoth = async () => {
    if (house.changes.last !== label) throw new UserError(vscode.l10n.t('Something else was changed since. "Litshelf: File Under…" files a paper in one more category.'));
    await house.changes.undo();
    const copied = vscode.l10n.t('Filed {0} under {1} as well', what, titleOf(house, to));
    if (await make(copied, true)) house.messages.changed(copied);
  };
  // a tree is not told of the Ctrl key, so that copying is offered afterwards
  house.messages.changed(label, ...(left ? [{ title: vscode.l10n.t('Keep in Both'), run: () => house.messages.run(vscode.l10n.t('Keep in Both'), keepBoth) }] : []));
}

function titleOf(house: House, id: string): string {
  return house.library.catalogue.category(id)?.category.title ?? id;
}
