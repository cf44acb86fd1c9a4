/** Changes made one after the other to the papers of a plain file, gathered into splices at the end. */
import { compareText } from '../model/text.js';
import { cutBlocks, scanItems } from './blocks.js';
import { asAddress, named, type PaperAddress, type PaperChange, type PaperPlace, type ValueChange } from './changes.js';
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
  /** What is under an id now, as far as it was asked for or has changed. */
  readonly #byId = new Map<string, Item>();
  /** Ids of items that were given one; the others' stand in their blocks. */
  readonly #ids = new Map<Item, string>();
  /** Items that were taken out. */
  readonly #gone = new Set<Item>();
  /** All papers in their new order, from the first change of order on; those that were taken out, too. */
  #order: Item[] | undefined;

  constructor(layout: Layout, read: readonly ReadBlock[] | undefined) {
    this.#layout = layout;
    this.#eol = lineEnding(layout.text);
    this.#read = read;
  }

  make(change: PaperChange): void {
    switch (change.kind) {
      case 'add': {
        const { fields, place = 'end', source } = change;
        if (this.#find(fields.id)) throw new EditError(`The file already has a paper ${fields.id}.`);
        this.#put((source === undefined ? undefined : this.#asItem(source, fields.id)) ?? printPaper(fields, { indent: this.#layout.indent, eol: this.#eol }), fields.id, place);
        return;
      }
      case 'remove':
        this.#takeOut(this.#need(change));
        return;
      case 'move':
        this.#move(change, change.place);
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
    const order = this.#present();
    const splices = arrange(this.#layout, order);
    const whole = blocks.length === 0 && splices.length > 0 ? cutBlocks(applySplices(text, splices)) : undefined;
    if (whole && (!whole.regular || whole.blocks.length !== order.length)) throw new EditError('The file holds no list to add papers to; write "- id: …" in its first column by hand.');
    return splices;
  }

  /** An item of another file in the form that this one needs; undefined when it would not be the same paper here. */
  #asItem(source: string, id: string): string | undefined {
    const { indent } = this.#layout;
    const text = source.slice(0, coreEnd(source, indent)).replace(/\r?\n/gu, this.#eol);
    const item = text.endsWith('\n') ? text : text + this.#eol;
    const [only, ...others] = scanItems(item, 0, item.length, indent) ?? [];
    const { fields, findings } = readBlock(item);
    // an alias needs its anchor, which stays behind
    const whole = fields?.id === id && !findings.some(({ rule }) => rule === 'yaml-syntax');
    return only?.start === 0 && others.length === 0 && whole ? item : undefined;
  }

  #edit(change: ValueChange & PaperAddress): void {
    const item = this.#need(change);
    const [field] = change.path;
    if (field === undefined) throw new EditError('A change needs a field.');
    const renames = field === 'id' && change.kind === 'set' && change.path.length === 1 && typeof change.value === 'string' ? change.value : undefined;
    if (field === 'id' && renames === undefined) throw new EditError(`The id of ${named(change)} cannot be removed, and must be text.`);
    const own = renames === undefined ? undefined : this.#idOf(item);
    if (renames !== undefined && renames !== own && this.#find(renames)) throw new EditError(`The file already has a paper ${renames}.`);
    const source = item.text ?? this.#blockText(item);
    const splices = editValue(source, { ...change, path: [0, ...change.path] }, 'papers', this.#eol);
    item.text = applySplices(source, splices);
    item.splices = composeSplices(item.splices, splices);
    if (renames === undefined) return;
    if (own !== undefined && this.#byId.get(own) === item) this.#byId.delete(own);
    this.#byId.set(renames, item);
    this.#ids.set(item, renames);
  }

  #move(address: PaperAddress, place: PaperPlace): void {
    const item = this.#need(address);
    const id = this.#idOf(item) ?? address.id;
    if (typeof place === 'object' && this.#need(asAddress(place.after)) === item) return;
    const order = this.#present();
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
    this.#arranged();
    this.#gone.add(item);
    const id = this.#idOf(item);
    if (id !== undefined && this.#byId.get(id) === item) this.#byId.delete(id);
  }

  #indexOf(place: PaperPlace, id: string, items: readonly Item[]): number {
    if (place === 'start') return 0;
    if (place === 'end') return items.length;
    if (place !== 'sorted') return items.indexOf(this.#need(asAddress(place.after))) + 1;
    const next = items.findIndex((item) => !this.#gone.has(item) && compareText(this.#idOf(item) ?? '', id) > 0);
    return next < 0 ? items.length : next;
  }

  #arranged(): Item[] {
    this.#order ??= this.#layout.blocks.map((_, index) => this.#item(index));
    return this.#order;
  }

  #present(): Item[] {
    return this.#arranged().filter((item) => !this.#gone.has(item));
  }

  #item(index: number): Item {
    const known = this.#touched.get(index);
    if (known) return known;
    const item: Item = { block: index, text: undefined, splices: [] };
    this.#touched.set(index, item);
    return item;
  }

  #need({ id, item: index }: PaperAddress): Item {
    const item = index === undefined ? this.#find(id) : this.#layout.blocks[index] && this.#item(index);
    if (!item || this.#gone.has(item)) throw new EditError(`There is no paper ${named({ id, item: index })} in this file.`);
    return item;
  }

  #find(id: string): Item | undefined {
    const now = this.#byId.get(id);
    if (now) return now;
    const index = this.#read ? this.#read.findIndex(({ fields }, at) => fields?.id === id && this.#holds(at, id)) : this.#search(id);
    if (index < 0) return undefined;
    const item = this.#item(index);
    this.#byId.set(id, item);
    return item;
  }

  /** Whether a block that had an id has it still. */
  #holds(index: number, id: string): boolean {
    const item = this.#touched.get(index);
    return !item || (!this.#gone.has(item) && (this.#ids.get(item) ?? id) === id);
  }

  /** The block of an id in a text that was not read: the id stands somewhere in it, so only blocks that hold it are looked at. */
  #search(id: string): number {
    const { text, blocks } = this.#layout;
    let index = 0;
    for (let at = text.indexOf(id); at >= 0 && id !== ''; at = text.indexOf(id, blocks[index]?.end ?? text.length)) {
      while (index < blocks.length - 1 && (blocks[index]?.end ?? 0) <= at) index += 1;
      if (this.#readId(index) === id && this.#holds(index, id)) return index;
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
