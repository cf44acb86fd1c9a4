/** Writes files so that a reader never sees half of one. */
import { chmod, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from './command.js';

/** Beside, and renamed over it. A symbolic link stays one, and its file keeps its mode. @throws UsageError when it cannot be written */
export async function replaceFile(file: string, text: string): Promise<void> {
  const beside = (target: string) => `${target}.${process.pid}.tmp`;
  let target = file;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const real = await realpath(file).catch(() => undefined);
    target = real ?? file;
    const mode = real === undefined ? undefined : (await stat(real)).mode;
    await writeFile(beside(target), text);
    if (mode !== undefined) await chmod(beside(target), mode);
    await rename(beside(target), target);
  } catch (fault) {
    // where the path leads through a file there is nothing to take away
    await rm(beside(target), { force: true }).catch(() => undefined);
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
    throw new UsageError(`${file} could not be written: ${reasons[code] ?? (fault instanceof Error ? fault.message : String(fault))}`, { cause: fault });
  }
}

const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder; name a file.',
  EEXIST: 'a file is where a folder of its path should be.',
  ENOTDIR: 'a file is where a folder of its path should be.',
  EACCES: 'permission denied.',
  EPERM: 'permission denied.',
  EROFS: 'the disk is read-only.',
  ENOSPC: 'the disk is full.',
};
