/** Rename of a citation key: the entry, what refers to it in its file, and every citation over the workspace, as one edit. */
import * as vscode from 'vscode';
import type { Splice } from '../../core/yaml/splice.js';
import { renameCitations } from '../../core/cite/rename.js';
import type { BibliographyFile } from '../shared/bibliographies.js';
import type { House } from '../shared/house.js';
import { loadBibliography } from '../shared/load-bibliography.js';
import type { WorkspaceCitations } from '../shared/workspace-citations.js';
import { bibliographyOf, openBibliography, type Meaning } from './meaning.js';
import { usesOf, type Use } from './references.js';
import { checkPaperKey, renamePaper } from './rename-paper.js';
import type { Spot } from './spot.js';

/** A key where it stands, and what it means there. */
export interface Meant {
  readonly spot: Spot;
  readonly meaning: Meaning;
}

/** The edit that gives a key another name. VS Code shows the message of what is thrown. @throws Error with what stands in the way */
export async function renameKey(house: House, citations: WorkspaceCitations, document: vscode.TextDocument, { spot, meaning }: Meant, name: string, token: vscode.CancellationToken): Promise<vscode.WorkspaceEdit | undefined> {
  const to = name.trim();
  if (to === '') throw new Error(vscode.l10n.t('A citation key needs at least one character.'));
  const edit = new vscode.WorkspaceEdit();
  if (to === spot.key) return edit;
  const work = new Renaming(house, edit, to);
  const { shelved } = meaning;
  if (spot.role === 'paper' && shelved) {
    await checkPaperKey(house, shelved, to);
    await renamePaper(house, shelved, to, work);
  } else await checkFree(house, document, meaning, to);
  if (meaning.file) await work.entry(meaning.file, meaning.key);
  let own = spot.role !== 'citation';
  for await (const use of usesOf(house, citations, meaning, token)) {
    // a citation that only the catalogue knows takes no entry of another document's bibliography along
    if (use.found && spot.role === 'citation' && !meaning.entry) continue;
    if (use.found && spot.role === 'paper') await work.entry(use.found.file, use.found.entry.key);
    own = (await work.citations(use, use.found === undefined && meaning.entry !== undefined)) || own;
  }
  if (token.isCancellationRequested) return undefined;
  if (!own) throw new Error(vscode.l10n.t('This document is too large to rename keys in.'));
  return edit;
}

/** An entry cannot take a key that another entry has. A citation that has no entry may be led to any. */
async function checkFree(house: House, document: vscode.TextDocument, { entry }: Meaning, to: string): Promise<void> {
  if (!entry) return;
  const taken = entry.file.uri.toString() === document.uri.toString() ? undefined : (await bibliographyOf(house, document)).find(to);
  const inFile = entry.file.bibliography.find(to);
  const other = inFile && inFile.start !== entry.entry.start ? entry.file : taken && taken.entry.start !== entry.entry.start ? taken.file : undefined;
  if (other) throw new Error(vscode.l10n.t('The key {0} is taken by another entry of {1}.', to, vscode.workspace.asRelativePath(other.uri)));
}

/** Collects the edits of a renaming. */
export class Renaming {
  readonly #done = new Set<string>();

  constructor(
    private readonly house: House,
    private readonly edit: vscode.WorkspaceEdit,
    private readonly to: string,
  ) {}

  /** The key of an entry, and what refers to it in its file; each entry once. */
  async entry(file: BibliographyFile, key: string): Promise<void> {
    const { uri } = file;
    if (this.#done.has(`${uri.toString()} ${key}`)) return;
    this.#done.add(`${uri.toString()} ${key}`);
    const { formats } = await loadBibliography();
    const opened = await openBibliography(this.house, file);
    if (!opened) throw new Error(vscode.l10n.t('{0} has changed meanwhile. Try again.', vscode.workspace.asRelativePath(uri)));
    const { document, bibliography } = opened;
    this.add(document, formats[bibliography.format].renameKey(bibliography, key, this.to), { label: vscode.l10n.t('Entries'), needsConfirmation: false });
  }

  /** The citations of a file. What is not surely the same key waits for a tick in the preview. Returns whether there was anything to change. */
  async citations({ file, places }: Use, unsure: boolean): Promise<boolean> {
    const document = file.document ?? (await vscode.workspace.openTextDocument(file.uri));
    const keys = new Set(places.map(({ key }) => key));
    const splices = renameCitations(document.getText(), file.markup, (key) => keys.has(key), this.to);
    if (!splices && unsure) return false;
    if (!splices) throw new Error(vscode.l10n.t('“{0}” cannot be cited in {1}, whose markup does not allow such a key.', this.to, vscode.workspace.asRelativePath(file.uri)));
    const label = unsure ? vscode.l10n.t('Citations that no bibliography resolves') : vscode.l10n.t('Citations');
    this.add(document, splices, { label, needsConfirmation: unsure });
    return splices.length > 0;
  }

  add(document: vscode.TextDocument, splices: readonly Splice[], about: vscode.WorkspaceEditEntryMetadata): void {
    for (const { start, end, text } of splices) this.edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text, about);
  }
}
