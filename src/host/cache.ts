/** The port Cache over the extension's storage folder: one file a key. Losing any of it costs time only. */
import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import type { Cache, Log } from '../core/ports.js';

export class StorageCache implements Cache {
  readonly #folder: vscode.Uri;
  readonly #log: Log;

  constructor(folder: vscode.Uri, log: Log) {
    this.#folder = folder;
    this.#log = log;
  }

  async get(key: string): Promise<string | undefined> {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(this.#file(key)));
    } catch {
      return undefined;
    }
  }

  async set(key: string, value: string): Promise<void> {
    const file = this.#file(key);
    // written beside and renamed: a crash in the middle leaves the old text or the new one
    const part = file.with({ path: `${file.path}.${process.pid}.part` });
    try {
      await vscode.workspace.fs.createDirectory(this.#folder);
      await vscode.workspace.fs.writeFile(part, new TextEncoder().encode(value));
      await vscode.workspace.fs.rename(part, file, { overwrite: true });
    } catch (fault) {
      this.#log.warn(`A snapshot could not be kept: ${String(fault)}`);
    }
  }

  #file(key: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#folder, `${fingerprint(key).slice(0, 32)}.json`);
  }
}

/** SHA-256 of a text, in hexadecimal. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
