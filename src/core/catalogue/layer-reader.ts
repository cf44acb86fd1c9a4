/** Reads one catalogue folder and keeps it read: only what changed is read again, only changed papers are parsed again. */
import { compareText } from '../model/text.js';
import type { CatalogueConfig } from '../model/schema.js';
import type { Problem } from '../model/problem.js';
import { FileError, type Cache, type Clock, type Files, type Fingerprint, type Log } from '../ports.js';
import type * as Yaml from '../yaml/index.js';
import type { PapersFile } from '../yaml/papers-file.js';
import { fromCompiled } from './compiled.js';
import { configFile, emptyConfig, isPapersFile, papersFolder, type Layer, type LayerSource } from './layer.js';
import { Slices } from './slices.js';
import { configFromSnapshot, configToSnapshot, fromSnapshot, snapshotKey, toSnapshot } from './snapshot.js';

export interface LibraryPorts {
  readonly files: Files;
  readonly cache: Cache;
  readonly clock: Clock;
  readonly log: Log;
  readonly fingerprint: Fingerprint;
  /** Loads the reading of YAML, which a window that shows only the bundled catalogue never needs. */
  yaml(): Promise<Pick<typeof Yaml, 'readConfig' | 'readPapers'>>;
}

export class LayerReader {
  readonly source: LayerSource;
  readonly #ports: LibraryPorts;
  readonly #files = new Map<string, PapersFile>();
  readonly #openTexts = new Map<string, string>();
  #config: { config: CatalogueConfig; problems: readonly Problem[] } = { config: emptyConfig, problems: [] };
  #layer: Layer | undefined;

  constructor(source: LayerSource, ports: LibraryPorts) {
    this.source = source;
    this.#ports = ports;
  }

  /** What was read last; undefined until the first read is done. */
  get layer(): Layer | undefined {
    return this.#layer;
  }

