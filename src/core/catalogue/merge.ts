/** Layers → one catalogue. A higher layer overrides a paper by identity, field by field; a tombstone hides it. */
import { contradict, identifiers, sameWork, titleIdentity } from '../model/identity.js';
import { toPaper, type Paper } from '../model/paper.js';
import type { Category, PaperFields, SourceList } from '../model/schema.js';
import { foldWords } from '../model/text.js';
import { Catalogue, type Shelved } from './catalogue.js';
import type { Layer, Place } from './layer.js';

/** A paper while its layers are being stacked. */
interface Slot {
  places: Place[];
  removed: boolean;
}

/** Fields are the same object for as long as their text is, so what is made of them is kept by it. */
const papers = new WeakMap<PaperFields, Paper>();
/** By the fields of the lowest record: a paper whose records did not change keeps its object from merge to merge. */
const shelvedOf = new WeakMap<PaperFields, Shelved>();
/** What a paper is known by. */
interface Identity {
  readonly identifiers: readonly string[];
  /** The first letters of the title. */
  readonly beginning: string;
  /** Made when a lower layer has a title that begins so; '' when there is no title or no author. */
  title: string | undefined;
}
const identities = new WeakMap<PaperFields, Identity>();

/** Stacks layers, lowest first. What did not change keeps its objects, so that a comparison by `===` finds what did. */
export function mergeLayers(layers: readonly Layer[]): Catalogue {
  const slots = stack(layers);
  const shelved = slots.filter((slot) => !slot.removed).map(shelve);
  return new Catalogue({
    layers,
    papers: shelved,
    hidden: slots.flatMap(({ removed, places }) => (removed ? [shelve({ removed, places: places.filter(({ fields }) => fields.removed !== true) })] : [])),
    categories: mergeCategories(layers.map((layer) => layer.config.categories)),
    lists: mergeLists(layers),
  });
}

/**
 * Does what merging will need to know of a layer's papers and keeps it, a piece at a time, so that the merge itself is short.
 * Yields after every few papers.
 */
export function* prepareMerge(layer: Layer): Generator<void, void> {
  let count = 0;
  for (const { entries } of layer.files.values()) {
    for (const { fields } of entries) {
      void identityOf(fields);
      void paperOf(fields);
      if (++count % piece === 0) yield;
    }
  }
}

/** Papers between two pauses: well under a millisecond. */
const piece = 100;

function stack(layers: readonly Layer[]): Slot[] {
  const slots: Slot[] = [];
  const byIdentifier = new Map<string, Slot>();
  const byKey = new Map<string, Slot>();
  for (const [index, layer] of layers.entries()) {
    // A layer overrides the layers below it, never itself: two records of one work in one layer are a problem to be reported, not merged.
    const lower = slots.length;
    const byTitle = new TitleIndex(slots, lower);
    const added: Slot[] = [];
    const covered = new Set<Slot>();
    const hidden = lower === 0 ? noKeys : hiddenBy(layer);
    for (const [file, { entries }] of layer.files) {
      for (const entry of entries) {
        const place = { layer: layer.source, file, fields: entry.fields, cleared: entry.cleared ?? [] };
        const slot = lower === 0 ? undefined : findLower(entry.fields, byIdentifier, byKey, byTitle, hidden);
        if (slot && !covered.has(slot)) {
          covered.add(slot);
          slot.places.push(place);
          slot.removed = entry.fields.removed === true;
        } else if (entry.fields.removed !== true) {
          added.push({ places: [place], removed: false });
        }
      }
    }
    for (const slot of added) slots.push(slot);
    // what a layer holds is looked up by higher ones only
    if (layers.slice(index + 1).every(isEmpty)) break;
    for (const slot of [...added, ...covered]) {
      for (const { fields } of slot.places.slice(-1)) {
        for (const identifier of identityOf(fields).identifiers) if (!byIdentifier.has(identifier)) byIdentifier.set(identifier, slot);
        if (!byKey.has(fields.id)) byKey.set(fields.id, slot);
      }
    }
  }
  return slots;
}

const noKeys: ReadonlySet<string> = new Set();

/** Keys of the papers that a layer hides. */
function hiddenBy(layer: Layer): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { entries } of layer.files.values()) for (const { fields } of entries) if (fields.removed === true) keys.add(fields.id);
  return keys;
}

/** What the layer itself hides is covered by its tombstone alone: a record of the same work under another key, as of merged papers, stands in its stead. */
function findLower(fields: PaperFields, byIdentifier: ReadonlyMap<string, Slot>, byKey: ReadonlyMap<string, Slot>, byTitle: TitleIndex, hidden: ReadonlySet<string>): Slot | undefined {
  const mayCover = (slot: Slot) => fields.removed === true || !hidden.has(lowest(slot).id) || fields.id === lowest(slot).id;
  for (const identifier of identityOf(fields).identifiers) {
    const slot = byIdentifier.get(identifier);
    if (slot && mayCover(slot)) return slot;
  }
  const sameKey = byKey.get(fields.id);
  if (sameKey && mayCover(sameKey) && !contradict(lowest(sameKey), fields)) return sameKey;
  const titled = byTitle.find(fields);
  return titled && mayCover(titled) ? titled : undefined;
}

