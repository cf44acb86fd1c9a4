/** Where a list comes from: a file, the open document, an address. */
import * as vscode from 'vscode';
import { abortOn } from '../shared/abort.js';
import type { House } from '../shared/house.js';
import { loadImporting } from '../shared/load-importing.js';
import { UserError } from '../shared/messages.js';
import { asUserError } from './fault.js';

export interface Input {
  /** The last part of its path: the ending tells the format. */
  readonly name: string;
  readonly text: string;
  /** What people call it. */
  readonly label: string;
  /** Where its lines can be looked at; undefined for what was fetched. */
  readonly uri: vscode.Uri | undefined;
  /** The address that it was fetched from, as the person gave it. */
  readonly address: string | undefined;
}

const endings: Readonly<Record<string, string>> = { bibtex: '.bib', json: '.json', yaml: '.yaml', markdown: '.md' };
const web = /^https?:\/\//iu;

/** @throws CancellationError when dismissed; UserError when it cannot be read */
export async function chooseInput(house: House): Promise<Input> {
  const editor = vscode.window.activeTextEditor;
  const items: (vscode.QuickPickItem & { choose(): Promise<Input> })[] = [
    ...(editor === undefined ? [] : [{ label: vscode.l10n.t('The open document'), description: vscode.workspace.asRelativePath(editor.document.uri), iconPath: new vscode.ThemeIcon('file'), choose: () => Promise.resolve(ofDocument(editor.document)) }]),
    { label: vscode.l10n.t('A file…'), iconPath: new vscode.ThemeIcon('folder-opened'), detail: vscode.l10n.t('Markdown, BibTeX, RIS, CSL-JSON, CSL-YAML, Hayagriva'), choose: chooseFile },
    { label: vscode.l10n.t('An address…'), iconPath: new vscode.ThemeIcon('globe'), detail: vscode.l10n.t('Of a repository, a file on GitHub, or any other text on the web'), choose: () => chooseAddress(house) },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Import'), placeHolder: vscode.l10n.t('What is imported?'), matchOnDetail: true, matchOnDescription: true });
  if (!picked) throw new vscode.CancellationError();
  return picked.choose();
}

/** @throws UserError when it cannot be read */
export async function readInputAt(house: House, address: string, silent: boolean): Promise<Input> {
  if (web.test(address)) return fetchInput(house, address, silent);
  let uri: vscode.Uri;
  try {
    uri = /^[a-z][a-z0-9+.-]+:/iu.test(address) && !/^[a-z]:[\\/]/iu.test(address) ? vscode.Uri.parse(address, true) : inWorkspace(address);
  } catch {
    throw new UserError(vscode.l10n.t('{0} is neither a file nor a web address.', address));
  }
  return ofFile(uri);
}

function inWorkspace(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (/^(?:\/|[a-z]:[\\/])/iu.test(name)) return vscode.Uri.file(name);
  if (!folder) throw new UserError(vscode.l10n.t('Open a folder first: {0} is looked for in a workspace.', name));
  return vscode.Uri.joinPath(folder.uri, name);
}

async function chooseFile(): Promise<Input> {
  const all = vscode.l10n.t('Lists and bibliographies');
  const [uri] = (await vscode.window.showOpenDialog({ title: vscode.l10n.t('Import'), openLabel: vscode.l10n.t('Import'), filters: { [all]: ['md', 'markdown', 'bib', 'ris', 'json', 'yaml', 'yml'] } })) ?? [];
  if (!uri) throw new vscode.CancellationError();
  return ofFile(uri);
}

async function ofFile(uri: vscode.Uri): Promise<Input> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return ofDocument(open);
  const label = vscode.workspace.asRelativePath(uri);
  try {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    return { name: nameOf(uri.path), text, label, uri, address: undefined };
  } catch {
    throw new UserError(vscode.l10n.t('{0} could not be read.', label));
  }
}

function ofDocument(document: vscode.TextDocument): Input {
  const name = nameOf(document.uri.path);
  // a document without a name tells by its language what it holds
  const ending = /\.[^.]+$/u.test(name) ? '' : (endings[document.languageId] ?? '');
  return { name: name + ending, text: document.getText(), label: vscode.workspace.asRelativePath(document.uri), uri: document.uri, address: undefined };
}

function nameOf(path: string): string {
  return path.split('/').findLast((part) => part !== '') ?? 'list.md';
}

async function chooseAddress(house: House): Promise<Input> {
  const { rawAddresses } = await loadImporting();
  const address = await vscode.window.showInputBox({
    title: vscode.l10n.t('Import'),
    prompt: vscode.l10n.t('The address of a repository, of a file on GitHub, or of any other text on the web'),
    placeHolder: 'https://github.com/owner/awesome-list',
    ignoreFocusOut: true,
    validateInput: (typed) => {
      try {
        if (typed.trim() !== '') rawAddresses(typed);
        return undefined;
      } catch (fault) {
        return fault instanceof Error ? fault.message : String(fault);
      }
    },
  });
  if (address === undefined || address.trim() === '') throw new vscode.CancellationError();
  return fetchInput(house, address, false);
}

async function fetchInput(house: House, typed: string, silent: boolean): Promise<Input> {
  const { fetchSource } = await loadImporting();
  const address = typed.trim().replace(/#.*$/u, '');
  const location = silent ? vscode.ProgressLocation.Window : vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title: vscode.l10n.t('Fetching {0}', address), cancellable: !silent }, async (_, token) => {
    const abort = abortOn(token);
    try {
      const { text, url } = await fetchSource(await house.sources(), address, abort.signal);
      return { name: nameOf(/^[^?]*/u.exec(url)?.[0] ?? url), text, label: address, uri: undefined, address };
    } catch (fault) {
      throw abort.signal.aborted ? new vscode.CancellationError() : asUserError(fault);
    } finally {
      abort.dispose();
    }
  });
}
