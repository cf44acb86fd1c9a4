/** Changes made one after the other to the papers of a plain file, gathered into splices at the end. */
import { compareText } from '../model/text.js';
import { cutBlocks } from './blocks.js';
import type { PaperChange, PaperPlace, ValueChange } from './changes.js';
import { coreEnd } from './core.js';
import { EditError } from './edit-error.js';
import { editValue } from './edit-value.js';
import { lineEnding } from './layout.js';
import { arrange, inFile, type Item, type Layout } from './order.js';
import type { ReadBlock } from './papers-file.js';
import { printPaper } from './print.js';
import { readBlock } from './read-block.js';
import { applySplices, composeSplices, joinSplices, sortSplices, type Splice } from './splice.js';

export class PapersWork {
  readonly #layout: Layout;
  readonly #eol: '\n' | '\r\n';
  /** What was read of each block, when it was. */
  readonly #read: readonly ReadBlock[] | undefined;
  /** Items of blocks that something was asked of. */
  readonly #touched = new Map<number, Item>();
  /** What is under an id now, as far as it was asked for or has changed; null when nothing is any more. */
  readonly #byId = new Map<string, Item | null>();
  /** Ids of items that were given one; the others' stand in their blocks. */
  readonly #ids = new Map<Item, string>();
  /** All papers in their new order, from the first change of order on. */
  #order: Item[] | undefined;

  constructor(layout: Layout, read: readonly ReadBlock[] | undefined) {
    this.#layout = layout;
    this.#eol = lineEnding(layout.text);
    this.#read = read;
  }

  make(change: PaperChange): void {
    switch (change.kind) {
      case 'add': {
        const { fields, place = 'end' } = change;
        if (this.#find(fields.id)) throw new EditError(`The file already has a paper ${fields.id}.`);
        this.#put(printPaper(fields, { indent: this.#layout.indent, eol: this.#eol }), fields.id, place);
        return;
      }
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

  /** Sorted splices against the text of the layout. */
  splices(): Splice[] {
    const { text, blocks } = this.#layout;
    if (!this.#order) {
      return joinSplices(sortSplices([...this.#touched].flatMap(([index, item]) => (blocks[index] ? inFile(item.splices, blocks[index]) : []))));
    }
    const splices = arrange(this.#layout, this.#order);
    const whole = blocks.length === 0 && splices.length > 0 ? cutBlocks(applySplices(text, splices)) : undefined;
    if (whole && (!whole.regular || whole.blocks.length !== this.#order.length)) throw new EditError('The file holds no list to add papers to; write "- id: …" in its first column by hand.');
    return splices;
  }

  #edit(change: ValueChange & { readonly id: string }): void {
    const item = this.#need(change.id);
    const [field] = change.path;
    if (field === undefined) throw new EditError('A change needs a field.');
    const renames = field === 'id' && change.kind === 'set' && change.path.length === 1 && typeof change.value === 'string' ? change.value : undefined;
    if (field === 'id' && renames === undefined) throw new EditError(`The id of ${change.id} cannot be removed, and must be text.`);
    if (renames !== undefined && renames !== change.id && this.#find(renames)) throw new EditError(`The file already has a paper ${renames}.`);
    const source = item.text ?? this.#blockText(item);
    const splices = editValue(source, { ...change, path: [0, ...change.path] }, 'papers', this.#eol);
    item.text = applySplices(source, splices);
    item.splices = composeSplices(item.splices, splices);
    if (renames === undefined) return;
    this.#byId.set(change.id, null).set(renames, item);
    this.#ids.set(item, renames);
  }

  #move(id: string, place: PaperPlace): void {
    const item = this.#need(id);
    if (typeof place === 'object' && place.after === id) return;
    const order = this.#arranged();
    const others = order.filter((other) => other !== item);
    if (this.#indexOf(place, id, others) === order.indexOf(item)) return;
    const source = item.text ?? this.#blockText(item);
    const paper = source.slice(0, coreEnd(source, this.#layout.indent));
    this.#takeOut(item);
    this.#put(paper.endsWith('\n') ? paper : paper + this.#eol, id, place);
  }

  #put(text: string, id: string, place: PaperPlace): void {
    const item: Item = { block: undefined, text, splices: [] };
    this.#ids.set(item, id);
    const order = this.#arranged();
    order.splice(this.#indexOf(place, id, order), 0, item);
    this.#byId.set(id, item);
  }

  #takeOut(item: Item): void {
    const order = this.#arranged();
    order.splice(order.indexOf(item), 1);
    const id = this.#idOf(item);
    if (id !== undefined) this.#byId.set(id, null);
  }

  #indexOf(place: PaperPlace, id: string, items: readonly Item[]): number {
    if (place === 'start') return 0;
    if (place === 'end') return items.length;
    if (place !== 'sorted') return items.indexOf(this.#need(place.after)) + 1;
    const next = items.findIndex((item) => compareText(this.#idOf(item) ?? '', id) > 0);
    return next < 0 ? items.length : next;
  }

  #arranged(): Item[] {
    this.#order ??= this.#layout.blocks.map((_, index) => this.#item(index));
    return this.#order;
  }

  #item(index: number): Item {
    const known = this.#touched.get(index);
    if (known) return known;
    const item: Item = { block: index, text: undefined, splices: [] };
    this.#touched.set(index, item);
    return item;
  }

  #need(id: string): Item {
    const item = this.#find(id);
    if (!item) throw new EditError(`There is no paper ${id} in this file.`);
    return item;
  }

  #find(id: string): Item | undefined {
    const now = this.#byId.get(id);
    if (now !== undefined) return now ?? undefined;
    const index = this.#read ? this.#read.findIndex(({ fields }) => fields?.id === id) : this.#search(id);
    if (index < 0) return undefined;
    const item = this.#item(index);
    this.#byId.set(id, item);
    return item;
  }

  /** The block of an id in a text that was not read: the id stands somewhere in it, so only blocks that hold it are looked at. */
  #search(id: string): number {
    const { text, blocks } = this.#layout;
    let index = 0;
    for (let at = text.indexOf(id); at >= 0 && id !== ''; at = text.indexOf(id, blocks[index]?.end ?? text.length)) {
      while (index < blocks.length - 1 && (blocks[index]?.end ?? 0) <= at) index += 1;
      if (this.#readId(index) === id) return index;
    }
    return -1;
  }

  #idOf(item: Item): string | undefined {
    return this.#ids.get(item) ?? (item.block === undefined ? undefined : this.#readId(item.block));
  }

  #readId(index: number): string | undefined {
    if (this.#read) return this.#read[index]?.fields?.id;
    const block = this.#layout.blocks[index];
    return block && readBlock(this.#layout.text.slice(block.start, block.end)).fields?.id;
  }

  #blockText(item: Item): string {
    const block = item.block === undefined ? undefined : this.#layout.blocks[item.block];
    return block ? this.#layout.text.slice(block.start, block.end) : '';
  }
}
