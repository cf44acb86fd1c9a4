/** Why a file could not be read or written, in a person's words. */
import * as vscode from 'vscode';

export function reasonOf(fault: unknown): string {
  const message = fault instanceof Error ? fault.message : String(fault);
  if (/ENOSPC|no space|NoSpace|disk (?:is )?full|quota/iu.test(message)) return vscode.l10n.t('the disk is full');
  const code = fault instanceof vscode.FileSystemError ? fault.code : '';
  switch (code) {
    case 'NoPermissions':
      return vscode.l10n.t('you have no permission to change it');
    case 'FileIsADirectory':
      return vscode.l10n.t('it is a folder');
    case 'FileNotFound':
    case 'FileNotADirectory':
      return vscode.l10n.t('its folder is missing');
    case 'Unavailable':
      return vscode.l10n.t('its file system does not answer');
    default:
      // "EntryNotFound (FileSystemError): Error: ENOENT: …, open '/path'"
      return message.replace(/^(?:\w+ \(FileSystemError\): ?|Error: ?|Unable to \w+ file '[^']*' ?)+/gu, '').replace(/[.\s]+$/u, '');
  }
}
