/** What the tree does with a catalogue that has been read: merging layers, grouping, filtering, opening a group. */
import type { Catalogue } from '../../src/core/catalogue/catalogue.js';
import { mergeLayers } from '../../src/core/catalogue/merge.js';
import { arrange } from '../../src/core/outline/arrange.js';
import { median } from '../shared/stats.js';
import { keep, readLayer, timed, type Case, type Subject } from './subject.js';

const filters = ['self', 'author:wang year:2020..', 'tag:distillation -tag:survey', 'cat:field-a has:code', '"language models" reasoning', 'venue:acl mathematical'];

/** Stacked on the bundled catalogue. `again`: with the catalogue before, one paper changed. */
export const merge: Case = async (subject) => {
  const layers = await readLayers(subject);
  const first = timed(() => mergeLayers(layers));
  const again = Array.from({ length: 11 }, () => {
    const [bundled, own] = layers;
    const [name, file] = [...(own?.files ?? [])][0] ?? [];
    if (!bundled || !own || name === undefined || !file) throw new Error('there is nothing to merge');
    const entries = file.entries.map((entry, at) => (at === 0 ? { ...entry, fields: { ...entry.fields, summary: String(Math.random()) } } : entry));
    const changed = { ...own, files: new Map([...own.files, [name, { ...file, entries }]]) };
    return timed(() => mergeLayers([bundled, changed]));
  });
  return { first, again: median(again) };
};

/** `first`: without a filter, just merged. `open`: the rows of a group that holds a tenth of the papers. */
export const group: Case = async (subject) => {
  const catalogue = await readCatalogue(subject);
  const show = () => arrange(catalogue, { groupBy: 'category', sortBy: 'title', filter: '' }).outline;
  let outline = show;
  const first = timed(() => {
    const made = show();
    outline = () => made;
  });
  const field = outline().roots.find((root) => root.id.endsWith('field-a')) ?? outline().roots[0];
  const open = timed(() => field && keep(outline().children(field)));
  return { first, warm: median(Array.from({ length: 11 }, () => timed(() => keep(show())))), open };
};

/** The whole catalogue through a query. `first` folds every paper's text. */
export const filter: Case = async (subject) => {
  const catalogue = await readCatalogue(subject);
  const show = (query: string) => timed(() => keep(arrange(catalogue, { groupBy: 'category', sortBy: 'title', filter: query })));
  const first = show('self');
  const warm = filters.flatMap((query) => Array.from({ length: 5 }, () => show(query)));
  return { first, warm: median(warm), slowest: Math.max(...warm) };
};

async function readLayers({ root, bundled, snapshots }: Subject) {
  return [await readLayer(bundled, 'bundled'), await readLayer(root, 'workspace', snapshots)];
}

async function readCatalogue(subject: Subject): Promise<Catalogue> {
  return mergeLayers(await readLayers(subject));
}
