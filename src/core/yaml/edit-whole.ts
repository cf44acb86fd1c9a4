/** Changes of a papers file that is not a plain list: on the tree of the whole file, slower and more careful. */
import { isRecord } from './paths.js';
import { asAddress, named, type PaperAddress, type PaperChange, type ValueChange } from './changes.js';
import { EditError } from './edit-error.js';
import { editableTree, editValue } from './edit-value.js';
import { lineEnding } from './layout.js';
import { applySplices, composeSplices, type Splice } from './splice.js';
import { writtenValue } from './written.js';

/** Like editPapers. Papers cannot be moved in such a file. */
export function editWhole(text: string, changes: readonly PaperChange[]): Splice[] {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  let source = text.slice(bom);
  let total: Splice[] = [];
  // which item of the text before all changes stands where now; undefined for those that were put in
  const items: (number | undefined)[] = papersOf(source).map((_, index) => index);
  for (const change of changes) {
    const step = inFile(change, papersOf(source), items);
    const splices = editValue(source, step, 'papers', lineEnding(text));
    total = composeSplices(total, splices);
    source = applySplices(source, splices);
    if (change.kind === 'remove') items.splice(Number(step.path[0]), 1);
    if (change.kind === 'add' && step.kind === 'insert') items.splice(step.index ?? items.length, 0, undefined);
  }
  return total.map((splice) => ({ ...splice, start: splice.start + bom, end: splice.end + bom }));
}

function papersOf(source: string): readonly unknown[] {
  const value = writtenValue(editableTree(source), 'papers');
  if (!Array.isArray(value)) throw new EditError('The file is no list of papers and cannot be edited.');
  return value;
}

/** A change of a paper as a change of the file's list. */
function inFile(change: PaperChange, papers: readonly unknown[], items: readonly (number | undefined)[]): ValueChange {
  const find = (key: string): number => papers.findIndex((paper) => isRecord(paper) && paper['id'] === key);
  const need = (address: PaperAddress): number => {
    const index = address.item === undefined ? find(address.id) : items.indexOf(address.item);
    if (index < 0) throw new EditError(`There is no paper ${named(address)} in this file.`);
    return index;
  };
  switch (change.kind) {
    case 'add': {
      const { id } = change.fields;
      if (find(id) >= 0) throw new EditError(`The file already has a paper ${id}.`);
      const { place = 'end' } = change;
      const index = place === 'start' ? 0 : typeof place === 'object' ? need(asAddress(place.after)) + 1 : papers.length;
      return { kind: 'insert', path: [], index, value: change.fields };
    }
    case 'remove':
      return { kind: 'unset', path: [need(change)] };
    case 'move':
      throw new EditError('Papers can be moved only in a plain list: each begins with "- id: …" in the first column, and none refers to another.');
    case 'set':
    case 'unset':
    case 'insert': {
      if (change.path.length === 0) throw new EditError('A change needs a field.');
      const at = need(change);
      const paper = papers[at];
      const own = isRecord(paper) ? paper['id'] : undefined;
      if (change.path[0] === 'id' && (change.kind !== 'set' || change.path.length > 1 || typeof change.value !== 'string' || (change.value !== own && find(change.value) >= 0))) throw new EditError(`The id of ${named(change)} cannot be changed to that.`);
      return { ...change, path: [at, ...change.path] };
    }
  }
}
