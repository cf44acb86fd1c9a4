/** Cites papers where the cursors are, in the markup of the document: the entry in its .bib first, then the text. */
import * as vscode from 'vscode';
import { commandIds } from '../contributions.js';
import type { Markup, MarkupId, Work } from '../core/cite/types.js';
import type { Paper } from '../core/model/paper.js';
import { paperLinks } from '../core/outline/links.js';
import { plainReference } from '../core/outline/reference.js';
import type { Disposable } from '../core/ports.js';
import { bibliographiesOf, createBibliography, enterPapers } from './shared/document-bibliography.js';
import type { House } from './shared/house.js';
import { UserError } from './shared/messages.js';
import { papersFor } from './shared/paper-arguments.js';

/** Markups that cite without a bibliography. */
const withoutKeys: readonly MarkupId[] = ['markdown', 'html', 'text', 'bibtex'];

export function registerCitePaper(house: House): Disposable {
  return vscode.commands.registerCommand(commandIds.citePaper, async (first: unknown, rest: unknown) => {
    const title = vscode.l10n.t('Cite Paper');
    try {
      // asked for now: the picker takes the focus, and a card in a panel is not an editor
      const editor = vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0];
      const papers = (await papersFor(house, title, first, rest)).map(({ paper }) => paper);
      if (editor) await citeIn(house, editor, papers);
      else await citeOnClipboard(house, papers);
    } catch (fault) {
      house.messages.show(title, fault);
    }
  });
}

async function citeIn(house: House, editor: vscode.TextEditor, papers: readonly Paper[]): Promise<void> {
  const { document } = editor;
  const markup = house.cites.markup(document);
  const { keys, added, file } = await bibliographyFirst(document, markup, papers);
  const works = papers.map((paper, at): Work => ({ key: keys[at] ?? paper.id, title: paper.title, url: paperLinks(paper).page, reference: plainReference(paper) }));
  const inserted = await insert(editor, markup, works);
  if (added.length > 0) house.messages.done(vscode.l10n.t('Added {0} to {1}', added.join(', '), file ?? ''));
  else if (!inserted) house.messages.done(vscode.l10n.t('Already cited here'));
}

/** The keys to cite by, once the papers are in the document's bibliography. */
async function bibliographyFirst(document: vscode.TextDocument, markup: Markup, papers: readonly Paper[]): Promise<{ keys: readonly string[]; added: readonly string[]; file?: string }> {
  const own = { keys: papers.map(({ id }) => id), added: [] };
  if (withoutKeys.includes(markup.id) || document.isUntitled) return own;
  const found = await bibliographiesOf(document, markup.id);
  const files = found.filter(({ path }) => /\.bib$/iu.test(path));
  if (found.length > 0 && files.length === 0) return own;
  const [target] = files;
  if (target) return { ...(await enterPapers(document, files, papers)), file: vscode.workspace.asRelativePath(document.uri.with({ path: target.path })) };
  const create = vscode.l10n.t('Create references.bib');
  const only = vscode.l10n.t('Cite Only');
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('This document names no bibliography, and there is none beside it.'), create, only);
  if (answer === undefined) throw new vscode.CancellationError();
  return answer === create ? { ...(await enterPapers(document, [await createBibliography(document)], papers)), file: 'references.bib' } : own;
}

async function insert(editor: vscode.TextEditor, markup: Markup, works: readonly Work[]): Promise<boolean> {
  const { document } = editor;
  const offsets = editor.selections.map(({ active }) => document.offsetAt(active)).sort((a, b) => a - b);
  const edits = markup.insert(document.getText(), offsets, works);
  if (edits.length === 0) return false;
  const done = await editor.edit((builder) => {
    for (const { start, end, text } of edits) builder.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  });
  if (!done) throw new UserError(vscode.l10n.t('{0} could not be changed; it may be read-only.', vscode.workspace.asRelativePath(document.uri)));
  await vscode.window.showTextDocument(document, editor.viewColumn);
  return true;
}

async function citeOnClipboard(house: House, papers: readonly Paper[]): Promise<void> {
  await vscode.env.clipboard.writeText(`[${papers.map(({ id }) => `@${id}`).join('; ')}]`);
  house.messages.done(vscode.l10n.t('No editor is open: the citation is on the clipboard'));
}
