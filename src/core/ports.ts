/**
 * What the core asks of the world. Addresses of files and folders are opaque strings to the core:
 * URIs in the editor, paths on the command line; only the adapter that made them takes them apart.
 */

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/** Why a file could not be read; `missing` is an answer, the others are faults. */
export type FileFault = 'missing' | 'not-a-file' | 'too-large' | 'unreadable';

export class FileError extends Error {
  readonly fault: FileFault;
  readonly file: string;
  constructor(fault: FileFault, file: string, detail: string, options?: { cause?: unknown }) {
    super(detail, options);
    this.name = 'FileError';
    this.fault = fault;
    this.file = file;
  }
}

export interface Files {
  /** What a folder holds, sorted by name. Throws {@link FileError} (`missing` when there is no such folder). */
  list(folder: string): Promise<FolderEntry[]>;
  /** A file's text, decoded as UTF-8. Throws {@link FileError}. */
  readText(file: string): Promise<string>;
  /** The address of something inside a folder; `name` uses forward slashes. */
  join(folder: string, name: string): string;
}

/** Small texts kept between sessions. Losing one costs time, never data. */
export interface Cache {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
}

export interface Clock {
  /** Milliseconds, monotonic. */
  now(): number;
  /** Lets everything else that waits run first. */
  pause(): Promise<void>;
}

export interface Log {
  info(message: string): void;
  warn(message: string): void;
}

/** A fingerprint of a text: equal texts give equal fingerprints, and different texts different ones in practice. */
export type Fingerprint = (text: string) => string;

export interface Disposable {
  dispose(): void;
}
