/**
 * The port Lease as files in a folder that all windows of the machine share.
 *
 * Every turn is a file of its own, `<name>.<number>.turn`, and the highest number is the current one. To take the turn is to create
 * the next number: creation is exclusive, so of all windows that see a free turn one succeeds, and no file is ever taken away from
 * a holder. Only the holder writes its file (beside and renamed). A turn is free when its holder gave it back, when its holder's
 * process is gone, when its term is over, or when it was seen unchanged for a whole term by our own monotonic clock, which needs no
 * agreement about the time of day.
 */
import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Cancellation, Lease, LeaseState, Time, Turn } from '../core/ports.js';
import { isAlive, isFault } from './process-alive.js';
import { readTurn, type TurnFile } from './turn-file.js';

export interface LeaseOptions {
  /** Milliseconds that a turn lasts without renewal: longer than any request with its wait before it. */
  readonly term: number;
  /** Milliseconds between looks at a turn that another holds. */
  readonly poll: number;
  /** Milliseconds by which clocks may differ. */
  readonly skew: number;
}
const defaults: LeaseOptions = { term: 45_000, poll: 150, skew: 5_000 };
/** Old turns are kept a little: a window that read the folder long ago must not create a number anew. */
const kept = 3;

interface Seen {
  readonly text: string;
  readonly since: number;
}

export class FolderLease implements Lease {
  readonly #folder: string;
  readonly #name: string;
  readonly #time: Time;
  readonly #options: LeaseOptions;
  readonly #holder = randomUUID();
  #seen: Seen | undefined;

  /** `name`: what is shared, such as `arxiv`; letters only. */
  constructor(folder: string, name: string, time: Time, options: Partial<LeaseOptions> = {}) {
    this.#folder = folder;
    this.#name = name;
    this.#time = time;
    this.#options = { ...defaults, ...options };
  }

  async take(signal: Cancellation): Promise<Turn | undefined> {
    await mkdir(this.#folder, { recursive: true });
    while (!signal.aborted) {
      const current = await this.#current();
      if (current === undefined || this.#isFree(current)) {
        const turn = await this.#create((current?.number ?? 0) + 1, this.#inherited(current?.file));
        if (turn !== undefined) return turn;
      }
      // windows that began to wait together do not look together
      await this.#time.sleep(this.#options.poll * (0.5 + Math.random()), signal);
    }
    return undefined;
  }

  async #numbers(): Promise<number[]> {
    const pattern = new RegExp(`^${this.#name}\\.(\\d+)\\.turn$`, 'u');
    const numbers = (await readdir(this.#folder)).map((file) => pattern.exec(file)?.[1]).filter((number) => number !== undefined);
    return numbers.map(Number).sort((a, b) => b - a);
  }

  async #current(): Promise<{ number: number; text: string; file: TurnFile } | undefined> {
    const [number] = await this.#numbers();
    if (number === undefined) return undefined;
    try {
      const path = this.#path(number);
      const text = await readFile(path, 'utf8');
      return { number, text, file: readTurn(text) ?? { expires: (await stat(path)).mtimeMs + this.#options.term, state: {} } };
    } catch (fault) {
      // cleared away between the look into the folder and now
      if (isFault(fault, 'ENOENT')) return this.#current();
      throw fault;
    }
  }

  #isFree({ text, file }: { text: string; file: TurnFile }): boolean {
    if (file.released === true) return true;
    if (file.host === hostname() && file.pid !== undefined && !isAlive(file.pid)) return true;
    const now = this.#time.now();
    if (this.#seen?.text !== text) this.#seen = { text, since: now };
    return file.expires + this.#options.skew < this.#time.wall() || now - this.#seen.since > this.#options.term + this.#options.skew;
  }

  /** A holder that did not give the turn back may have been in the middle of a request: it ended now at the latest. */
  #inherited(file: TurnFile | undefined): LeaseState {
    if (file === undefined || file.released === true) return file?.state ?? {};
    return { ...file.state, lastRequest: this.#time.wall() };
  }

  /** Undefined when another was faster. */
  async #create(number: number, state: LeaseState): Promise<Turn | undefined> {
    const file: TurnFile = { holder: this.#holder, pid: process.pid, host: hostname(), expires: this.#time.wall() + this.#options.term, state };
    if (!(await this.#createFile(number, file))) return undefined;
    const numbers = await this.#numbers();
    if (numbers[0] !== number) {
      // the number had been used and cleared away since we read the folder
      await unlink(this.#path(number)).catch(() => undefined);
      return undefined;
    }
    for (const old of numbers.slice(kept)) await unlink(this.#path(old)).catch(() => undefined);
    let over = false;
    return {
      state,
      renew: async (next) => {
        if (over || (await this.#numbers())[0] !== number) return false;
        await this.#write(number, { ...file, expires: this.#time.wall() + this.#options.term, state: next });
        // taken over while we wrote: the other was free to do so
        return (await this.#numbers())[0] === number;
      },
      release: async (next) => {
        if (over) return;
        over = true;
        // a turn that was lost holds the state no more
        if ((await this.#numbers())[0] === number) await this.#write(number, { ...file, released: true, state: next });
      },
    };
  }

  /** Creates the file with its text in one step: a link to a finished file, or an exclusive file where links cannot be. */
  async #createFile(number: number, file: TurnFile): Promise<boolean> {
    const part = this.#part();
    try {
      await writeFile(part, JSON.stringify(file));
      await link(part, this.#path(number));
      return true;
    } catch (fault) {
      if (isFault(fault, 'EEXIST')) return false;
      if (!isFault(fault, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV')) throw fault;
      return await this.#createExclusively(number, file);
    } finally {
      await unlink(part).catch(() => undefined);
    }
  }

  async #createExclusively(number: number, file: TurnFile): Promise<boolean> {
    try {
      await writeFile(this.#path(number), JSON.stringify(file), { flag: 'wx' });
      return true;
    } catch (fault) {
      if (isFault(fault, 'EEXIST')) return false;
      throw fault;
    }
  }

  async #write(number: number, file: TurnFile): Promise<void> {
    const part = this.#part();
    await writeFile(part, JSON.stringify(file));
    await rename(part, this.#path(number));
  }

  #path(number: number): string {
    return join(this.#folder, `${this.#name}.${number}.turn`);
  }

  #part(): string {
    return join(this.#folder, `${this.#name}.${randomUUID()}.part`);
  }
}
