export const VSCODE_VERSION: string;
export const SERVER_FOLDER: string;
export interface ServerFiles {
  folder: string;
  node: string;
  main: string;
  product: string;
  chromium: string;
  marker: string;
}
export function serverFiles(folder: string): ServerFiles;
export function installedServer(root: string): ServerFiles;
