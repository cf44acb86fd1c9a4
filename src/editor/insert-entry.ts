/** Insert BibTeX Entry: at the cursor of a .bib file, or into a bibliography that the person points at. */
import * as vscode from 'vscode';
import { commandIds } from '../contributions.js';
import type { Bibliography } from '../core/bibliography/types.js';
import { toBibtex } from '../core/bibtex/write.js';
import type { Paper } from '../core/model/paper.js';
import type { Disposable } from '../core/ports.js';
import { pause } from './shared/bibliographies.js';
import type { House } from './shared/house.js';
import { loadBibliography } from './shared/load-bibliography.js';
import { UserError } from './shared/messages.js';
import { papersFor } from './shared/paper-arguments.js';
import { pickBibliography } from './shared/pick-bibliography.js';
import { ensureAll } from './shared/plan-entries.js';
import { readBibtexOptions } from './shared/settings.js';
import { writeEntries } from './shared/write-entries.js';

export function registerInsertEntry(house: House): Disposable {
  return vscode.commands.registerCommand(commandIds.insertBibtexEntry, async (first: unknown, rest: unknown) => {
    const title = vscode.l10n.t('Insert BibTeX Entry');
    try {
      // asked for now: the pickers take the focus
      const editor = vscode.window.activeTextEditor;
      const papers = (await papersFor(house, title, first, rest)).map(({ paper }) => paper);
      if (wantsCursor(first) && editor) await insertAsText(editor, papers);
      else if (editor && isBibtex(editor.document)) await insertIntoFile(house, editor, papers);
      else await insertElsewhere(house, editor, papers, title);
    } catch (fault) {
      house.messages.show(title, fault);
    }
  });
}

/** `{ "keys": […], "at": "cursor" }` puts entries into any text. */
function wantsCursor(argument: unknown): boolean {
  return typeof argument === 'object' && argument !== null && (argument as { at?: unknown }).at === 'cursor';
}

function isBibtex(document: vscode.TextDocument): boolean {
  return /^(?:bibtex|biblatex)$/u.test(document.languageId) || /\.bib$/iu.test(document.uri.path);
}

async function insertElsewhere(house: House, editor: vscode.TextEditor | undefined, papers: readonly Paper[], title: string): Promise<void> {
  const cursor = editor ? [{ label: vscode.l10n.t('At the Cursor'), detail: vscode.l10n.t('As text, into the document in front.'), icon: 'insert', value: 'cursor' as const }] : [];
  const document = editor && !editor.document.isUntitled ? editor.document : undefined;
  const picked = await pickBibliography(house, document, title, cursor);
  if ('other' in picked) {
    if (editor) await insertAsText(editor, papers);
    return;
  }
  const { keys, added, unsaved } = await writeEntries(house, picked.uri, papers, picked.found);
  tell(house, vscode.workspace.asRelativePath(picked.uri), keys, added, unsaved);
}

/** At the cursor, between the entries; what the file has is not repeated. One step to undo, and nothing is saved: the person is writing there. */
async function insertIntoFile(house: House, editor: vscode.TextEditor, papers: readonly Paper[]): Promise<void> {
  const { document } = editor;
  const { formats } = await loadBibliography();
  const format = formats.bibtex;
  const { version } = document;
  const bibliography = await format.read(document.getText(), pause);
  await bibliography.readAll(pause);
  const added = new Set<string>();
  const ensured = [...ensureAll(format, bibliography, papers, readBibtexOptions(document), added)];
  const texts = ensured.flatMap(({ splices }) => (splices.length === 0 ? [] : [splices.map(({ text }) => text).join('').trim()]));
  if (document.version !== version) throw new UserError(vscode.l10n.t('The text was changed in the meantime. Try again.'));
  if (texts.length > 0) await insertAt(editor, between(bibliography, document.offsetAt(editor.selection.active)), texts);
  tell(house, vscode.workspace.asRelativePath(document.uri), ensured.map(({ key }) => key), [...added], false);
}

/** Behind the entry that an offset is in. */
function between({ entries }: Bibliography, offset: number): number {
  return entries.find(({ start, end }) => start < offset && offset < end)?.end ?? offset;
}

async function insertAsText(editor: vscode.TextEditor, papers: readonly Paper[]): Promise<void> {
  const options = readBibtexOptions(editor.document);
  await insertAt(editor, editor.document.offsetAt(editor.selection.active), papers.map((paper) => toBibtex(paper, options)));
}

/** Entries as paragraphs of their own, with a blank line to either side where text follows. */
async function insertAt(editor: vscode.TextEditor, offset: number, texts: readonly string[]): Promise<void> {
  const { document } = editor;
  const before = document.getText(new vscode.Range(document.positionAt(Math.max(0, offset - 4)), document.positionAt(offset))).replace(/\r/gu, '');
  const behind = document.getText(new vscode.Range(document.positionAt(offset), document.positionAt(offset + 4))).replace(/\r/gu, '');
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? (offset < 2 ? '' : '\n') : '\n\n';
  const tail = behind.startsWith('\n\n') || behind === '\n' ? '' : behind === '' || behind.startsWith('\n') ? '\n' : '\n\n';
  const text = `${lead}${texts.join('\n\n').replace(/\r\n/gu, '\n')}${tail}`;
  const place = document.positionAt(offset);
  if (!(await editor.edit((builder) => builder.insert(place, text)))) throw new UserError(vscode.l10n.t('{0} could not be changed; it may be read-only.', vscode.workspace.asRelativePath(document.uri)));
  editor.revealRange(new vscode.Range(place, document.positionAt(offset + text.length)));
}

function tell(house: House, file: string, keys: readonly string[], added: readonly string[], unsaved: boolean): void {
  const there = keys.filter((key) => !added.includes(key));
  const parts = [
    ...(added.length > 0 ? [unsaved ? vscode.l10n.t('Added {0} to {1}, which has unsaved changes', added.join(', '), file) : vscode.l10n.t('Added {0} to {1}', added.join(', '), file)] : []),
    ...(there.length > 0 ? [vscode.l10n.t('{0} has it already: {1}', file, there.join(', '))] : []),
  ];
  house.messages.done(parts.join('; '));
}
