/** A plan → changes of files. */
import type { Catalogue } from '../catalogue/catalogue.js';
import type { Layer } from '../catalogue/layer.js';
import { Filer, type Filing } from '../filing/changes.js';
import { placeIn, writeFields } from '../filing/fields.js';
import type { ImportPlan, ImportTarget } from '../lists/index.js';
import type { Category, PaperFields } from '../model/schema.js';

/** What a plan for one layer needs to know: its own papers, those that are shown together with them, and the whole tree. */
export function targetOf(catalogue: Catalogue, layer: Layer): { readonly target: ImportTarget; readonly others: readonly PaperFields[]; readonly tree: readonly Category[] } {
  const own = catalogue.papers.filter((shelved) => placeIn(shelved, layer) !== undefined);
  const here = new Set(own);
  return { target: { config: layer.config, papers: own.map(({ paper }) => paper) }, others: catalogue.papers.filter((shelved) => !here.has(shelved)).map(({ paper }) => paper.fields), tree: catalogue.categories };
}

/** Everything in one go. Papers that stand in the layer change there; new ones go to the files of the plan. */
export function filingOf(catalogue: Catalogue, layer: Layer, plan: ImportPlan): Filing {
  const filer = new Filer();
  for (const [file, papers] of plan.added) filer.paper(layer.source, file, ...papers.map((fields) => ({ kind: 'add' as const, fields, place: 'sorted' as const })));
  for (const [id, values] of plan.changed) {
    const shelved = catalogue.get(id);
    if (shelved !== undefined) writeFields(filer, layer, shelved, values);
  }
  filer.config(layer.source, ...plan.config);
  return filer.filing;
}
