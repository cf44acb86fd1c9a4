/** The one way to cite in an editor: the entry in the document's bibliography first, then one edit of the text. */
import * as vscode from 'vscode';
import { caretsAfter } from '../../core/cite/carets.js';
import { withNotes, type Notes } from '../../core/cite/notes.js';
import type { CiteEdit, Markup, Work } from '../../core/cite/types.js';
import type { Paper } from '../../core/model/paper.js';
import { pause, placeOf } from './bibliographies.js';
import { writingIn, type Writing } from './cite-writing.js';
import { worksOf } from './cite-works.js';
import { enterAll } from './enter.js';
import type { House } from './house.js';
import { loadBibliography } from './load-bibliography.js';
import { UserError } from './messages.js';
import { rememberCited } from './recent-citations.js';
import { takeBack } from './take-back.js';

/** A paper to cite. */
export interface ToCite {
  readonly paper: Paper;
  /** The key by which the document's bibliography has it; left out when that is not known. */
  readonly key?: string | undefined;
}

export interface CiteOptions extends Notes {
  /** The markup's command, such as `citep`; left out: that of the settings. */
  readonly command?: string | undefined;
}

/** What is ready to be written: every work is in the document's bibliography. */
export interface Prepared {
  readonly markup: Markup;
  readonly works: readonly Work[];
  readonly command: string | undefined;
  readonly keys: readonly string[];
  /** Keys that were added to the bibliography, and its name. */
  readonly added: readonly string[];
  readonly file: string | undefined;
  /** The bibliography has unsaved changes, of which the new entries are some. */
  readonly unsaved?: boolean | undefined;
}

/**
 * Cites at every cursor of the editor, or joins the citations there; one step to undo.
 * @returns the keys by which the papers are cited
 * @throws UserError when it cannot be done, CancellationError when the person gives up; then the text is as it was
 */
export async function citeIn(house: House, editor: vscode.TextEditor, what: readonly ToCite[], options: CiteOptions = {}): Promise<readonly string[]> {
  const { document } = editor;
  await checkWritable(document);
  const prepared = await prepareCitation(house, document, what, options);
  // asked for only now: the text may have changed meanwhile
  const offsets = editor.selections.map(({ end }) => document.offsetAt(end));
  const edits = editsFor(document, offsets, prepared);
  if (edits.length > 0 && !(await apply(editor, edits, offsets))) {
    await takeBack(house, document, prepared.added);
    throw new UserError(vscode.l10n.t('{0} could not be changed; it may be read-only. Nothing was cited.', vscode.workspace.asRelativePath(document.uri)));
  }
  tellCited(house, prepared, edits.length > 0);
  if (document.uri.scheme !== 'vscode-notebook-cell') await vscode.window.showTextDocument(document, { viewColumn: editor.viewColumn, preserveFocus: false });
  return prepared.keys;
}

/** Enters the works into the document's bibliography, where its markup has one, and makes what the markup needs. */
export async function prepareCitation(house: House, document: vscode.TextDocument, what: readonly ToCite[], options: CiteOptions = {}): Promise<Prepared> {
  const writing = await writingIn(house, document, options.command);
  const { keys, added, file, unsaved } = await enterAll(house, document, writing, what);
  const illegal = keys.find((key) => !writing.markup.isLegalKey(key));
  if (illegal !== undefined) throw new UserError(vscode.l10n.t('The key "{0}" cannot be cited in this document. Give the entry another key.', illegal));
  const works = await worksOf(house, document, writing.markup, what.map(({ paper }) => paper), keys, writing.formatted);
  return { markup: writing.markup, works: withNotes(works, options), command: writing.command, keys, added, file, unsaved };
}

/** The edits that cite at the offsets; none when all is cited there. */
export function editsFor(document: vscode.TextDocument, offsets: readonly number[], { markup, works, command }: Prepared): CiteEdit[] {
  return markup.insert(document.getText(), [...offsets].sort((a, b) => a - b), works, { command });
}

/** Remembers what was cited, and says what there is to say. */
export function tellCited(house: House, { keys, added, file, unsaved }: Pick<Prepared, 'keys' | 'added' | 'file' | 'unsaved'>, changed: boolean): void {
  rememberCited(house, keys);
  if (added.length > 0 && unsaved === true) house.messages.done(vscode.l10n.t('Added {0} to {1}, which has unsaved changes: save it when you are ready', added.join(', '), file ?? ''));
  else if (added.length > 0) house.messages.done(vscode.l10n.t('Added {0} to {1}', added.join(', '), file ?? ''));
  else if (!changed) house.messages.done(vscode.l10n.t('Already cited here'));
}

/** The citation by itself, in a document's markup or, without a document, in pandoc's; nothing is written to a bibliography. */
export async function citationText(house: House, document: vscode.TextDocument | undefined, what: readonly ToCite[], options: CiteOptions = {}): Promise<string> {
  const writing: Writing = await writingIn(house, document, options.command);
  const keys = await keysOf(house, writing.keyed ? document : undefined, what);
  const works = withNotes(await worksOf(house, document, writing.markup, what.map(({ paper }) => paper), keys, writing.formatted), options);
  return writing.markup.insert('', 0, works, { command: writing.command }).map(({ text }) => text).join('\n\n').trim();
}

/** The keys by which a document has the papers, or would have them. */
async function keysOf(house: House, document: vscode.TextDocument | undefined, what: readonly ToCite[]): Promise<string[]> {
  const files = document ? (await house.bibliographies.of(document)).files : [];
  const { findPaper } = await loadBibliography();
  for (const { bibliography } of files) await bibliography.readAll(pause);
  return what.map(({ paper, key }) => {
    for (const { bibliography } of key === undefined ? files : []) {
      const entry = findPaper(bibliography, paper);
      if (entry) return entry.key;
    }
    return key ?? paper.id;
  });
}

async function apply(editor: vscode.TextEditor, edits: readonly CiteEdit[], offsets: readonly number[]): Promise<boolean> {
  const { document } = editor;
  const { version } = document;
  const done = await editor.edit((builder) => {
    for (const { start, end, text } of edits) builder.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  });
  // an editor that is read-only for this session says yes and does nothing
  if (!done || document.version === version) return false;
  editor.selections = caretsAfter(edits, offsets).map((offset) => {
    const caret = document.positionAt(offset);
    return new vscode.Selection(caret, caret);
  });
  return true;
}

/** The editor that commands cite in: the one that has the focus or had it last, of those whose text can be written. */
export function editorToCiteIn(): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return [activeTextEditor, ...visibleTextEditors].find((editor) => editor !== undefined && isWritable(placeOf(editor.document)));
}

/** Output channels and documents that an extension makes up are no files. */
function isWritable({ scheme }: vscode.Uri): boolean {
  return scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

/** Asked before the bibliography is touched: a text that cannot be changed must not cost it an entry. */
async function checkWritable(document: vscode.TextDocument): Promise<void> {
  const place = placeOf(document);
  if (document.isUntitled || place.scheme === 'untitled') return;
  const refused = new UserError(vscode.l10n.t('{0} is read-only. Nothing was cited.', vscode.workspace.asRelativePath(place)));
  if (document.isClosed || !isWritable(place)) throw refused;
  let permissions: vscode.FilePermission | undefined;
  try {
    ({ permissions } = await vscode.workspace.fs.stat(place));
  } catch {
    // a document whose file is gone can still be written
  }
  if (permissions !== undefined && (permissions & vscode.FilePermission.Readonly) !== 0) throw refused;
}
