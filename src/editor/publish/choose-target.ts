/** Where a list goes: into lists that files have, to the cursor, or into something new. */
import * as vscode from 'vscode';
import { documentText } from './document-text.js';

export type Target =
  /** All lists between markers of a file are renewed. */
  | { readonly kind: 'renew'; readonly uri: vscode.Uri }
  /** Markers and a list at a place of an open document. */
  | { readonly kind: 'insert'; readonly document: vscode.TextDocument; readonly offset: number }
  /** A file, whole. */
  | { readonly kind: 'file'; readonly uri: vscode.Uri }
  | { readonly kind: 'untitled' };

/** More files are not looked through. */
const mostFiles = 300;
const markdown = /\.(?:md|markdown|mdx|qmd|rmd)$/iu;

/** @throws CancellationError when dismissed */
export async function chooseTarget(): Promise<Target> {
  const editor = vscode.window.activeTextEditor;
  const active = editor !== undefined && (editor.document.languageId === 'markdown' || markdown.test(editor.document.uri.path)) ? editor : undefined;
  const here = (uri: vscode.Uri) => vscode.workspace.asRelativePath(uri);
  const items: (vscode.QuickPickItem & { choose(): Target | Promise<Target> })[] = [
    ...(await filesWithMarkers()).map((uri) => ({ label: vscode.l10n.t('Renew the lists in {0}', here(uri)), iconPath: new vscode.ThemeIcon('sync'), detail: vscode.l10n.t('Between their markers; all else stays as it is'), choose: (): Target => ({ kind: 'renew', uri }) })),
    ...(active === undefined ? [] : [{ label: vscode.l10n.t('At the cursor in {0}', here(active.document.uri)), iconPath: new vscode.ThemeIcon('insert'), detail: vscode.l10n.t('Between new markers, so that it can be renewed'), choose: (): Target => ({ kind: 'insert', document: active.document, offset: active.document.offsetAt(active.selection.active) }) }]),
    { label: vscode.l10n.t('As a file…'), iconPath: new vscode.ThemeIcon('save'), detail: vscode.l10n.t('With title and description above'), choose: chooseFile },
    { label: vscode.l10n.t('As a new document'), iconPath: new vscode.ThemeIcon('new-file'), detail: vscode.l10n.t('Not saved yet'), choose: (): Target => ({ kind: 'untitled' }) },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Publish List'), placeHolder: vscode.l10n.t('Where does the list go?'), matchOnDetail: true });
  if (!picked) throw new vscode.CancellationError();
  return picked.choose();
}

async function chooseFile(): Promise<Target> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({ title: vscode.l10n.t('Publish List'), filters: { Markdown: ['md'] }, ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, 'LIST.md') }) });
  if (!uri) throw new vscode.CancellationError();
  return { kind: 'file', uri };
}

/** Files of the workspace that hold markers, and open documents whatever they are; READMEs first. */
async function filesWithMarkers(): Promise<vscode.Uri[]> {
  const found = await vscode.workspace.findFiles('**/*.{md,markdown,mdx,qmd,Rmd}', undefined, mostFiles);
  const uris = new Map([...found, ...vscode.workspace.textDocuments.filter(({ uri, isUntitled }) => !isUntitled && uri.scheme !== 'git' && markdown.test(uri.path)).map(({ uri }) => uri)].map((uri) => [uri.toString(), uri]));
  const marked = await Promise.all([...uris.values()].map(async (uri) => ((await documentText(uri).catch(() => '')).includes('<!-- litshelf:begin') ? uri : undefined)));
  const readme = ({ path }: vscode.Uri) => (/\/readme[^/]*$/iu.test(path) ? 0 : 1);
  return marked.filter((uri) => uri !== undefined).sort((a, b) => readme(a) - readme(b) || (a.path < b.path ? -1 : 1));
}
