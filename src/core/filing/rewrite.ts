/** Papers that say something else afterwards, as changes of files: after an update, or when two become one. */
import type { Catalogue, Shelved } from '../catalogue/catalogue.js';
import { emptyConfig, type Layer } from '../catalogue/layer.js';
import { contradict } from '../model/identity.js';
import { personalFields, type PaperFields } from '../model/schema.js';
import { Filer, FilingError, type Filing } from './changes.js';
import { writeFields, type FieldValues } from './fields.js';
import { hidePapers, homeOf } from './papers.js';

export interface Rewrite {
  readonly shelved: Shelved;
  /** What the paper is to say, whole; its key stays. */
  readonly fields: Partial<PaperFields>;
}

/** Only fields that differ are written, each paper's where it stands highest; of papers that only the bundled catalogue has, into `target`. */
export function rewritePapers(catalogue: Catalogue, target: Layer, rewrites: readonly Rewrite[]): Filing {
  const filer = new Filer();
  for (const { shelved, fields } of rewrites) writeFields(filer, homeOf(catalogue, shelved, target), shelved, changed(shelved.paper.fields, fields));
  return filer.filing;
}

const nowhere: Layer = { source: { id: '', kind: 'workspace', name: '', root: '' }, config: emptyConfig, configProblems: [], files: new Map() };

/** Whether a paper can be written to nowhere but the catalogue for new papers. */
export function needsTarget(catalogue: Catalogue, shelved: Shelved): boolean {
  return homeOf(catalogue, shelved, nowhere) === nowhere;
}

/**
 * The first paper says what `merged` says; the second one goes: from its files, or hidden where the bundled catalogue has it. What a
 * reader has read and starred is written into `personal`, if there is such a catalogue.
 */
export function mergeIntoFirst(catalogue: Catalogue, layers: { readonly target: Layer; readonly personal: Layer | undefined }, first: Shelved, second: Shelved, merged: Partial<PaperFields>): Filing {
  if (first.paper.id === second.paper.id) throw new FilingError('A paper cannot be merged with itself.');
  const [lowest] = first.places;
  if (lowest?.layer.kind === 'bundled' && contradict(lowest.fields, { ...merged, id: first.paper.id })) throw new FilingError(`The bundled catalogue has ${first.paper.id} under another identifier: keep that one, or merge the other way round.`);
  const filer = new Filer();
  const home = homeOf(catalogue, first, layers.target);
  const personal = layers.personal ?? home;
  const values = Object.entries(changed(first.paper.fields, merged));
  const own = Object.fromEntries(values.filter(([name]) => isPersonal(name)));
  const shared = Object.fromEntries(values.filter(([name]) => !isPersonal(name)));
  if (personal.source.id === home.source.id) writeFields(filer, home, first, { ...shared, ...own });
  else {
    writeFields(filer, home, first, shared);
    writeFields(filer, personal, first, own);
  }
  // hidden where the first one is written: only there can it be told that the identifiers of the second are the first one's now
  for (const { layer, file, changes } of hidePapers(home, [second]).papers) filer.paper(layer, file, ...changes);
  return filer.filing;
}

function isPersonal(field: string): boolean {
  return (personalFields as readonly string[]).includes(field);
}

function changed(before: Partial<PaperFields>, after: Partial<PaperFields>): FieldValues {
  const values: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (name !== 'id' && JSON.stringify(before[name]) !== JSON.stringify(after[name])) values[name] = after[name];
  }
  return values;
}
