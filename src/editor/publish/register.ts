/** *Publish List…*: the catalogue as a list in Markdown, between markers of a README or as a file. */
import * as vscode from 'vscode';
import { commandIds } from '../../contributions.js';
import type { Disposable } from '../../core/ports.js';
import type { WrittenOptions } from '../../core/publish/with-export.js';
import { registerCommands } from '../shared/commands.js';
import { Disposables } from '../shared/disposables.js';
import type { House } from '../shared/house.js';
import { asUserError, inSlices } from '../shared/in-slices.js';
import { loadPublish } from '../shared/load-publish.js';
import { UserError } from '../shared/messages.js';
import { ReadOnlyTexts } from '../shared/read-only-texts.js';
import { chooseList } from './choose-list.js';
import { chooseTarget, type Target } from './choose-target.js';
import { sourceFor, type Source } from './source.js';
import { writeFile, writeInto, type Outcome, type Written } from './write-list.js';

export function registerPublish(house: House): Disposable {
  const disposables = new Disposables();
  const previews = disposables.add(new ReadOnlyTexts('litshelf-publish'));
  const title = vscode.l10n.t('Publish List');
  disposables.add(registerCommands(house, { [commandIds.publishList]: [title, (first) => publishList(house, previews, first)] }));
  return disposables;
}

interface Argument {
  readonly into?: string;
  readonly output?: string;
  readonly options?: WrittenOptions;
  /** Whether the difference is shown first; true by default. */
  readonly preview?: boolean;
}

/** @throws UserError for an argument that is none */
function readArgument(argument: unknown): Argument {
  if (argument === undefined || argument instanceof vscode.Uri) return {};
  const { into, output, options = {}, preview } = (typeof argument === 'object' && argument !== null ? argument : { into: 0 }) as Record<string, unknown>;
  const text = (value: unknown): value is string | undefined => value === undefined || typeof value === 'string';
  const written = typeof options === 'object' && options !== null && Object.values(options).every((value) => typeof value === 'string');
  if (!text(into) || !text(output) || !written || (preview !== undefined && typeof preview !== 'boolean') || (into !== undefined && output !== undefined)) {
    throw new UserError(vscode.l10n.t('This command takes {"into": "README.md"} or {"output": "LIST.md"} as its argument, with {"options": {"shape": "…"}} and {"preview": false} if you like.'));
  }
  return { ...(into === undefined ? {} : { into }), ...(output === undefined ? {} : { output }), options, ...(preview === undefined ? {} : { preview }) };
}

async function publishList(house: House, previews: ReadOnlyTexts, first: unknown): Promise<Written | undefined> {
  const argument = readArgument(first);
  const target = argument.into !== undefined ? { kind: 'renew' as const, uri: workspaceFile(argument.into) } : argument.output !== undefined ? { kind: 'file' as const, uri: workspaceFile(argument.output) } : await chooseTarget();
  const source = await sourceFor(house, target.kind === 'insert' ? target.document.uri : target.kind === 'untitled' ? undefined : target.uri);
  const ask = argument.preview !== false;
  const asked = argument.into !== undefined || argument.output !== undefined;
  if (target.kind === 'renew') {
    const document = await open(target.uri);
    const { updateInSteps } = await loadPublish();
    const { text, ...counts } = await inSlices(updateInSteps(document.getText(), source, argument.options ?? {}));
    return writeInto(house, previews, document, { after: text, ...counts }, ask);
  }
  const options = asked ? (argument.options ?? {}) : await chooseList(house, source);
  if (target.kind === 'insert') return writeInto(house, previews, target.document, await inserted(source, options, target), ask);
  const outcome = await whole(source, options);
  if (target.kind === 'file') return writeFile(house, previews, target.uri, outcome, ask);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content: outcome.after }));
  return { papers: outcome.papers, changed: true };
}

/** A file of the workspace by its path; an absolute path or an address is what it says. */
function workspaceFile(name: string): vscode.Uri {
  if (/^[a-z][a-z0-9+.-]+:\/\//iu.test(name)) return vscode.Uri.parse(name, true);
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (/^(?:\/|[a-z]:[\\/])/iu.test(name)) return vscode.Uri.file(name);
  if (!folder) throw new UserError(vscode.l10n.t('Open a folder first: {0} is looked for in a workspace.', name));
  return vscode.Uri.joinPath(folder.uri, name);
}

async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    throw new UserError(vscode.l10n.t('{0} could not be opened. Make it, with the lines "<!-- litshelf:begin -->" and "<!-- litshelf:end -->" where the list shall stand.', vscode.workspace.asRelativePath(uri)));
  }
}

async function whole(source: Source, written: WrittenOptions): Promise<Outcome> {
  const { headingsAbove, publishInSteps, readOptions, wholeFile } = await loadPublish();
  try {
    const published = await inSlices(publishInSteps(source, readOptions(written), headingsAbove(source)));
    return { after: wholeFile(source, published), papers: published.papers, sections: published.sections };
  } catch (fault) {
    throw asUserError(fault);
  }
}

/** Markers on lines of their own at the place, and the list between them; other lists of the document stay as they are. */
async function inserted(source: Source, written: WrittenOptions, { document, offset }: Extract<Target, { kind: 'insert' }>): Promise<Outcome> {
  const { beginMarker, publishBetween } = await loadPublish();
  try {
    const text = document.getText();
    const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
    const { line } = document.positionAt(offset);
    // a line that says something stays whole, and the list comes behind it
    const at = document.lineAt(line).isEmptyOrWhitespace ? document.offsetAt(new vscode.Position(line, 0)) : document.offsetAt(document.lineAt(line).range.end);
    const list = await inSlices(publishBetween(text.slice(0, at), beginMarker(written), written, source, eol));
    const [before, after] = [text.slice(0, at), text.slice(at)];
    const above = before === '' || /(?:^|\n)[ \t]*\r?\n$/u.test(before) ? '' : before.endsWith('\n') ? eol : eol + eol;
    const below = after === '' ? eol : /^[ \t]*\r?\n[ \t]*(?:\r?\n|$)/u.test(after) ? '' : /^[ \t]*\r?\n/u.test(after) ? eol : eol + eol;
    return { after: before + above + list.text + below + after, papers: list.papers, sections: list.sections };
  } catch (fault) {
    throw asUserError(fault);
  }
}
