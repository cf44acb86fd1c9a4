/** What the cases measure: a catalogue folder on disk, and what is read of it before the clock starts. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LayerReader } from '../../src/core/catalogue/layer-reader.js';
import type { Layer } from '../../src/core/catalogue/layer.js';
import { diskPorts, layerSource } from './disk.js';

/** What a child process is told. */
export interface Subject {
  /** Folder of the catalogue. */
  readonly root: string;
  /** Folder of the bundled catalogue, which lies below every other one. */
  readonly bundled: string;
  /** Folder for snapshots. */
  readonly snapshots: string;
  readonly papers: number;
}

/** Figures by name, in milliseconds unless the name says otherwise. */
export type Figures = Readonly<Record<string, number>>;
export type Case = (subject: Subject) => Figures | Promise<Figures>;

/** Papers files by name (`papers/….yaml`). */
export function readTexts(root: string): Map<string, string> {
  const folder = path.join(root, 'papers');
  return new Map(readdirSync(folder).sort().map((name) => [`papers/${name}`, readFileSync(path.join(folder, name), 'utf8')]));
}

/** Texts joined to one file, as a catalogue that nobody has split. */
export function joinTexts(texts: ReadonlyMap<string, string>): string {
  return [...texts.values()].join('\n');
}

export async function readLayer(root: string, kind: Layer['source']['kind'], snapshots?: string): Promise<Layer> {
  const reader = new LayerReader(layerSource(root, kind), diskPorts(snapshots));
  await reader.load();
  if (!reader.layer) throw new Error(`${kind}: the layer was not read`);
  return reader.layer;
}

/** Milliseconds that `work` takes. */
export function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

export async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Takes what must not be optimised away. */
export function keep(value: unknown): void {
  (globalThis as { kept?: unknown }).kept = value;
}
