/** The port Files over Node's file system. Addresses are paths as the person wrote them. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { FileError, type FileFault, type Files, type FolderEntry } from '../core/ports.js';

export class NodeFiles implements Files {
  async list(folder: string): Promise<FolderEntry[]> {
    try {
      const entries = await readdir(folder);
      // symbolic links are what they lead to
      const found = await Promise.all(entries.map(async (name): Promise<FolderEntry> => ({ name, kind: (await isFolder(path.join(folder, name))) ? 'folder' : 'file' })));
      return found.sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (fault) {
      throw toFileError(folder, fault);
    }
  }

  async readText(file: string): Promise<string> {
    try {
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readFile(file));
    } catch (fault) {
      throw toFileError(file, fault);
    }
  }

  join(folder: string, name: string): string {
    return path.join(folder, ...name.split('/'));
  }
}

async function isFolder(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isDirectory();
  } catch {
    return false;
  }
}

function toFileError(file: string, fault: unknown): FileError {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  const kinds: Readonly<Record<string, FileFault>> = { ENOENT: 'missing', ENOTDIR: 'missing', EISDIR: 'not-a-file', ERR_FS_FILE_TOO_LARGE: 'too-large' };
  const reasons: Readonly<Record<string, string>> = { ENOENT: 'there is no such file', ENOTDIR: 'there is no such folder', EISDIR: 'it is a folder', EACCES: 'permission denied', EPERM: 'permission denied' };
  return new FileError(kinds[code] ?? 'unreadable', file, `${file} could not be read: ${reasons[code] ?? (fault instanceof Error ? fault.message : String(fault))}.`, { cause: fault });
}
