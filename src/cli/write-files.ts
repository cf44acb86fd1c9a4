/** Several files written at once: all of them or none. */
import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from './command.js';

export interface FileText {
  readonly file: string;
  /** What it says; undefined: it is not there, and neither need its folder be. */
  readonly before: string | undefined;
  readonly after: string;
}

interface Written extends FileText {
  /** What a link points to. */
  readonly target: string;
  readonly beside: string;
}

/**
 * Writes all texts beside their files first, then puts each in its place; mode and links stay.
 * @throws UsageError when a file has changed since it was read or cannot be written; then every file is as it was.
 */
export async function writeFiles(texts: readonly FileText[], failure = 'Nothing was fixed'): Promise<void> {
  const beside: Written[] = [];
  const done: Written[] = [];
  try {
    for (const text of texts) beside.push(await writeBeside(text));
    for (const one of beside) {
      // byte for byte: what is no UTF-8 was not read as it is
      if (one.before === undefined) {
        // fails where a file has come meanwhile
        await link(one.beside, one.target);
        done.push(one);
        await unlink(one.beside);
        continue;
      }
      if (!(await readFile(one.target)).equals(Buffer.from(one.before))) throw new Error('it is not UTF-8, or was changed by another program meanwhile');
      await rename(one.beside, one.target);
      done.push(one);
    }
  } catch (fault) {
    for (const one of done) await restore(one);
    for (const one of beside) await unlink(one.beside).catch(() => undefined);
    const failed = beside[done.length] ?? texts[beside.length];
    throw new UsageError(`${failure}: ${failed?.file ?? 'a file'} could not be written: ${fault instanceof Error ? fault.message : String(fault)}.`, { cause: fault });
  }
}

async function writeBeside(text: FileText): Promise<Written> {
  const { before } = text;
  if (before === undefined) await mkdir(path.dirname(text.file), { recursive: true });
  const target = before === undefined ? text.file : await realpath(text.file);
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID()}.tmp`);
  const { mode } = before === undefined ? { mode: 0o644 } : await stat(target);
  // renaming would get around a file that may not be changed
  if (before !== undefined) await (await open(target, 'r+')).close();
  const handle = await open(beside, 'wx', mode & 0o7777);
  try {
    await handle.chmod(mode & 0o7777);
    await handle.writeFile(text.after, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { ...text, target, beside };
}

async function restore({ target, beside, before }: Written): Promise<void> {
  if (before === undefined) {
    await unlink(target);
    return;
  }
  const { mode } = await stat(target);
  const handle = await open(beside, 'wx', mode & 0o7777);
  try {
    await handle.writeFile(before, 'utf8');
  } finally {
    await handle.close();
  }
  await rename(beside, target);
}
