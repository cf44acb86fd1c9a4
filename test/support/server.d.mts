import type { ChildProcess } from 'node:child_process';
import type { ServerFiles } from './vscode-server-files.mjs';

export interface Server {
  process: ChildProcess;
  port: number;
  authority: string;
  url: string;
  folder: string;
  userFolder: string;
  extensionsFolder: string;
  logs(): string[];
  stop(): Promise<void>;
}
export interface ServerOptions {
  files: Pick<ServerFiles, 'node' | 'main'>;
  folder?: string;
  port?: number;
  settings?: Readonly<Record<string, unknown>> | null;
  testDriver?: boolean;
  trustAll?: boolean;
  environment?: Record<string, string>;
}
export function freePort(): Promise<number>;
export function startServer(options: ServerOptions): Promise<Server>;
export function runServerCommand(files: Pick<ServerFiles, 'node' | 'main'>, folder: string, args: string[]): Promise<string>;
