/** What a document cites from that names no bibliography: the one that a person chose for it, else that of the settings. */
import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { settingKeys } from '../../contributions.js';
import type { FoundBibliography } from '../../core/cite/discover.js';
import { candidates } from '../../core/cite/paths.js';
import type { Disposable } from '../../core/ports.js';
import { onSettingChange, readDefaultBibliography } from './settings.js';

/** Choices are kept for the last so many documents. */
const mostKept = 500;
const stateKey = 'litshelf.chosenBibliographies';

export class BibliographyChoice implements Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #settings = onSettingChange([settingKeys.bibliographyDefault], () => this.#changed.fire());

  /** Fires when documents may have another bibliography than before. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly state: vscode.Memento) {}

  /** The path of the bibliography that was chosen for a document. */
  chosen(document: vscode.Uri): string | undefined {
    return this.#kept().find(([of]) => of === document.toString())?.[1];
  }

  /** Remembers a choice in the workspace's state, or forgets it. The path is in the document's own file system. */
  async choose(document: vscode.Uri, path: string | undefined): Promise<void> {
    const others = this.#kept().filter(([of]) => of !== document.toString());
    await this.state.update(stateKey, path === undefined ? others : [...others, [document.toString(), path]].slice(-mostKept));
    this.#changed.fire();
  }

  /**
   * What was found, with the choice in front: it is where new entries go. The default serves where nothing is named, and
   * goes before a file that only happens to stand beside the document.
   */
  async complete(document: vscode.Uri, found: readonly FoundBibliography[], read: (path: string) => Promise<string | undefined>): Promise<readonly FoundBibliography[]> {
    const named = found.filter(({ by }) => by !== 'beside');
    const chosen = this.chosen(document);
    if (chosen !== undefined) {
      const same = found.find(({ path }) => path === chosen);
      const first: FoundBibliography = same && same.by !== 'beside' ? same : { path: chosen, by: 'chosen', in: document.path, exists: same !== undefined || (await read(chosen)) !== undefined };
      return [first, ...named.filter(({ path }) => path !== chosen)];
    }
    const typed = named.length > 0 ? '' : readDefaultBibliography(document);
    if (typed === '') return found;
    const root = vscode.workspace.getWorkspaceFolder(document)?.uri.path;
    const folder = vscode.Uri.joinPath(document, '..').path;
    // the workspace folder first: a setting is written for all of it
    const places = candidates({ path: typed }, { folder: root ?? folder, root: folder, home: vscode.Uri.file(homedir()).path }).filter(({ glob }) => !glob);
    for (const { path } of places) if ((await read(path)) !== undefined) return [{ path, by: 'default', in: document.path, exists: true }];
    const [first] = places;
    return first && found.length === 0 ? [{ path: first.path, by: 'default', in: document.path, exists: false }] : found;
  }

  dispose(): void {
    this.#settings.dispose();
    this.#changed.dispose();
  }

  #kept(): readonly (readonly [document: string, path: string])[] {
    const kept: unknown = this.state.get(stateKey);
    return Array.isArray(kept) ? kept.filter((one): one is [string, string] => Array.isArray(one) && one.length === 2 && one.every((part) => typeof part === 'string')) : [];
  }
}
