/** The port Files over VS Code's file systems: local, remote and virtual alike. Addresses are URIs as text. */
import * as vscode from 'vscode';
import { FileError, type FileFault, type Files, type FolderEntry } from '../core/ports.js';

export { localFiles } from './local-files.js';

/** Nothing that people write by hand is larger, in bytes. */
const largest = 50 * 1024 * 1024;

export class WorkspaceFiles implements Files {
  async list(folder: string): Promise<FolderEntry[]> {
    const uri = vscode.Uri.parse(folder);
    try {
      const entries = await vscode.workspace.fs.readDirectory(uri);
      return entries
        .map(([name, type]): FolderEntry => ({ name, kind: (type & vscode.FileType.Directory) === 0 ? 'file' : 'folder' }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (fault) {
      throw toFileError(uri, fault);
    }
  }

  async readText(file: string): Promise<string> {
    const uri = vscode.Uri.parse(file);
    try {
      const { type, size } = await vscode.workspace.fs.stat(uri);
      if ((type & vscode.FileType.Directory) !== 0) throw new FileError('not-a-file', file, vscode.l10n.t('{0} is a folder where a file should be; rename or remove it.', shown(uri)));
      if (size > largest) throw new FileError('too-large', file, vscode.l10n.t('{0} is larger than 50 MB; split it into several files under papers/.', shown(uri)));
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
    } catch (fault) {
      throw toFileError(uri, fault);
    }
  }

  join(folder: string, name: string): string {
    return vscode.Uri.joinPath(vscode.Uri.parse(folder), ...name.split('/')).toString();
  }
}

function shown(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

function toFileError(uri: vscode.Uri, fault: unknown): FileError {
  if (fault instanceof FileError) return fault;
  const code = fault instanceof vscode.FileSystemError ? fault.code : '';
  const kinds: Readonly<Record<string, FileFault>> = { FileNotFound: 'missing', FileNotADirectory: 'missing', FileIsADirectory: 'not-a-file' };
  const detail = vscode.l10n.t('{0} could not be read: {1}', shown(uri), fault instanceof Error ? fault.message : String(fault));
  return new FileError(kinds[code] ?? 'unreadable', uri.toString(), detail, { cause: fault });
}