  async load(): Promise<void> {
    if (this.source.compiled !== undefined) {
      this.#layer = fromCompiled(await this.#ports.files.readText(this.source.compiled), this.source);
      return;
    }
    await this.#readConfigFile();
    // all are asked for at once, since each answer waits for a message there and back; they are parsed one after the other
    const asked = (await this.#listPapers()).map((name) => ({ name, text: this.#read(name) }));
    await Promise.allSettled(asked.map(({ text }) => text));
    const slices = new Slices(this.#ports.clock);
    for (const { name, text } of asked) {
      await this.#takePapersFile(name, await text, slices);
      await slices.rest();
    }
    this.#publish();
  }

  /** Reads named files again, or looks at the whole folder when none is named. Tells whether anything is different now. */
  async refresh(names?: readonly string[]): Promise<boolean> {
    if (this.source.compiled !== undefined) return false;
    const before = this.#layer;
    const papers = names?.filter(isPapersFile);
    if (!names || names.includes(configFile)) await this.#readConfigFile();
    if (papers && names?.every((name) => name === configFile || isPapersFile(name))) {
      for (const name of papers) await this.#readPapersFile(name);
    } else {
      const present = new Set(await this.#listPapers());
      for (const name of [...this.#files.keys()]) if (!present.has(name)) this.#files.delete(name);
      for (const name of present) await this.#readPapersFile(name);
    }
    this.#publish();
    return this.#layer !== before;
  }

  async setOpenText(name: string, text: string | undefined): Promise<boolean> {
    if (text !== undefined && this.#openTexts.get(name) === text) return false;
    if (text === undefined) this.#openTexts.delete(name);
    else this.#openTexts.set(name, text);
    return this.refresh([name]);
  }

  #publish(): void {
    const old = this.#layer;
    const files = new Map([...this.#files].sort(([a], [b]) => compareText(a, b)));
    const same = old && old.config === this.#config.config && old.configProblems === this.#config.problems && old.files.size === files.size && [...files].every(([name, file]) => old.files.get(name) === file);
    if (!same) this.#layer = { source: this.source, config: this.#config.config, configProblems: this.#config.problems, files };
  }

  async #readConfigFile(): Promise<void> {
    const text = await this.#read(configFile);
    if (typeof text === 'string') this.#config = await this.#parseConfig(text);
    else this.#config = { config: emptyConfig, problems: text ? [faultProblem(configFile, text)] : [] };
  }

  /** From a snapshot when there is one, so that a warm start needs no YAML parser. What is being typed is not kept. */
  async #parseConfig(text: string): Promise<{ config: CatalogueConfig; problems: readonly Problem[] }> {
    const { cache, fingerprint } = this.#ports;
    const key = snapshotKey(this.source.id, configFile);
    const print = fingerprint(text);
    const kept = await cache.get(key);
    const known = kept === undefined ? undefined : configFromSnapshot(kept, print);
    if (known) return known;
    const read = (await this.#ports.yaml()).readConfig(text, configFile);
    if (!this.#openTexts.has(configFile)) this.#keep(key, configToSnapshot(read, print));
    return read;
  }

  /** Writing a snapshot is waited for by nobody. */
  #keep(key: string, snapshot: string): void {
    this.#ports.cache.set(key, snapshot).catch((fault: unknown) => this.#ports.log.warn(`A snapshot could not be kept: ${String(fault)}`));
  }

  async #listPapers(): Promise<string[]> {
    const open = [...this.#openTexts.keys()].filter(isPapersFile);
    try {
      const entries = await this.#ports.files.list(this.#ports.files.join(this.source.root, papersFolder));
      const names = entries.map((entry) => `${papersFolder}/${entry.name}`).filter(isPapersFile);
      return [...new Set([...names, ...open])].sort(compareText);
    } catch (fault) {
      if (!(fault instanceof FileError)) throw fault;
      if (fault.fault !== 'missing') this.#ports.log.warn(fault.message);
      return open;
    }
  }

  async #readPapersFile(name: string): Promise<void> {
    await this.#takePapersFile(name, await this.#read(name), new Slices(this.#ports.clock));
  }

  async #takePapersFile(name: string, text: string | FileError | undefined, slices: Slices): Promise<void> {
    if (text === undefined) {
      this.#files.delete(name);
      return;
    }
    if (text instanceof FileError) {
      this.#files.set(name, { file: name, entries: [], problems: [faultProblem(name, text)] });
      return;
    }
    this.#files.set(name, await this.#parse(name, text, this.#files.get(name), slices));
  }

  async #parse(name: string, text: string, previous: PapersFile | undefined, slices: Slices): Promise<PapersFile> {
    const { cache, fingerprint } = this.#ports;
    const key = snapshotKey(this.source.id, name);
    const print = previous ? undefined : fingerprint(text);
    if (print !== undefined) {
      const kept = await cache.get(key);
      const file = kept === undefined ? undefined : fromSnapshot(kept, { file: name, text, fingerprint: print });
      if (file) return file;
    }
    const { readPapers } = await this.#ports.yaml();
    const file = await slices.run(readPapers(text, name, previous));
    if (print !== undefined) this.#keep(key, toSnapshot(file, print));
    return file;
  }

  /** The text of a file of this layer: the open document's before the disk's; undefined when there is none; the fault when it cannot be read. */
  async #read(name: string): Promise<string | FileError | undefined> {
    const open = this.#openTexts.get(name);
    if (open !== undefined) return open;
    try {
      return await this.#ports.files.readText(this.#ports.files.join(this.source.root, name));
    } catch (fault) {
      if (!(fault instanceof FileError)) throw fault;
      return fault.fault === 'missing' ? undefined : fault;
    }
  }
}

function faultProblem(file: string, fault: FileError): Problem {
  return { file, range: { start: 0, end: 0 }, line: 1, column: 1, severity: 'error', rule: 'file-unreadable', message: fault.message };
}
