/** Texts of files: an open document goes before the file; what was read is kept until the file changes. */
import * as vscode from 'vscode';
import type { Disposable, LocalFiles } from '../../core/ports.js';
import { debounced } from './debounce.js';

/** How long a file is believed unchanged without asking again, in milliseconds. Watchers tell sooner, where there are any. */
const trust = 1000;

interface Kept {
  readonly mtime: number;
  readonly size: number;
  readonly text: string;
  asked: number;
}

export class TextStore implements Disposable {
  readonly #files = new Map<string, Kept>();
  readonly #reading = new Map<string, Promise<string | undefined>>();
  readonly #watchers = new Map<string, vscode.FileSystemWatcher>();
  readonly #subscriptions: Disposable[];
  readonly #tell: () => void;

  /**
   * @param changed called, a moment later and once for many, when a text that was asked for may be another now
   * @param local reads what lies on this machine's disk; without it VS Code does
   */
  constructor(changed: () => void, private readonly local?: LocalFiles) {
    const soon = debounced<undefined>(100, () => '', changed);
    this.#tell = () => soon.call(undefined);
    this.#subscriptions = [
      soon,
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#touch(document.uri);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#touch(uri)),
    ];
  }

  /** Undefined when there is no such file, or it cannot be read. */
  async read(uri: vscode.Uri): Promise<string | undefined> {
    const id = uri.toString();
    const open = vscode.workspace.textDocuments.find((one) => one.uri.toString() === id && !one.isClosed);
    this.#watch(uri);
    if (open) return open.getText();
    const kept = this.#files.get(id);
    if (kept && Date.now() - kept.asked < trust) return kept.text;
    let reading = this.#reading.get(id);
    if (!reading) {
      reading = this.#readFile(uri, kept).finally(() => this.#reading.delete(id));
      this.#reading.set(id, reading);
    }
    return reading;
  }

  /** Names in a folder; empty when there is none. */
  async list(folder: vscode.Uri): Promise<readonly string[]> {
    try {
      return this.local && folder.scheme === 'file' ? await this.local.list(folder.fsPath) : (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
    } catch {
      return [];
    }
  }

  /** The file is read again when it is next asked for. */
  forget(uri: vscode.Uri): void {
    this.#files.delete(uri.toString());
    this.#tell();
  }

  dispose(): void {
    for (const one of [...this.#subscriptions, ...this.#watchers.values()]) one.dispose();
    this.#watchers.clear();
    this.#files.clear();
  }

  async #readFile(uri: vscode.Uri, kept: Kept | undefined): Promise<string | undefined> {
    try {
      const { mtime, size, isFile } = await this.#stat(uri);
      if (!isFile) return undefined;
      if (kept?.mtime === mtime && kept.size === size) {
        kept.asked = Date.now();
        return kept.text;
      }
      const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(await (this.local && uri.scheme === 'file' ? this.local.read(uri.fsPath) : vscode.workspace.fs.readFile(uri)));
      this.#files.set(uri.toString(), { mtime, size, text, asked: Date.now() });
      return text;
    } catch {
      this.#files.delete(uri.toString());
      return undefined;
    }
  }

  async #stat(uri: vscode.Uri): ReturnType<LocalFiles['stat']> {
    if (this.local && uri.scheme === 'file') return this.local.stat(uri.fsPath);
    const { mtime, size, type } = await vscode.workspace.fs.stat(uri);
    return { mtime, size, isFile: (type & vscode.FileType.File) !== 0 };
  }

  #touch(uri: vscode.Uri): void {
    if (this.#watchers.has(uri.toString())) this.#tell();
  }

  /** Files outside the workspace and those that are not there yet are watched as well. */
  #watch(uri: vscode.Uri): void {
    const id = uri.toString();
    if (this.#watchers.has(id) || this.#watchers.size > mostWatched) return;
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), escapeGlob(uri.path.slice(uri.path.lastIndexOf('/') + 1))));
    const forget = () => {
      this.#files.delete(id);
      this.#tell();
    };
    watcher.onDidChange(forget);
    watcher.onDidCreate(forget);
    watcher.onDidDelete(forget);
    this.#watchers.set(id, watcher);
  }
}

/** A window that has opened many projects stops watching more; stat still tells. */
const mostWatched = 200;

/** A name as a glob that matches it alone. */
function escapeGlob(name: string): string {
  return name.replace(/[*?{}[\]]/gu, (sign) => (sign === '{' || sign === '}' ? '?' : `[${sign}]`));
}
