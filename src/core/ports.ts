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

/** Tells that nobody waits for an answer any more. Every AbortSignal is one. */
export interface Cancellation {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** A clock that also knows the date and can wait. */
export interface Time extends Clock {
  /** Milliseconds since 1970 by the machine's wall clock: comparable between processes, not monotonic. */
  wall(): number;
  /** Waits so many milliseconds, or until cancelled; never rejects. */
  sleep(ms: number, signal?: Cancellation): Promise<void>;
}

export interface HttpRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST' | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
  /** Milliseconds until the whole answer must be there. */
  readonly timeout?: number | undefined;
  /** Largest answer in bytes, after decompression. */
  readonly limit?: number | undefined;
  readonly signal?: Cancellation | undefined;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Where the answer came from, after redirects. */
  readonly url: string;
}

/**
 * Why there is no answer. `offline`: the host could not be reached; `broken`: the connection ended in the middle;
 * `refused`: our own rules (https, allowed hosts) or an untrusted certificate forbid it.
 */
export type HttpFault = 'offline' | 'timeout' | 'cancelled' | 'tooLarge' | 'broken' | 'refused';

export class HttpError extends Error {
  readonly fault: HttpFault;
  constructor(fault: HttpFault, detail: string, options?: { cause?: unknown }) {
    super(detail, options);
    this.name = 'HttpError';
    this.fault = fault;
  }
}

export interface Http {
  /** Any status is an answer. Throws {@link HttpError} when there is none. */
  request(request: HttpRequest): Promise<HttpResponse>;
}

/** What all windows of a machine know of a service that counts them as one client. Times by {@link Time.wall}. */
export interface LeaseState {
  /** When the last request began or ended, whichever is later. */
  readonly lastRequest?: number | undefined;
  /** No request before this. */
  readonly pausedUntil?: number | undefined;
  /** Why, as a sentence. */
  readonly reason?: string | undefined;
  /** Failures in a row. */
  readonly failures?: number | undefined;
}

/** The right to send, held by one window at a time. */
export interface Turn {
  /** What the last holder left. */
  readonly state: LeaseState;
  /** Keeps the turn for another term and writes the state. False when the turn was lost: then nothing may be sent. */
  renew(state: LeaseState): Promise<boolean>;
  /** Gives the turn back and leaves the state to the next holder. */
  release(state: LeaseState): Promise<void>;
}

export interface Lease {
  /** Waits for the turn; undefined when cancelled first. Throws when turns cannot be kept at all (a folder that cannot be written). */
  take(signal: Cancellation): Promise<Turn | undefined>;
}

/**
 * Why a file was not written. `readOnly`: it or its folder may not be changed; `full`: no space or quota; `missing`: its folder is gone;
 * `notText`: it is no UTF-8, and writing it would lose what cannot be read; `restless`: others change it faster than we can.
 */
export type WriteFault = 'readOnly' | 'full' | 'missing' | 'notText' | 'restless' | 'unwritable';

export class WriteError extends Error {
  readonly fault: WriteFault;
  readonly file: string;
  constructor(fault: WriteFault, file: string, detail: string, options?: { cause?: unknown }) {
    super(detail, options);
    this.name = 'WriteError';
    this.fault = fault;
    this.file = file;
  }
}

/** Looks at files of this machine, by their paths. Everything rejects when there is none, or it cannot be read. */
export interface LocalFiles {
  /** The time of the last change in milliseconds since 1970, the size in bytes. */
  stat(path: string): Promise<{ readonly mtime: number; readonly size: number; readonly isFile: boolean }>;
  read(path: string): Promise<Uint8Array>;
  /** Names in a folder. */
  list(folder: string): Promise<readonly string[]>;
}

/** Files that are changed as a whole or not at all, by one window of the machine at a time. */
export interface Disk {
  /**
   * Changes a file; one that is not there has the text ''. `change` gets the text of this moment and may be called again with a newer
   * one; undefined leaves the file alone. Mode, byte order mark and links stay.
   * @param file its path
   * @returns whether it was written
   * @throws WriteError, and then the file is as it was; whatever `change` throws
   */
  update(file: string, change: (text: string) => string | undefined): Promise<boolean>;
}
