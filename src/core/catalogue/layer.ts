/** A layer: one catalogue folder, as read. Layers are stacked, lowest first: bundled, workspaces, personal. */
import type { CatalogueConfig, PaperFields } from '../model/schema.js';
import type { Problem } from '../model/problem.js';
import type { PapersFile } from '../yaml/papers-file.js';

export type LayerKind = 'bundled' | 'workspace' | 'personal';

export interface LayerSource {
  /** Unique and stable, such as the folder's address. */
  readonly id: string;
  readonly kind: LayerKind;
  /** What people call it: the catalogue's folder as they see it. */
  readonly name: string;
  /** Address of the folder that holds catalog.yaml and papers/. */
  readonly root: string;
  /** Address of the same catalogue compiled at build time (see compiled.ts); then no YAML is read. */
  readonly compiled?: string | undefined;
}

export interface Layer {
  readonly source: LayerSource;
  readonly config: CatalogueConfig;
  /** Whether catalog.yaml could be read as one. */
  readonly configProblems: readonly Problem[];
  /** By name relative to the root (`papers/surveys.yaml`), sorted by name. */
  readonly files: ReadonlyMap<string, PapersFile>;
}

export const configFile = 'catalog.yaml';
export const papersFolder = 'papers';
export const emptyConfig: CatalogueConfig = { categories: [], lists: [] };

/** Where a paper's fields stand: by layer and file. The offsets move with every edit above and are looked up when needed. */
export interface Place {
  readonly layer: LayerSource;
  readonly file: string;
  readonly fields: PaperFields;
  /** Fields that this record sets to null, to clear what a lower layer says. */
  readonly cleared: readonly string[];
}

/** Whether a name inside a catalogue folder is one of the catalogue's files. */
export function isCatalogueFile(name: string): boolean {
  return name === configFile || isPapersFile(name);
}

export function isPapersFile(name: string): boolean {
  return /^papers\/[^/]+\.ya?ml$/iu.test(name) && !name.slice(papersFolder.length + 1).startsWith('.');
}

/** All problems of a layer, catalog.yaml's first. */
export function layerProblems(layer: Layer): Problem[] {
  return [...layer.configProblems, ...[...layer.files.values()].flatMap((file) => file.problems)];
}
