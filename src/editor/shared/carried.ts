/** Papers on their way from the tree to somewhere else: what a drag carries, and what was copied last. */
import type * as vscode from 'vscode';

/** What a drag from the tree carries, as JSON: `{ "keys": ["wang2023selfinstruct"] }`. */
export const papersMime = 'application/vnd.litshelf.papers+json';

export function packKeys(keys: readonly string[]): string {
  return JSON.stringify({ keys });
}

/** The keys that a transfer carries; anybody may have made it. */
export async function unpackKeys(transfer: vscode.DataTransfer): Promise<string[]> {
  const text = await transfer.get(papersMime)?.asString();
  if (text === undefined || text === '') return [];
  try {
    const { keys } = JSON.parse(text) as { keys?: unknown };
    return Array.isArray(keys) ? keys.filter((key): key is string => typeof key === 'string').slice(0, 1000) : [];
  } catch {
    return [];
  }
}

/** The clipboard carries nothing but text: what is remembered here is which text was the keys of papers. */
export class Copied {
  #text: string | undefined;
  #keys: readonly string[] = [];

  remember(text: string, keys: readonly string[]): void {
    this.#text = text;
    this.#keys = keys;
  }

  /** The keys, when the text is what was copied last. Line ends may have changed on the way. */
  keysOf(text: string): readonly string[] | undefined {
    return this.#text !== undefined && text.trim() === this.#text.trim() ? this.#keys : undefined;
  }
}
