/** *Export…*: papers in the formats of other programs, as a new document, a file, or on the clipboard. */
import * as vscode from 'vscode';
import { commandIds } from '../../contributions.js';
import type { Disposable } from '../../core/ports.js';
import type { ExportFormat, ExportFormatId } from '../../core/publish/with-export.js';
import { registerCommands } from '../shared/commands.js';
import type { House } from '../shared/house.js';
import { inSlices } from '../shared/in-slices.js';
import { withLateProgress } from '../shared/late-progress.js';
import { loadPublish } from '../shared/load-publish.js';
import { UserError } from '../shared/messages.js';
import { papersToExport } from './scope.js';

export function registerExport(house: House): Disposable {
  const title = vscode.l10n.t('Export');
  return registerCommands(house, { [commandIds.exportPapers]: [title, (first, rest) => exportPapers(house, title, first, rest)] });
}

type Destination = 'document' | 'file' | 'clipboard';

/** What the command answers. */
export interface Exported {
  readonly papers: number;
  readonly format: ExportFormatId;
  readonly uri?: string;
}

async function exportPapers(house: House, title: string, first: unknown, rest: unknown): Promise<Exported> {
  const papers = await papersToExport(house, title, first, rest);
  if (papers.length === 0) throw new UserError(vscode.l10n.t('There is no paper in it, so there is nothing to export.'));
  const { format, to } = await readArgument(first);
  const id = format ?? (await chooseFormat(title, papers.length));
  const destination = to ?? (await chooseDestination(title));
  const { exportFormats } = await loadPublish();
  const chosen: ExportFormat = exportFormats[id];
  const write = (bom: boolean) => withLateProgress(vscode.l10n.t('Exporting {0}', count(papers.length)), (signal) => inSlices(chosen.write(papers.map(({ paper }) => paper), { bom }), signal));
  const done = { papers: papers.length, format: id };
  if (destination === 'clipboard') {
    await vscode.env.clipboard.writeText(await write(false));
    house.messages.done(vscode.l10n.t('Copied {0} as {1}', count(papers.length), chosen.title));
    return done;
  }
  if (destination === 'document') {
    const document = await vscode.workspace.openTextDocument({ language: await languageOf(chosen), content: await write(false) });
    await vscode.window.showTextDocument(document);
    return { ...done, uri: document.uri.toString() };
  }
  const uri = typeof destination === 'object' ? destination : await chooseFile(title, chosen);
  // whoever opens a .csv file opens it in a spreadsheet, and Excel knows UTF-8 by the mark alone
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(await write(id === 'csv')));
  const open = vscode.l10n.t('Open');
  house.messages.tell(vscode.l10n.t('Exported {0} to {1}', count(papers.length), vscode.workspace.asRelativePath(uri)), { title: open, run: () => vscode.commands.executeCommand('vscode.open', uri) });
  return { ...done, uri: uri.toString() };
}

function count(papers: number): string {
  return papers === 1 ? vscode.l10n.t('1 paper') : vscode.l10n.t('{0} papers', papers);
}

/** `{ format, to }`, from a keybinding or another extension; `to` is a destination or the address of a file. @throws UserError for others */
async function readArgument(argument: unknown): Promise<{ format?: ExportFormatId; to?: Destination | vscode.Uri }> {
  const { format, to } = (typeof argument === 'object' && argument !== null ? argument : {}) as { format?: unknown; to?: unknown };
  const { exportFormatIds } = await loadPublish();
  const known = exportFormatIds.find((id) => id === format);
  if (format !== undefined && known === undefined) throw new UserError(vscode.l10n.t('There is no format {0}. Formats are {1}.', JSON.stringify(format), exportFormatIds.join(', ')));
  if (to !== undefined && typeof to !== 'string') throw new UserError(vscode.l10n.t('"to" must be "document", "file", "clipboard" or the address of a file.'));
  return { ...(known === undefined ? {} : { format: known }), ...(to === undefined ? {} : { to: to === 'document' || to === 'file' || to === 'clipboard' ? to : vscode.Uri.parse(to, true) }) };
}

async function chooseFormat(title: string, papers: number): Promise<ExportFormatId> {
  const { exportFormatIds, exportFormats } = await loadPublish();
  const items = exportFormatIds.map((id) => ({ id, label: exportFormats[id].title, description: `.${exportFormats[id].ending}` }));
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('The format of {0}', count(papers)), matchOnDescription: true });
  if (!picked) throw new vscode.CancellationError();
  return picked.id;
}

async function chooseDestination(title: string): Promise<Destination> {
  const items: (vscode.QuickPickItem & { to: Destination })[] = [
    { to: 'document', label: vscode.l10n.t('A new document'), iconPath: new vscode.ThemeIcon('new-file') },
    { to: 'file', label: vscode.l10n.t('A file…'), iconPath: new vscode.ThemeIcon('save') },
    { to: 'clipboard', label: vscode.l10n.t('The clipboard'), iconPath: new vscode.ThemeIcon('clippy') },
  ];
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Where does it go?') });
  if (!picked) throw new vscode.CancellationError();
  return picked.to;
}

/** A language that this VS Code has: BibTeX and CSV come with extensions. */
async function languageOf({ language }: ExportFormat): Promise<string> {
  return (await vscode.languages.getLanguages()).includes(language) ? language : 'plaintext';
}

async function chooseFile(title: string, { title: name, ending }: ExportFormat): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({ title, filters: { [name]: [ending] }, ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, `papers.${ending}`) }) });
  if (!uri) throw new vscode.CancellationError();
  return uri;
}
