/** A bibliography's file as it is now, and what it is to become: written whole or not at all, and read back. */
import * as vscode from 'vscode';
import { reasonOf } from './file-reason.js';
import { UserError } from './messages.js';

/** A file's text without its byte order mark, and the way back to bytes. */
export interface FileText {
  readonly uri: vscode.Uri;
  readonly text: string;
  /** Undefined when there is no such file yet. */
  readonly bytes: Uint8Array | undefined;
  encode(text: string): Promise<Uint8Array>;
}

const mark = '\uFEFF';

/** @throws UserError when the file cannot be read, or could not be written as it is read */
export async function readFileText(uri: vscode.Uri): Promise<FileText> {
  const bytes = await readBytes(uri);
  const utf8 = (text: string) => Promise.resolve(new TextEncoder().encode(text));
  if (!bytes) return { uri, text: '', bytes, encode: utf8 };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const lead = text.startsWith(mark) ? mark : '';
    return { uri, text: text.slice(lead.length), bytes, encode: (changed) => utf8(lead + changed) };
  } catch {
    // in the encoding that the settings name for it, if that is one that gives back every byte
    const text = await vscode.workspace.decode(bytes, { uri });
    const encode = async (changed: string) => vscode.workspace.encode(changed, { uri });
    if (sameBytes(await encode(text), bytes)) return { uri, text, bytes, encode };
    throw new UserError(vscode.l10n.t('{0} is not in UTF-8. Save it with that encoding, or name its own in the setting files.encoding. Nothing was changed.', nameOf(uri)));
  }
}

async function readBytes(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (fault) {
    if (fault instanceof vscode.FileSystemError && fault.code === 'FileNotFound') return undefined;
    throw new UserError(vscode.l10n.t('{0} cannot be read: {1}. Nothing was changed.', nameOf(uri), reasonOf(fault)));
  }
}

/** Says why a file can certainly not be written, before anything is tried. @throws UserError */
export async function checkWritable({ uri, bytes }: FileText): Promise<void> {
  const refuse = (why: string) => new UserError(vscode.l10n.t('{0} cannot be changed: {1}. Nothing was changed.', nameOf(uri), why));
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) throw refuse(vscode.l10n.t('its file system is read-only'));
  const permissions = bytes ? (await vscode.workspace.fs.stat(uri)).permissions : undefined;
  if (permissions !== undefined && (permissions & vscode.FilePermission.Readonly) !== 0) throw refuse(vscode.l10n.t('it is read-only'));
  if (bytes) return;
  const folder = vscode.Uri.joinPath(uri, '..');
  try {
    await vscode.workspace.fs.stat(folder);
  } catch {
    // VS Code would make it; a mistyped name should not
    throw new UserError(vscode.l10n.t('{0} cannot be created: there is no folder {1}. Nothing was changed.', nameOf(uri), nameOf(folder)));
  }
}

/** Writes the file and reads it back. @throws UserError with the reason; then the file is as it was */
export async function writeFileText(file: FileText, text: string): Promise<void> {
  const { uri } = file;
  const bytes = await file.encode(text);
  try {
    await vscode.workspace.fs.writeFile(uri, bytes);
  } catch (fault) {
    await restore(file);
    throw new UserError(vscode.l10n.t('{0} cannot be written: {1}. Nothing was changed.', nameOf(uri), reasonOf(fault)));
  }
  const back = await readBytes(uri);
  if (!back || !sameBytes(back, bytes)) throw new UserError(vscode.l10n.t('{0} was written but is another when it is read again. Look at it before you go on.', nameOf(uri)));
}

/**
 * Why an editor could not save the file, and the file as it was: what a full disk cut off is put back, what somebody else has
 * written meanwhile stays.
 */
export async function restoreUnsaved(file: FileText, wanted: string): Promise<string> {
  const { uri, bytes } = file;
  const now = await vscode.workspace.fs.readFile(uri).then((found) => found, () => undefined);
  const written = await file.encode(wanted);
  const cut = now !== undefined && now.length < written.length && sameBytes(now, written.slice(0, now.length));
  if (!now || !bytes || (!sameBytes(now, bytes) && !cut)) return vscode.l10n.t('it has changed on disk');
  try {
    // the same bytes once more: the editor tells no reason, the file system does
    await vscode.workspace.fs.writeFile(uri, bytes);
    return vscode.l10n.t('its editor refused');
  } catch (fault) {
    return reasonOf(fault);
  }
}

/** A disk that became full may have cost the file its end. @throws UserError when even that cannot be mended */
async function restore({ uri, bytes, text }: FileText): Promise<void> {
  const now = await vscode.workspace.fs.readFile(uri).then((found) => found, () => undefined);
  if (!bytes) {
    if (now) await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
    return;
  }
  if (now && sameBytes(now, bytes)) return;
  try {
    await vscode.workspace.fs.writeFile(uri, bytes);
  } catch (fault) {
    const show = { title: vscode.l10n.t('Show What It Was'), run: async () => vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: text })) };
    throw new UserError(vscode.l10n.t('Writing {0} failed and it could not be restored: {1}.', nameOf(uri), reasonOf(fault)), [show]);
  }
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}
