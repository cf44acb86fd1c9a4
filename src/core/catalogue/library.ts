/**
 * The library: keeps the layers in step with their files and tells what changed.
 * One road in for everything: text (from a file, an open document or the snapshot) → entries → layers → catalogue → one event.
 */
import { Emitter } from '../model/event.js';
import type { Disposable } from '../ports.js';
import { Catalogue } from './catalogue.js';
import { LayerReader, type LibraryPorts } from './layer-reader.js';
import type { Layer, LayerSource } from './layer.js';
import { mergeLayers, prepareMerge } from './merge.js';
import { Slices } from './slices.js';

export interface CatalogueChange {
  readonly before: Catalogue;
  readonly after: Catalogue;
}

export class Library implements Disposable {
  readonly #ports: LibraryPorts;
  readonly #changed = new Emitter<CatalogueChange>();
  readonly onDidChange = this.#changed.event;
  #readers: LayerReader[] = [];
  #catalogue = Catalogue.empty;
  /** Work is done one piece after the other, so that a slow read never overtakes a later one. */
  #queue: Promise<void> = Promise.resolve();

  constructor(ports: LibraryPorts) {
    this.#ports = ports;
  }

  get catalogue(): Catalogue {
    return this.#catalogue;
  }

  /** Shows these layers, lowest first. Known ones are kept as they are, new ones are read, others are dropped. */
  setLayers(sources: readonly LayerSource[]): Promise<void> {
    return this.#next(async () => {
      const known = new Map(this.#readers.map((reader) => [reader.source.id, reader]));
      this.#readers = sources.map((source) => known.get(source.id) ?? new LayerReader(source, this.#ports));
      const fresh = this.#readers.filter((reader) => !known.has(reader.source.id));
      if (fresh.length === 0) this.#publish();
      for (const reader of fresh) {
        await reader.load();
        // a personal catalogue that does not exist changes nothing
        if (reader !== fresh[0] && isEmpty(reader.layer)) continue;
        if (reader.layer) await new Slices(this.#ports.clock).run(prepareMerge(reader.layer));
        // Each layer shows as soon as it is there: the bundled papers never wait for a slow folder.
        this.#publish();
      }
    });
  }

  /** Files of a layer changed on disk: named ones are read again (all of them when none is named). */
  refresh(layer: string, names?: readonly string[]): Promise<void> {
    return this.#withReader(layer, (reader) => reader.refresh(names));
  }

  /** A document of a layer is open in an editor with this text; undefined when it no longer is. */
  setOpenText(layer: string, name: string, text: string | undefined): Promise<void> {
    return this.#withReader(layer, (reader) => reader.setOpenText(name, text));
  }

  /** Resolves when everything asked for so far is done. */
  settled(): Promise<void> {
    return this.#queue;
  }

  dispose(): void {
    this.#readers = [];
  }

  #withReader(layer: string, work: (reader: LayerReader) => Promise<boolean>): Promise<void> {
    return this.#next(async () => {
      const reader = this.#readers.find((one) => one.source.id === layer);
      if (reader && (await work(reader))) this.#publish();
    });
  }

  #next(work: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(work);
    this.#queue = done.catch((fault: unknown) => this.#ports.log.warn(`The catalogue could not be brought up to date: ${String(fault)}`));
    return done;
  }

  #publish(): void {
    const layers = this.#readers.map((reader) => reader.layer).filter((layer): layer is Layer => layer !== undefined);
    const before = this.#catalogue;
    this.#catalogue = mergeLayers(layers);
    this.#changed.fire({ before, after: this.#catalogue });
  }
}

function isEmpty(layer: Layer | undefined): boolean {
  return layer === undefined || (layer.files.size === 0 && layer.configProblems.length === 0 && layer.config.categories.length === 0 && layer.config.lists.length === 0);
}
