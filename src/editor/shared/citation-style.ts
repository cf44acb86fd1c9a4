/** The style of formatted references: a bundled one, or a person's own .csl file; and what is said when that cannot be used. */
import os from 'node:os';
import * as vscode from 'vscode';
import { settingKeys } from '../../contributions.js';
import { CslError } from '../../core/csl/csl-error.js';
import type { FormatOptions } from '../../core/csl/format.js';
import { bundledStyles, isBundledStyle } from '../../core/csl/styles.js';
import { UserError } from './messages.js';
import { readCitationStyle, readCitationStyleFile } from './settings.js';
import { showPlace } from './show-place.js';

export interface CitationStyle {
  readonly style: FormatOptions['style'];
  /** The person's own file, if it is one. */
  readonly file: vscode.Uri | undefined;
}

/**
 * The style for a document: the one that is asked for, else the file of `litshelf.citationStyleFile`, else `litshelf.citationStyle`.
 * @throws UserError for a style that does not exist and a file that cannot be read
 */
export async function citationStyleFor(document: vscode.TextDocument | undefined, asked?: unknown): Promise<CitationStyle> {
  if (typeof asked === 'string') {
    if (isBundledStyle(asked)) return { style: asked, file: undefined };
    throw new UserError(vscode.l10n.t('There is no citation style "{0}". There are {1}.', asked, Object.keys(bundledStyles).join(', ')));
  }
  const typed = readCitationStyleFile(document);
  if (typed === '') return { style: readCitationStyle(document), file: undefined };
  const file = resolve(typed, document);
  try {
    return { style: { csl: new TextDecoder().decode(await vscode.workspace.fs.readFile(file)) }, file };
  } catch {
    throw new UserError(vscode.l10n.t('The citation style {0} could not be read. Correct the setting litshelf.{1}, or clear it to use a style that comes with Litshelf.', file.path, settingKeys.citationStyleFile), [openSetting()]);
  }
}

/** What is shown when a style cannot be used: the file, the line, the reason and what to do. */
export function explainStyle(fault: unknown, { file }: CitationStyle): unknown {
  if (!(fault instanceof CslError)) return fault;
  if (file === undefined) return new UserError(fault.message);
  const { line } = fault;
  const place = `${vscode.workspace.asRelativePath(file)}${line === undefined ? '' : `:${line}`}`;
  const open = { title: vscode.l10n.t('Open Style'), run: () => openAt(file, line ?? 1) };
  return new UserError(vscode.l10n.t('{0}: {1} Correct the file, or clear the setting litshelf.{2}.', place, fault.message, settingKeys.citationStyleFile), [open, openSetting()]);
}

/** `~`, an absolute path, or a path inside the document's workspace folder. */
function resolve(typed: string, document: vscode.TextDocument | undefined): vscode.Uri {
  const path = /^~(?=[\\/])/u.test(typed) ? os.homedir() + typed.slice(1) : typed;
  const folder = (document && vscode.workspace.getWorkspaceFolder(document.uri)) ?? vscode.workspace.workspaceFolders?.[0];
  if (/^(?:[\\/]|[a-z]:[\\/])/iu.test(path)) return folder ? folder.uri.with({ path: vscode.Uri.file(path).path }) : vscode.Uri.file(path);
  if (folder) return vscode.Uri.joinPath(folder.uri, path);
  throw new UserError(vscode.l10n.t('The setting litshelf.{0} names {1}, which is relative to a workspace folder, and no folder is open. Use an absolute path.', settingKeys.citationStyleFile, typed), [openSetting()]);
}

function openSetting(): { title: string; run: () => unknown } {
  return { title: vscode.l10n.t('Open Setting'), run: () => vscode.commands.executeCommand('workbench.action.openSettings', `litshelf.${settingKeys.citationStyleFile}`) };
}

async function openAt(file: vscode.Uri, line: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(file);
  const at = document.offsetAt(new vscode.Position(line - 1, 0));
  await showPlace(file, { start: at, end: at });
}
