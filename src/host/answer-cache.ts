/**
 * The port Cache as a folder of bounded size, for the answers of the metadata services. One file a key, written beside and renamed:
 * after a crash there is the old text or the new one. Each file begins with a checksum; what does not match is dropped.
 * Several windows may use one folder: what one drops, the other finds missing. Losing a file costs a request.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cache, Log } from '../core/ports.js';
import { isFault } from './process-alive.js';

export interface FolderCacheOptions {
  /** Bytes in all; above it the oldest files go. */
  readonly limit: number;
}
const defaults: FolderCacheOptions = { limit: 50 * 1024 * 1024 };
/** After dropping, this share of the limit is filled: not every write has to look again. */
const roomAfter = 0.9;
/** A file being written is younger, in milliseconds; older ones are left from a crash. */
const partAge = 60_000;

export class FolderCache implements Cache {
  readonly #folder: string;
  readonly #log: Log;
  readonly #limit: number;
  /** Bytes in the folder as far as known; other windows' writes are seen at the next sweep. */
  #size: number | undefined;
  #sweeping: Promise<void> | undefined;

  constructor(folder: string, log: Log, options: Partial<FolderCacheOptions> = {}) {
    this.#folder = folder;
    this.#log = log;
    this.#limit = options.limit ?? defaults.limit;
  }

  async get(key: string): Promise<string | undefined> {
    const file = this.#file(key);
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (fault) {
      if (!isFault(fault, 'ENOENT')) this.#log.warn(`A kept answer could not be read: ${String(fault)}`);
      return undefined;
    }
    const [sum, value] = cut(text);
    if (sum === checksum(key, value)) return value;
    await unlink(file).catch(() => undefined);
    return undefined;
  }

  async set(key: string, value: string): Promise<void> {
    const text = `${checksum(key, value)}\n${value}`;
    const size = Buffer.byteLength(text);
    // one that fills a tenth of the cache would drive out all others
    if (size > this.#limit / 10) return;
    const part = join(this.#folder, `${randomUUID()}.part`);
    try {
      await mkdir(this.#folder, { recursive: true });
      await writeFile(part, text);
      await rename(part, this.#file(key));
    } catch (fault) {
      await unlink(part).catch(() => undefined);
      this.#log.warn(`An answer could not be kept: ${String(fault)}`);
      return;
    }
    if (this.#size !== undefined) this.#size += size;
    if (this.#size === undefined || this.#size > this.#limit) await (this.#sweeping ??= this.#sweep());
  }

  /** Counts the folder, clears what a crash left, and drops the oldest files when there is too much. */
  async #sweep(): Promise<void> {
    try {
      const files: { path: string; size: number; time: number }[] = [];
      for (const name of await readdir(this.#folder)) {
        const path = join(this.#folder, name);
        const found = await stat(path).catch(() => undefined);
        if (found === undefined) continue;
        if (name.endsWith('.answer')) files.push({ path, size: found.size, time: found.mtimeMs });
        else if (name.endsWith('.part') && Date.now() - found.mtimeMs > partAge) await unlink(path).catch(() => undefined);
      }
      let total = files.reduce((sum, file) => sum + file.size, 0);
      if (total > this.#limit) {
        files.sort((a, b) => a.time - b.time);
        for (const file of files) {
          if (total <= this.#limit * roomAfter) break;
          await unlink(file.path).catch(() => undefined);
          total -= file.size;
        }
      }
      this.#size = total;
    } catch (fault) {
      this.#log.warn(`Kept answers could not be counted: ${String(fault)}`);
    } finally {
      this.#sweeping = undefined;
    }
  }

  #file(key: string): string {
    return join(this.#folder, `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.answer`);
  }
}

function cut(text: string): [string, string] {
  const end = text.indexOf('\n');
  return end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end + 1)];
}

function checksum(key: string, value: string): string {
  return createHash('sha256').update(`${key}\n${value}`).digest('hex');
}
