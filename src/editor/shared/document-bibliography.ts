/** A document's bibliography in VS Code: found among open documents and files, and written before anything is cited. */
import * as vscode from 'vscode';
import type { FoundBibliography } from '../../core/cite/with-bibliography.js';
import type { MarkupId } from '../../core/cite/types.js';
import type { Paper } from '../../core/model/paper.js';
import { exists } from './exists.js';
import { loadBibliography } from './load-bibliography.js';
import { UserError } from './messages.js';

/** The bibliographies of a document, as far as its own file system holds them; none for a document that has no place. */
export async function bibliographiesOf(document: vscode.TextDocument, markup: MarkupId): Promise<FoundBibliography[]> {
  if (document.isUntitled) return [];
  const { findBibliographies } = await loadBibliography();
  const at = (path: string) => document.uri.with({ path });
  return findBibliographies({ path: document.uri.path, text: document.getText(), markup }, vscode.workspace.getWorkspaceFolder(document.uri)?.uri.path, {
    read: (path) => readText(at(path)),
    list: async (folder) => {
      try {
        return (await vscode.workspace.fs.readDirectory(at(folder))).map(([name]) => name);
      } catch {
        return [];
      }
    },
  });
}

/** An open document's text goes before the file's; undefined when there is neither. */
async function readText(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

export interface Entered {
  /** The key by which each paper is cited, in the order of the papers. */
  readonly keys: readonly string[];
  /** Keys that were not in any bibliography before. */
  readonly added: readonly string[];
}

/**
 * Makes sure that each paper has an entry in one of the .bib files, adding it to the first of them that is missing one.
 * What was written is read back before this says so.
 * @throws UserError when it cannot be; then nothing was changed
 */
export async function enterPapers(document: vscode.TextDocument, named: readonly FoundBibliography[], papers: readonly Paper[]): Promise<Entered> {
  const { ensureEntry, findWork, readBibtex } = await loadBibliography();
  // one that is named but not there yet is made only when all are missing
  const files = [...named].sort((a, b) => Number(b.exists) - Number(a.exists));
  const texts = await Promise.all(files.map(async (file) => ({ uri: document.uri.with({ path: file.path }), text: (await readText(document.uri.with({ path: file.path }))) ?? '' })));
  const read = texts.map(({ text }) => readBibtex(text));
  const known = papers.map((paper) => read.map(({ works }) => findWork(works, paper)?.record.key).find((key) => key !== undefined));
  const [target] = texts;
  if (!target || known.every((key) => key !== undefined)) return { keys: known.map((key, at) => key ?? papers[at]?.id ?? ''), added: [] };
  const keys: string[] = [];
  const added: string[] = [];
  const name = vscode.workspace.asRelativePath(target.uri);
  if (files[0]?.exists === false) await createFile(target.uri);
  for (const [at, paper] of papers.entries()) {
    const there = known[at];
    if (there !== undefined) {
      keys.push(there);
      continue;
    }
    const bib = await vscode.workspace.openTextDocument(target.uri);
    const dirty = bib.isDirty;
    const { key, splices } = ensureEntry(bib.getText(), paper);
    const edit = new vscode.WorkspaceEdit();
    for (const { start, end, text } of splices) edit.replace(target.uri, new vscode.Range(bib.positionAt(start), bib.positionAt(end)), text);
    if (!(await vscode.workspace.applyEdit(edit))) throw new UserError(vscode.l10n.t('{0} could not be changed; it may be read-only. Nothing was cited.', name));
    if (!dirty && !(await bib.save())) {
      await undo(target.uri, bib, splices);
      throw new UserError(vscode.l10n.t('{0} could not be saved. Nothing was cited.', name));
    }
    const back = (await readText(target.uri)) ?? '';
    if (findWork(readBibtex(back).works, paper)?.record.key !== key) throw new UserError(vscode.l10n.t('The entry {0} was written to {1} but is not there when it is read again. Nothing was cited.', key, name));
    keys.push(key);
    added.push(key);
  }
  return { keys, added };
}

/** Takes an edit back that could be made but not saved. */
async function undo(uri: vscode.Uri, bib: vscode.TextDocument, splices: readonly { start: number; end: number; text: string }[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const { start, text } of splices) edit.delete(uri, new vscode.Range(bib.positionAt(start), bib.positionAt(start + text.length)));
  await vscode.workspace.applyEdit(edit);
}

/** An empty .bib file beside the document, for a document that has none. @throws UserError when it cannot be made. */
export async function createBibliography(document: vscode.TextDocument): Promise<FoundBibliography> {
  const uri = vscode.Uri.joinPath(document.uri, '..', 'references.bib');
  await createFile(uri);
  return { path: uri.path, by: 'beside', in: document.uri.path, exists: true };
}

async function createFile(uri: vscode.Uri): Promise<void> {
  try {
    if (!(await exists(uri))) await vscode.workspace.fs.writeFile(uri, new Uint8Array());
  } catch (fault) {
    throw new UserError(vscode.l10n.t('{0} could not be created: {1}', vscode.workspace.asRelativePath(uri), fault instanceof Error ? fault.message : String(fault)));
  }
}
