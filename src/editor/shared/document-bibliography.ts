/**
 * Papers into the bibliography of a document, before anything is cited: `enterPapers(house, document, papers)`. A document
 * without a bibliography is offered one, which may add the line that names it; so ask for cursors only afterwards.
 */
import * as vscode from 'vscode';
import type { FoundBibliography } from '../../core/cite/discover.js';
import type { MarkupId } from '../../core/cite/types.js';
import type { Paper } from '../../core/model/paper.js';
import { pause, placeOf, type DocumentBibliography } from './bibliographies.js';
import type { CiteHouse } from './cite-house.js';
import { loadBibliography } from './load-bibliography.js';
import { UserError } from './messages.js';
import { namingOf } from './name-in-document.js';
import { newBibliography, pickBibliography } from './pick-bibliography.js';
import { writeEntries, type Written } from './write-entries.js';

export interface Entered {
  /** The key by which each paper is cited, in the order of the papers. */
  readonly keys: readonly string[];
  /** Keys that were not in any bibliography before. */
  readonly added: readonly string[];
  /** The name of the bibliography that they were added to. */
  readonly file?: string | undefined;
  /** They stand among somebody's unsaved changes of that file, and are saved with them. */
  readonly unsaved?: boolean | undefined;
}

/** Markups that cite without a bibliography. */
const withoutKeys: readonly MarkupId[] = ['markdown', 'html', 'text', 'bibtex'];

/**
 * Makes sure that each paper has an entry in one of the document's bibliographies. What is missing goes into the first of them
 * that is there, all at once, and is read back. A paper that is there under another key keeps that key.
 * @throws UserError with the reason when it cannot be, CancellationError when the person gives up; then nothing was changed
 */
export async function enterPapers(house: CiteHouse, document: vscode.TextDocument, papers: readonly Paper[]): Promise<Entered> {
  const own: Entered = { keys: papers.map(({ id }) => id), added: [] };
  if (papers.length === 0 || document.isUntitled || placeOf(document).scheme === 'untitled' || withoutKeys.includes(house.cites.markup(document).id)) return own;
  const bibliography = await house.bibliographies.of(document);
  if (bibliography.found.length === 0) return (await enterIntoNew(house, document, papers)) ?? own;
  const known = await keysIn(bibliography, papers);
  const missing = papers.filter((_paper, at) => known[at] === undefined);
  if (missing.length === 0) return { keys: known.map((key, at) => key ?? papers[at]?.id ?? ''), added: [] };
  const target = await targetOf(bibliography);
  // named in a format that nobody here writes: the person keeps it by other means
  if (!target) return { ...own, keys: own.keys.map((key, at) => known[at] ?? key) };
  const uri = placeOf(document).with({ path: target.path });
  const written = await writeEntries(house, uri, missing, target);
  const fresh = [...written.keys];
  return { ...entered(uri, written), keys: known.map((key) => key ?? fresh.shift() ?? '') };
}

function entered(uri: vscode.Uri, { keys, added, unsaved }: Written): Entered {
  return { keys, added, file: vscode.workspace.asRelativePath(uri), unsaved: unsaved && added.length > 0 };
}

async function keysIn({ files }: DocumentBibliography, papers: readonly Paper[]): Promise<(string | undefined)[]> {
  const { findPaper } = await loadBibliography();
  for (const { bibliography } of files) await bibliography.readAll(pause);
  return papers.map((paper) => files.map(({ bibliography }) => findPaper(bibliography, paper)?.key).find((key) => key !== undefined && key !== ''));
}

/** The first that is there; one that is named but missing is made only when all are. */
async function targetOf({ found, files }: DocumentBibliography): Promise<FoundBibliography | undefined> {
  const { formatOf } = await loadBibliography();
  return files[0]?.found ?? found.find((one) => !one.exists && formatOf(one.path, '', one) !== undefined);
}

/** Offers a bibliography to a document that has none; undefined when the person wants to cite without. */
async function enterIntoNew(house: CiteHouse, document: vscode.TextDocument, papers: readonly Paper[]): Promise<Entered | undefined> {
  const create = { label: vscode.l10n.t('Create references.bib'), detail: vscode.l10n.t('Beside the document, which gets the line that names it'), iconPath: new vscode.ThemeIcon('new-file') };
  const choose = { label: vscode.l10n.t('Choose…'), detail: vscode.l10n.t('Another bibliography of the workspace'), iconPath: new vscode.ThemeIcon('folder-opened') };
  const only = { label: vscode.l10n.t('Cite Only'), detail: vscode.l10n.t('No entry is written'), iconPath: new vscode.ThemeIcon('quote') };
  // a list, not a message: it is answered with the keys that the paper was picked with, and cannot be overlooked
  const answer = await vscode.window.showQuickPick([create, choose, only], { title: vscode.l10n.t('No Bibliography Yet'), placeHolder: vscode.l10n.t('This document names no bibliography, and there is none beside it'), ignoreFocusOut: true });
  if (answer === only) return undefined;
  if (answer === create) return enterAndName(house, document, newBibliography(placeOf(document)), papers);
  if (answer !== choose) throw new vscode.CancellationError();
  const picked = await pickBibliography(house, document, vscode.l10n.t('Choose Bibliography'));
  if ('other' in picked) throw new vscode.CancellationError();
  return enterAndName(house, document, picked.uri, papers);
}

/** The entries first, then the line that names their file; where there can be none, the choice is remembered. */
async function enterAndName(house: CiteHouse, document: vscode.TextDocument, uri: vscode.Uri, papers: readonly Paper[]): Promise<Entered> {
  if (document.isClosed) throw new UserError(vscode.l10n.t('The document was closed. Nothing was cited.'));
  const naming = await namingOf(house, document, uri);
  const isNew = !(await vscode.workspace.fs.stat(uri).then(() => true, () => false));
  const written = await writeEntries(house, uri, papers);
  try {
    if (naming) await naming.write();
    else await house.bibliographies.choice.choose(placeOf(document), uri.path);
  } catch (fault) {
    if (isNew) await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
    throw fault;
  }
  return entered(uri, written);
}
