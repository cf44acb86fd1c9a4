/** Changes of a catalogue, by layer and file: what `core/yaml` turns into splices. */
import type { LayerSource } from '../catalogue/layer.js';
import type { PaperChange, ValueChange } from '../yaml/changes.js';

/** Changes of one papers file, one after the other. */
export interface PapersChange {
  readonly layer: LayerSource;
  /** Relative to the layer's folder: `papers/surveys.yaml`. */
  readonly file: string;
  readonly changes: readonly PaperChange[];
}

/** Changes of a layer's catalog.yaml. */
export interface ConfigChange {
  readonly layer: LayerSource;
  readonly changes: readonly ValueChange[];
}

/** Everything that one thing a person does changes; to be made whole or not at all. */
export interface Filing {
  readonly papers: readonly PapersChange[];
  readonly config: readonly ConfigChange[];
}

/** What cannot be done, in a sentence with the way out. */
export class FilingError extends Error {
  override readonly name = 'FilingError';
}

/** Collects changes; those of one file stay together, in the order in which they were made. */
export class Filer {
  readonly #papers = new Map<string, { layer: LayerSource; file: string; changes: PaperChange[] }>();
  readonly #config = new Map<string, { layer: LayerSource; changes: ValueChange[] }>();

  paper(layer: LayerSource, file: string, ...changes: readonly PaperChange[]): void {
    const key = `${layer.id} ${file}`;
    const known = this.#papers.get(key);
    if (known) known.changes.push(...changes);
    else if (changes.length > 0) this.#papers.set(key, { layer, file, changes: [...changes] });
  }

  config(layer: LayerSource, ...changes: readonly ValueChange[]): void {
    const known = this.#config.get(layer.id);
    if (known) known.changes.push(...changes);
    else if (changes.length > 0) this.#config.set(layer.id, { layer, changes: [...changes] });
  }

  get filing(): Filing {
    return { papers: [...this.#papers.values()], config: [...this.#config.values()] };
  }
}
