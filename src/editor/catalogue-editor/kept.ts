/** What pages want to find again after hiding, a reload and a restart: by file and place in the window, small, the latest few. */
import type * as vscode from 'vscode';

const storageKey = 'litshelf.catalogueEditor.kept';
/** Editors that are remembered. */
const most = 40;
/** Longest state of one editor, as JSON in UTF-16 units. */
const longest = 32_768;

type Entries = readonly (readonly [name: string, state: unknown])[];

export class Kept {
  #entries: Entries;

  constructor(private readonly memory: vscode.Memento) {
    const stored: unknown = memory.get(storageKey);
    this.#entries = Array.isArray(stored) ? stored.filter((one): one is [string, unknown] => Array.isArray(one) && typeof one[0] === 'string') : [];
  }

  /** What the editor of a file in that column kept, else the latest of the same file; null for none. */
  get(uri: vscode.Uri, column: number | undefined): unknown {
    const latest = [...this.#entries].reverse();
    return (latest.find(([name]) => name === nameOf(uri, column)) ?? latest.find(([name]) => name.startsWith(nameOf(uri, ''))))?.[1] ?? null;
  }

  /** A state that is too large is not kept. */
  async set(uri: vscode.Uri, column: number | undefined, state: unknown): Promise<void> {
    if (JSON.stringify([state]).length > longest) return;
    const name = nameOf(uri, column);
    this.#entries = [...this.#entries.filter(([other]) => other !== name), [name, state] as const].slice(-most);
    await this.memory.update(storageKey, this.#entries);
  }
}

function nameOf(uri: vscode.Uri, column: number | string | undefined): string {
  return `${uri.toString()} ${column ?? 1}`;
}
