/** A file system in memory that can be told to fail, as VS Code knows file systems: disks get full, servers say no. */
import * as vscode from 'vscode';

export class FaultyFiles implements vscode.FileSystemProvider {
  static readonly scheme = 'litfaulty';
  /** The same files, in a file system that takes no changes at all. */
  static readonly frozen = 'litfrozen';

  readonly #files = new Map<string, { bytes: Uint8Array; mtime: number }>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #registered: readonly vscode.Disposable[];
  #folders = 0;

  readonly onDidChangeFile = this.#changed.event;
  readonly readonly = new Set<string>();
  /** Asked before each write; an error is thrown in its place. */
  onWrite: ((name: string, bytes: Uint8Array) => Error | undefined) | undefined;
  afterWrite: ((name: string) => void) | undefined;

  constructor() {
    this.#registered = [
      vscode.workspace.registerFileSystemProvider(FaultyFiles.scheme, this, { isCaseSensitive: true }),
      vscode.workspace.registerFileSystemProvider(FaultyFiles.frozen, this, { isCaseSensitive: true, isReadonly: true }),
    ];
  }

  uri(name: string): vscode.Uri {
    return vscode.Uri.from({ scheme: FaultyFiles.scheme, path: name });
  }

  /** A folder that no test had before. */
  folder(): string {
    this.#folders += 1;
    return `/w${this.#folders}`;
  }

  put(name: string, text: string): void {
    this.#files.set(name, { bytes: new TextEncoder().encode(text), mtime: Date.now() });
  }

  has(name: string): boolean {
    return this.#files.has(name);
  }

  reset(): void {
    this.onWrite = undefined;
    this.afterWrite = undefined;
    this.readonly.clear();
  }

  dispose(): void {
    for (const one of this.#registered) one.dispose();
    this.#changed.dispose();
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.#files.get(uri.path);
    if (file) return { type: vscode.FileType.File, ctime: 0, mtime: file.mtime, size: file.bytes.length, ...(this.readonly.has(uri.path) ? { permissions: vscode.FilePermission.Readonly } : {}) };
    if ([...this.#files.keys()].some((name) => name.startsWith(`${uri.path.replace(/\/$/u, '')}/`))) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const lead = `${uri.path}/`;
    return [...this.#files.keys()].filter((name) => name.startsWith(lead) && !name.slice(lead.length).includes('/')).map((name) => [name.slice(lead.length), vscode.FileType.File]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.#files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file.bytes;
  }

  /** Fails as a promise: VS Code waits for ever behind a write that throws at once. */
  writeFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    const fault = this.onWrite?.(uri.path, bytes);
    if (fault) return Promise.reject(fault);
    const isNew = !this.has(uri.path);
    this.#files.set(uri.path, { bytes, mtime: Date.now() });
    this.#changed.fire([{ type: isNew ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed, uri }]);
    this.afterWrite?.(uri.path);
    return Promise.resolve();
  }

  delete(uri: vscode.Uri): void {
    this.#files.delete(uri.path);
  }

  createDirectory(): void {
    // folders are where files are
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}
