/** Changes of a papers file → the splices that make them and leave every other byte as it is. */
import { compareText } from '../model/text.js';
import { cutBlocks } from './blocks.js';
import type { PaperChange, PaperPlace, ValueChange } from './changes.js';
import { coreEnd } from './core.js';
import { EditError } from './edit-error.js';
import { editValue } from './edit-value.js';
import { editWhole } from './edit-whole.js';
import { lineEnding } from './layout.js';
import { arrange, type Item, type Layout } from './order.js';
import { stateOf, type PapersFile } from './papers-file.js';
import { printPaper } from './print.js';
import { readBlock } from './read-block.js';
import { applySplices, composeSplices, type Splice } from './splice.js';

export { EditError } from './edit-error.js';
export type { EditPath, PaperChange, PaperPlace, ValueChange } from './changes.js';

/**
 * Splices (sorted, not overlapping, against `text`) that make the changes one after the other.
 * `read`, what was read of this very text, spares the search for the papers; it may be left out or be out of date.
 * Throws EditError, and changes nothing, when an id or a path is not there, when the paper's text does not parse, or when
 * a change cannot be made without touching something else.
 */
export function editPapers(text: string, changes: readonly PaperChange[], read?: PapersFile): readonly Splice[] {
  const state = stateOf(read);
  const known = state?.text === text ? state : undefined;
  const cut = known ?? cutBlocks(text);
  if (!cut.regular) return editWhole(text, changes);
  const layout: Layout = { text, blocks: cut.blocks, indent: cut.indent, eol: lineEnding(text) };
  const ids = known ? known.blocks.map(({ fields }) => fields?.id) : [];
  const work = new PapersWork(layout, ids, known !== undefined);
  for (const change of changes) work.make(change);
  return work.splices();
}

class PapersWork {
  readonly #layout: Layout;
  readonly #items: Item[];
  /** Ids of the items met so far; of all when they are known from reading. */
  readonly #ids: Map<Item, string | undefined>;
  readonly #complete: boolean;

  constructor(layout: Layout, ids: readonly (string | undefined)[], complete: boolean) {
    this.#layout = layout;
    this.#items = layout.blocks.map((_, block) => ({ block, text: undefined, splices: [] }));
    this.#ids = new Map(complete ? this.#items.map((item, index) => [item, ids[index]]) : []);
    this.#complete = complete;
  }

  make(change: PaperChange): void {
    switch (change.kind) {
      case 'add':
        if (this.#find(change.fields.id)) throw new EditError(`The file already has a paper ${change.fields.id}.`);
        this.#put(this.#added(printPaper(change.fields, { indent: this.#layout.indent, eol: lineEnding(this.#layout.text) }), change.fields.id), change.fields.id, change.place ?? 'end');
        return;
      case 'remove':
        this.#takeOut(this.#need(change.id));
        return;
      case 'move':
        this.#move(change.id, change.place);
        return;
      case 'set':
      case 'unset':
      case 'insert':
        this.#edit(change);
    }
  }

  splices(): Splice[] {
    const splices = arrange(this.#layout, this.#items);
    const { text, blocks } = this.#layout;
    const whole = blocks.length === 0 && splices.length > 0 ? cutBlocks(applySplices(text, splices)) : undefined;
    if (whole && (!whole.regular || whole.blocks.length !== this.#items.length)) throw new EditError('The file holds no list to add papers to; write "- id: …" in its first column by hand.');
    return splices;
  }

  #edit(change: ValueChange & { readonly id: string }): void {
    const item = this.#need(change.id);
    if (change.path.length === 0) throw new EditError('A change needs a field.');
    if (change.path[0] === 'id') {
      if (change.kind !== 'set' || change.path.length > 1 || typeof change.value !== 'string') throw new EditError(`The id of ${change.id} cannot be removed or be anything but text.`);
      if (change.value !== change.id && this.#find(change.value)) throw new EditError(`The file already has a paper ${change.value}.`);
    }
    const source = item.text ?? this.#blockText(item);
    const splices = editValue(source, { ...change, path: [0, ...change.path] }, 'papers', lineEnding(this.#layout.text));
    item.text = applySplices(source, splices);
    item.splices = composeSplices(item.splices, splices);
    if (change.path[0] === 'id' && change.kind === 'set') this.#ids.set(item, String(change.value));
  }

  #move(id: string, place: PaperPlace): void {
    const item = this.#need(id);
    if (typeof place === 'object' && place.after === id) return;
    const from = this.#items.indexOf(item);
    const others = this.#items.filter((other) => other !== item);
    if (this.#indexOf(place, id, others) === from) return;
    const source = item.text ?? this.#blockText(item);
    const paper = source.slice(0, coreEnd(source, this.#layout.indent));
    this.#takeOut(item);
    this.#put(this.#added(paper.endsWith('\n') ? paper : paper + this.#layout.eol, id), id, place);
  }

  #added(text: string, id: string): Item {
    const item: Item = { block: undefined, text, splices: [] };
    this.#ids.set(item, id);
    return item;
  }

  #takeOut(item: Item): void {
    this.#items.splice(this.#items.indexOf(item), 1);
    this.#ids.delete(item);
  }

  #put(item: Item, id: string, place: PaperPlace): void {
    this.#items.splice(this.#indexOf(place, id, this.#items), 0, item);
  }

  #indexOf(place: PaperPlace, id: string, items: readonly Item[]): number {
    if (place === 'start') return 0;
    if (place === 'end') return items.length;
    if (place !== 'sorted') return items.indexOf(this.#need(place.after)) + 1;
    const next = items.findIndex((item) => {
      const other = this.#idOf(item);
      return other !== undefined && compareText(other, id) > 0;
    });
    return next < 0 ? items.length : next;
  }

  #need(id: string): Item {
    const item = this.#find(id);
    if (!item) throw new EditError(`There is no paper ${id} in this file.`);
    return item;
  }

  #find(id: string): Item | undefined {
    for (const [item, known] of this.#ids) if (known === id) return item;
    if (this.#complete) return undefined;
    const { text, blocks } = this.#layout;
    // the id stands somewhere in its paper's text: look only at the papers that hold it
    return this.#items.find((item) => {
      const block = item.block === undefined || this.#ids.has(item) ? undefined : blocks[item.block];
      return block !== undefined && text.slice(block.start, block.end).includes(id) && this.#idOf(item) === id;
    });
  }

  #idOf(item: Item): string | undefined {
    if (!this.#ids.has(item)) this.#ids.set(item, readBlock(item.text ?? this.#blockText(item)).fields?.id);
    return this.#ids.get(item);
  }

  #blockText(item: Item): string {
    const block = item.block === undefined ? undefined : this.#layout.blocks[item.block];
    return block ? this.#layout.text.slice(block.start, block.end) : '';
  }
}
