/** A picker over bibliographies: those of a document, the workspace's others, a new one, any file. */
import * as vscode from 'vscode';
import type { FoundBibliography } from '../../core/cite/discover.js';
import { placeOf } from './bibliographies.js';
import { bibliographiesOfWorkspace } from './find-bibliographies.js';
import type { CiteHouse } from './cite-house.js';
import { bibliographyName, whyBibliography } from './why-bibliography.js';

export interface PickedBibliography {
  readonly uri: vscode.Uri;
  /** How the document came by it; undefined when it did not. */
  readonly found: FoundBibliography | undefined;
  /** There is no such file yet. */
  readonly isNew: boolean;
}

/** Something else that can be picked. */
export interface OtherRow<T> {
  readonly label: string;
  readonly detail?: string;
  readonly icon: string;
  readonly value: T;
}

interface Row<T> extends vscode.QuickPickItem {
  readonly file?: PickedBibliography;
  readonly other?: T;
  readonly browse?: boolean;
}

const open: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('go-to-file'), tooltip: vscode.l10n.t('Open to the Side') };

/** @throws CancellationError when dismissed */
export async function pickBibliography<T = never>(house: CiteHouse, document: vscode.TextDocument | undefined, title: string, others: readonly OtherRow<T>[] = []): Promise<PickedBibliography | { readonly other: T }> {
  const place = document && placeOf(document);
  const found = document ? await house.bibliographies.found(document) : [];
  const own = place ? found.map((one) => ownRow(one, place)) : [];
  const rest: Row<T>[] = others.map(({ label, detail, icon, value }) => ({ label, ...(detail === undefined ? {} : { detail }), iconPath: new vscode.ThemeIcon(icon), other: value }));
  const row = await choose<Row<T>>(title, async (token) => {
    const listed = new Set(own.map(({ file }) => file?.uri.toString()));
    const there = (await bibliographiesOfWorkspace(token)).filter((uri) => !listed.has(uri.toString()) && (!place || uri.scheme === place.scheme));
    return [
      ...section(vscode.l10n.t('this document'), own),
      ...section(vscode.l10n.t('in the workspace'), there.map((uri): Row<T> => ({ label: nameOf(uri), description: folderOf(uri), iconPath: new vscode.ThemeIcon('file'), buttons: [open], file: { uri, found: undefined, isNew: false } }))),
      ...section(vscode.l10n.t('other'), [...newRow(place, [...own, ...there.map((uri) => ({ file: { uri } }))]), { label: vscode.l10n.t('Choose a File…'), iconPath: new vscode.ThemeIcon('folder-opened'), browse: true }, ...rest]),
    ];
  });
  if (row.file) return row.file;
  if (row.browse !== true) return { other: row.other as T };
  const [chosen] = (await vscode.window.showOpenDialog({ title, filters: { [vscode.l10n.t('Bibliographies')]: ['bib', 'json', 'yaml', 'yml'] }, ...(place ? { defaultUri: vscode.Uri.joinPath(place, '..') } : {}) })) ?? [];
  if (!chosen) throw new vscode.CancellationError();
  return { uri: chosen, found: undefined, isNew: false };
}

/** The file that would be created beside a document. */
export function newBibliography(document: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(document, '..', 'references.bib');
}

function ownRow(found: FoundBibliography, place: vscode.Uri): Row<never> {
  const uri = place.with({ path: found.path });
  const why = whyBibliography(found, place);
  return {
    label: bibliographyName(uri, place),
    description: found.exists ? why : vscode.l10n.t('missing; {0}', why),
    iconPath: new vscode.ThemeIcon(found.exists ? 'library' : 'warning'),
    buttons: found.exists ? [open] : [],
    file: { uri, found, isNew: !found.exists },
  };
}

function newRow(place: vscode.Uri | undefined, listed: readonly { readonly file?: { readonly uri: vscode.Uri } | undefined }[]): Row<never>[] {
  const uri = place ? newBibliography(place) : undefined;
  if (!uri || listed.some(({ file }) => file?.uri.toString() === uri.toString())) return [];
  return [{ label: vscode.l10n.t('Create references.bib'), description: folderOf(uri), iconPath: new vscode.ThemeIcon('new-file'), file: { uri, found: undefined, isNew: true } }];
}

function section<T>(label: string, rows: readonly Row<T>[]): Row<T>[] {
  return rows.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows];
}

async function choose<R extends vscode.QuickPickItem & { readonly file?: PickedBibliography }>(title: string, rows: (token: vscode.CancellationToken) => Promise<R[]>): Promise<R> {
  const pick = vscode.window.createQuickPick<R>();
  const cancel = new vscode.CancellationTokenSource();
  pick.title = title;
  pick.placeholder = vscode.l10n.t('Bibliography');
  pick.matchOnDescription = true;
  pick.busy = true;
  try {
    return await new Promise<R>((resolve, reject) => {
      pick.onDidAccept(() => {
        const [active] = pick.activeItems;
        if (active) resolve(active);
      });
      pick.onDidTriggerItemButton(({ item }) => {
        if (item.file) void vscode.window.showTextDocument(item.file.uri, { viewColumn: vscode.ViewColumn.Beside, preview: false }).then(undefined, reject);
      });
      pick.onDidHide(() => reject(new vscode.CancellationError()));
      pick.show();
      rows(cancel.token).then((items) => {
        pick.items = items;
        pick.busy = false;
      }, reject);
    });
  } finally {
    cancel.cancel();
    cancel.dispose();
    pick.dispose();
  }
}

const nameOf = (uri: vscode.Uri) => uri.path.slice(uri.path.lastIndexOf('/') + 1);

/** Empty at the top of a workspace folder, which VS Code would give whole. */
function folderOf(uri: vscode.Uri): string {
  const folder = vscode.Uri.joinPath(uri, '..');
  return vscode.workspace.getWorkspaceFolder(uri)?.uri.path === folder.path ? '' : vscode.workspace.asRelativePath(folder, false);
}
