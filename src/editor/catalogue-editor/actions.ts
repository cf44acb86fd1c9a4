/** What pages ask the extension to do outside the text, or with VS Code's own boxes. */
import * as vscode from 'vscode';
import { catalogueEditorId, commandIds } from '../../contributions.js';
import { toBibtex } from '../../core/bibtex/write.js';
import { linksOf } from '../../core/editing/detail.js';
import type { TableRow } from '../../core/editing/rows.js';
import type { Params } from '../../protocol.js';
import { citationText, citeIn } from '../shared/cite.js';
import { escapeIcons } from '../shared/escape-icons.js';
import { fileOf } from '../shared/layer-files.js';
import { UserError } from '../shared/messages.js';
import { pickCategory } from '../shared/pick-category.js';
import { readBibtexOptions } from '../shared/settings.js';
import { readOpenTexts } from '../shared/up-to-date.js';
import { makeEdit } from './edits.js';
import type { Services } from './handlers.js';
import { moveToFile } from './move-to-file.js';
import { namesOf, papersOf } from './papers.js';
import { formattedReferences } from './preview.js';

export type Acting = Services;
type Run = (acting: Acting, rows: readonly TableRow[], argument: string | undefined) => Promise<unknown>;

/** What a person dismisses is done with. @throws a sentence when it cannot be done */
export async function runAction(acting: Acting, { action, rows, argument }: Params<'run'>): Promise<void> {
  const found = rows.flatMap((row) => acting.session.sheet.table.get(row) ?? []);
  if (found.length !== rows.length) throw new UserError(vscode.l10n.t('This paper is no longer in the file.'));
  if (found.length === 0 && needsPapers.has(action)) throw new UserError(vscode.l10n.t('Select a paper first.'));
  try {
    await actions[action](acting, found, argument);
  } catch (fault) {
    if (!(fault instanceof vscode.CancellationError)) throw fault;
  }
}

const needsPapers: ReadonlySet<Params<'run'>['action']> = new Set(['openLink', 'copyBibtex', 'copyCitation', 'insertCitation', 'merge', 'moveToCategory', 'moveToFile', 'moveToCatalogue', 'export', 'updateMetadata', 'reveal']);

/** A command of Litshelf's, on papers that the catalogue knows as they are on the page. */
const command = (id: string): Run => async ({ house }, rows) => {
  await readOpenTexts(house);
  const keys = rows.map(({ item }) => item.key);
  const lost = keys.find((key) => house.library.catalogue.get(key) === undefined);
  if (lost !== undefined) throw new UserError(lost === '' ? vscode.l10n.t('A paper without a citation key cannot be used like this. Give it one first.') : vscode.l10n.t('No catalogue of this window has {0}.', lost));
  await vscode.commands.executeCommand(id, { keys });
};

