/** The port Disk: written beside, then renamed over; one window at a time, and nothing that others wrote meanwhile is lost. */
import { createHash, randomUUID } from 'node:crypto';
import { access, constants, mkdir, open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { WriteError, type Disk, type Time, type WriteFault } from '../core/ports.js';
import { FolderLease } from './lease.js';
import { isFault } from './process-alive.js';

/** How often a file may change under us before we give up. */
const tries = 8;
const faults: Readonly<Record<string, WriteFault>> = { EACCES: 'readOnly', EPERM: 'readOnly', EROFS: 'readOnly', ENOSPC: 'full', EDQUOT: 'full', EFBIG: 'full', ENOENT: 'missing', ENOTDIR: 'missing' };
const mark = '\uFEFF';

export class AtomicFiles implements Disk {
  readonly #locks: string;
  readonly #time: Time;

  /** @param locks folder that all windows of the machine share */
  constructor(locks: string, time: Time) {
    this.#locks = locks;
    this.#time = time;
  }

  async update(file: string, change: (text: string) => string | undefined): Promise<boolean> {
    // a link keeps pointing where it points: what it names is written
    const target = await realpath(file).catch(() => file);
    const turn = await new FolderLease(this.#locks, `file${lettersOf(target)}`, this.#time, { poll: 20 }).take(new AbortController().signal);
    try {
      for (let count = 0; count < tries; count += 1) {
        const before = await readBytes(target);
        const text = decode(target, before);
        const after = change(text.startsWith(mark) ? text.slice(1) : text);
        if (after === undefined) return false;
        if (await replace(target, before, Buffer.from(text.startsWith(mark) ? mark + after : after))) return true;
      }
      throw new WriteError('restless', file, `${basename(file)} is being changed by another program again and again.`);
    } finally {
      await turn?.release({});
    }
  }
}

/** A path as a name of letters: two paths never share one in practice. */
function lettersOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 24).replace(/\d/gu, (digit) => String.fromCharCode(103 + Number(digit)));
}

async function readBytes(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (fault) {
    if (isFault(fault, 'ENOENT')) return undefined;
    throw toWriteError(file, fault);
  }
}

function decode(file: string, bytes: Buffer | undefined): string {
  try {
    return bytes === undefined ? '' : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new WriteError('notText', file, `${basename(file)} is not UTF-8 text.`, { cause });
  }
}

/** False when the file is no longer what it was. */
async function replace(file: string, before: Buffer | undefined, after: Buffer): Promise<boolean> {
  const folder = dirname(file);
  const beside = join(folder, `.${basename(file)}.${randomUUID()}.tmp`);
  try {
    // renaming would get around a file that may not be changed
    if (before !== undefined) await access(file, constants.W_OK);
    else await mkdir(folder, { recursive: true });
    const mode = before === undefined ? 0o666 : (await stat(file)).mode & 0o7777;
    const handle = await open(beside, 'wx', mode);
    try {
      if (before !== undefined) await handle.chmod(mode);
      await handle.writeFile(after);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const now = await readBytes(file);
    const same = before === undefined ? now === undefined : now?.equals(before) === true;
    if (same) await rename(beside, file);
    else await unlink(beside);
    return same;
  } catch (fault) {
    await unlink(beside).catch(() => undefined);
    throw fault instanceof WriteError ? fault : toWriteError(file, fault);
  }
}

function toWriteError(file: string, fault: unknown): WriteError {
  const code = (fault as NodeJS.ErrnoException).code ?? '';
  return new WriteError(faults[code] ?? 'unwritable', file, fault instanceof Error ? fault.message : String(fault), { cause: fault });
}