function lowest(slot: Slot): PaperFields {
  return slot.places[0]?.fields ?? { id: '' };
}

/** Titles of the lower layers, indexed only when an entry has to be found by its title. */
class TitleIndex {
  #slots: Map<string, Slot[]> | undefined;
  readonly #beginnings = new Set<string>();
  readonly #all: readonly Slot[];
  readonly #count: number;

  constructor(all: readonly Slot[], count: number) {
    this.#all = all;
    this.#count = count;
  }

  find(fields: PaperFields): Slot | undefined {
    if (this.#count === 0) return undefined;
    const index = this.#index();
    // most titles begin as none of the lower layers' does, and need not be folded to the end
    if (!this.#beginnings.has(identityOf(fields).beginning)) return undefined;
    return index.get(titleOf(fields))?.find((slot) => sameWork(lowest(slot), fields));
  }

  #index(): Map<string, Slot[]> {
    if (this.#slots) return this.#slots;
    this.#slots = new Map();
    for (const slot of this.#all.slice(0, this.#count)) {
      const title = titleOf(lowest(slot));
      if (title === '') continue;
      this.#beginnings.add(identityOf(lowest(slot)).beginning);
      const known = this.#slots.get(title);
      if (known) known.push(slot);
      else this.#slots.set(title, [slot]);
    }
    return this.#slots;
  }
}

function isEmpty(layer: Layer): boolean {
  return [...layer.files.values()].every(({ entries }) => entries.length === 0);
}

function identityOf(fields: PaperFields): Identity {
  let found = identities.get(fields);
  if (!found) identities.set(fields, (found = { identifiers: identifiers(fields), beginning: beginningOf(fields), title: undefined }));
  return found;
}

function titleOf(fields: PaperFields): string {
  return (identityOf(fields).title ??= titleIdentity(fields) ?? '');
}

/** The first letters of a title, folded: the same for titles that differ in punctuation and accents only. */
function beginningOf({ title = '' }: PaperFields): string {
  const letters = (text: string) => foldWords(text).replace(/ /gu, '').slice(0, 6);
  const some = letters(title.slice(0, 24));
  return some.length < 6 ? letters(title) : some;
}

function shelve(slot: Slot): Shelved {
  const [first, ...rest] = slot.places;
  if (!first) throw new Error('a paper without a place');
  const old = shelvedOf.get(first.fields);
  if (old && old.places.length === slot.places.length && old.places.every((place, at) => samePlace(place, slot.places[at]))) return old;
  const shelved = { paper: rest.length === 0 ? paperOf(first.fields) : toPaper(overlay(slot.places)), places: slot.places };
  shelvedOf.set(first.fields, shelved);
  return shelved;
}

/** Same text in the same file; where in the file it stands may have moved. */
function samePlace(a: Place, b: Place | undefined): boolean {
  return b !== undefined && a.fields === b.fields && a.file === b.file && a.layer.id === b.layer.id;
}

function paperOf(fields: PaperFields): Paper {
  let paper = papers.get(fields);
  if (!paper) papers.set(fields, (paper = toPaper(fields)));
  return paper;
}

/** The lowest record with each higher one's fields laid over it; a field set to null by a higher layer is cleared. */
function overlay(places: readonly Place[]): PaperFields {
  const [first, ...rest] = places;
  const result: PaperFields = { ...(first?.fields ?? { id: '' }) };
  const aliases = new Set(result.aliases ?? []);
  for (const place of rest) {
    const { id, aliases: more, ...fields } = place.fields;
    // The key that is already cited stays; the other one still leads here.
    if (id !== result.id) aliases.add(id);
    for (const alias of more ?? []) aliases.add(alias);
    Object.assign(result, fields);
    for (const field of place.cleared) Reflect.deleteProperty(result, field);
  }
  return { ...result, ...(aliases.size > 0 ? { aliases: [...aliases] } : {}) };
}

/** Trees laid over each other: a category known below keeps its place and takes the higher title; new ones come last. */
export function mergeCategories(trees: readonly (readonly Category[])[]): Category[] {
  const order: string[] = [];
  const merged = new Map<string, Category[]>();
  for (const tree of trees) {
    for (const category of tree) {
      const known = merged.get(category.id);
      if (known) known.push(category);
      else {
        order.push(category.id);
        merged.set(category.id, [category]);
      }
    }
  }
  return order.map((id) => {
    const same = merged.get(id) ?? [];
    const top = same[same.length - 1];
    const children = mergeCategories(same.map((category) => category.children ?? []));
    return {
      id,
      title: top?.title ?? id,
      description: same.reduce<string | undefined>((text, category) => category.description ?? text, undefined),
      children,
    };
  });
}

function mergeLists(layers: readonly Layer[]): SourceList[] {
  const lists = new Map<string, SourceList>();
  for (const layer of layers) for (const list of layer.config.lists) lists.set(list.id, list);
  return [...lists.values()];
}