const actions: { readonly [A in Params<'run'>['action']]: Run } = {
  openLink: async (_acting, rows, argument) => {
    for (const { paper } of rows.slice(0, 10)) {
      const links = paper ? linksOf(paper) : [];
      const url = argument === undefined ? links.find(({ title }) => title !== 'PDF')?.url ?? links[0]?.url : links.find((link) => link.url === argument || link.title === argument)?.url;
      if (url === undefined) throw new UserError(vscode.l10n.t('{0} has no link to open.', paper?.id ?? ''));
      await vscode.env.openExternal(vscode.Uri.parse(url, true));
    }
  },
  copyBibtex: async ({ house, session }, rows) => {
    const options = readBibtexOptions(session.document);
    await vscode.env.clipboard.writeText(`${papersOf(rows).map((paper) => toBibtex(paper, options).trim()).join('\n\n')}\n`);
    house.messages.done(rows.length === 1 ? vscode.l10n.t('Copied BibTeX of {0}', rows[0]?.item.key ?? '') : vscode.l10n.t('Copied BibTeX of {0} papers', rows.length));
  },
  copyCitation: async ({ house, session }, rows) => {
    await vscode.env.clipboard.writeText(await formattedReferences(house, session.document, papersOf(rows)));
    house.messages.done(rows.length === 1 ? vscode.l10n.t('Copied the reference of {0}', rows[0]?.item.key ?? '') : vscode.l10n.t('Copied the references of {0} papers', rows.length));
  },
  insertCitation: async ({ house, lastText }, rows) => {
    const what = papersOf(rows).map((paper) => ({ paper }));
    const editor = await lastText.show();
    if (editor) {
      await citeIn(house, editor, what);
      return;
    }
    await vscode.env.clipboard.writeText(await citationText(house, undefined, what));
    house.messages.done(vscode.l10n.t('No editor is open: the citation is on the clipboard'));
  },
  showText: (acting, [row], argument) => showText(acting, row, argument),
  openFile: async ({ session, wanted }, [row]) => {
    const { layer } = session;
    const uri = row && layer ? fileOf(layer.source, row.item.file.file) : session.document.uri;
    if (row && uri.toString() !== session.document.uri.toString()) {
      wanted.want(uri, row.item.key);
      await vscode.commands.executeCommand('vscode.openWith', uri, catalogueEditorId);
    } else await vscode.window.showTextDocument(uri);
  },
  merge: async (acting, rows, argument) => {
    const [a, b, ...more] = rows;
    if (!a || !b || more.length > 0) throw new UserError(vscode.l10n.t('Two papers become one: select two.'));
    const item = (stays: TableRow, goes: TableRow) => ({ rows: [stays, goes], label: escapeIcons(stays.item.key), description: escapeIcons([stays.row.authors, stays.row.year].filter(Boolean).join(' · ')), detail: escapeIcons(stays.row.title) });
    const picked = await vscode.window.showQuickPick([item(a, b), item(b, a)], { title: vscode.l10n.t('Merge Papers'), placeHolder: vscode.l10n.t('Which citation key stays? The other one goes on leading to the paper.'), ignoreFocusOut: true });
    if (picked) await command(commandIds.mergePapers)(acting, picked.rows, argument);
  },
  moveToCategory: async (acting, rows) => {
    const to = await pickCategory(acting.house, vscode.l10n.t('File {0} Under', namesOf(rows)));
    const from = [...new Set(rows.flatMap(({ paper }) => paper?.categories ?? []))].filter((id) => id !== to);
    await makeEdit(acting, undefined, { kind: 'items', rows: rows.map(({ row }) => row.row), field: 'categories', add: [to], remove: from });
  },
  moveToFile,
  moveToCatalogue: command(commandIds.moveToCatalogue),
  export: command(commandIds.exportPapers),
  addPaper: async () => vscode.commands.executeCommand(commandIds.addPaper),
  updateMetadata: command(commandIds.updateMetadata),
  reveal: async (acting, rows) => {
    await readOpenTexts(acting.house);
    const { key = '' } = rows[0]?.item ?? {};
    await vscode.commands.executeCommand(commandIds.revealPaper, { key });
  },
};

/** Goes to the lines of a paper, of one of its fields, or to a line of the file by its number from 1. */
async function showText({ session }: Acting, row: TableRow | undefined, argument: string | undefined): Promise<void> {
  const { sheet, layer } = session;
  const uri = row && !sheet.file && layer ? fileOf(layer.source, row.item.file.file) : session.document.uri;
  const document = await vscode.workspace.openTextDocument(uri);
  const range = row && sheet.place(row.row.row, argument);
  const line = argument !== undefined && /^\d+$/u.test(argument) ? Math.min(Math.max(Number(argument) - 1, 0), document.lineCount - 1) : 0;
  const start = range ? document.positionAt(range.start) : new vscode.Position(line, 0);
  const editor = await vscode.window.showTextDocument(document, { selection: new vscode.Range(start, start), preview: false });
  editor.revealRange(new vscode.Range(start, range ? document.positionAt(range.end) : start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
