/** Writes papers to a catalogue, with the categories that are made for them. */
import * as vscode from 'vscode';
import type { Candidate } from '../../core/adding/index.js';
import type { Catalogue } from '../../core/catalogue/catalogue.js';
import type { Layer } from '../../core/catalogue/layer.js';
import { fileFor } from '../../core/catalogue/new-paper.js';
import { addCategory, refile } from '../../core/filing/index.js';
import type { UndoStep } from '../shared/catalogue-changes.js';
import type { House } from '../shared/house.js';
import { loadAdding } from '../shared/load-adding.js';
import { UserError } from '../shared/messages.js';
import { writableLayers } from '../shared/target-catalogue.js';
import { withTags, type Plan, type WantedCategory } from './plan.js';

/** What is added in several goes is one thing to take back. */
export interface Go {
  readonly step: UndoStep;
  /** How many papers went before. */
  readonly before: number;
}

/**
 * Adds papers to a layer, all or none.
 * @returns their citation keys, in the order given, and what was done in words
 * @throws UserError when it cannot be written
 */
export async function addWorks(house: House, layerId: string, works: readonly Candidate[], plan: Plan, { step, before }: Go = { step: Symbol('add'), before: 0 }): Promise<{ readonly keys: readonly string[]; readonly label: string }> {
  const { keyBook, newWork } = await loadAdding();
  const { ids: categories, config } = await prepareCategories(house, layerId, plan.categories ?? [], step);
  const layer = await layerOf(house, layerId);
  const book = keyBook(await house.catalogue());
  const papers = works.map(({ item, fields }) => {
    const keepKey = item.kind !== 'identifier' && item.kind !== 'title';
    const paper = newWork(withTags(fields, plan), { categories, added: new Date().toISOString().slice(0, 10), keepKey }, book.taken);
    book.take(paper.id);
    return paper;
  });
  const [first] = papers;
  const name = layer.source.name;
  const label = papers.length + before === 1 && first ? vscode.l10n.t('Added {0} to {1}', first.id, name) : vscode.l10n.t('Added {0} papers to {1}', papers.length + before, name);
  const changes = papers.map((fields) => ({ kind: 'add' as const, fields, place: 'sorted' as const }));
  await house.changes.make(label, { papers: [{ layer: layer.source, file: fileFor(layer, categories), changes }], config }, step);
  return { keys: papers.map(({ id }) => id), label };
}

/** The layer as it is now: each change makes a new one. */
async function layerOf(house: House, id: string): Promise<Layer> {
  const layer = (await writableLayers(house)).find(({ source }) => source.id === id);
  if (!layer) throw new UserError(vscode.l10n.t('The catalogue that papers go to is gone. "Litshelf: Choose Catalogue…" chooses another one.'));
  return layer;
}

/** The ids of categories. The last new one is made in the same go as the papers, others before: each may be the first below its parent. */
async function prepareCategories(house: House, layerId: string, wanted: readonly WantedCategory[], step: UndoStep) {
  const ids: string[] = [];
  let config: ReturnType<typeof addCategory>['config'] = [];
  let made: string | undefined;
  for (const one of wanted) {
    if ('id' in one) {
      ids.push(one.id);
      continue;
    }
    if (made !== undefined) await house.changes.make(vscode.l10n.t('Added the category {0}', made), { papers: [], config }, step);
    const filing = addCategory(await house.catalogue(), await layerOf(house, layerId), one.title, one.parent);
    ({ config } = filing);
    made = one.title;
    ids.push(filing.id);
  }
  return { ids, config };
}

/** Files a paper that is there in further categories. @throws UserError when it cannot be written */
export async function fileAsWell(house: House, layerId: string, key: string, wanted: readonly WantedCategory[]): Promise<void> {
  const step = Symbol('file');
  const { ids, config } = await prepareCategories(house, layerId, wanted, step);
  const label = vscode.l10n.t('Filed {0} in {1}', key, ids.join(', '));
  if (config.length > 0) await house.changes.make(label, { papers: [], config }, step);
  let changed = false;
  for (const to of ids) {
    const catalogue: Catalogue = await house.catalogue();
    const shelved = catalogue.get(key);
    if (shelved && (await house.changes.make(label, refile(catalogue, await layerOf(house, layerId), [shelved], { to }), step))) changed = true;
  }
  if (changed) house.messages.changed(label);
  else house.messages.done(vscode.l10n.t('{0} is filed there already', key));
}
