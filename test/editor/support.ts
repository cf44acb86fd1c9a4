/** What editor tests share: the extension's API, files on disk, and waiting for what happens by itself. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { LitshelfApi } from '../../src/api.js';
import type { PaperFields } from '../../src/core/model/schema.js';

export async function litshelf(): Promise<LitshelfApi> {
  const extension = vscode.extensions.getExtension<LitshelfApi>('litshelf.litshelf');
  assert.ok(extension, 'the extension is there');
  return extension.activate();
}

/** The workspace folder that the tests may write to. */
export function workspace(): vscode.WorkspaceFolder {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return folder;
}

export function onDisk(...names: string[]): string {
  return path.join(workspace().uri.fsPath, ...names);
}

export function uriOf(name: string): vscode.Uri {
  return vscode.Uri.joinPath(workspace().uri, ...name.split('/'));
}

export async function paper(key: string): Promise<PaperFields | undefined> {
  return (await (await litshelf()).papers()).find(({ id }) => id === key);
}

/** Asks until the answer is no failure; what is promised within a second gets five on a busy machine. */
export async function eventually<T>(ask: () => T | Promise<T>, limit = 5000): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    try {
      return await ask();
    } catch (fault) {
      if (Date.now() > end) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

export async function closeEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

export function remove(name: string): void {
  // VS Code may still be writing beside what is removed
  rmSync(onDisk(name), { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

let untitledDocuments = 0;

/**
 * An untitled document under a name that no other has: VS Code gives the name of a document that is being closed away again, and then
 * tells two stories about its text. (It opens an editor for each changed document by itself, which {@link closeEditors} closes.)
 */
export async function untitled(language: string, content: string): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.from({ scheme: 'untitled', path: `test-${++untitledDocuments}` });
  const document = await vscode.languages.setTextDocumentLanguage(await vscode.workspace.openTextDocument(uri), language);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), content);
  assert.ok(await vscode.workspace.applyEdit(edit));
  assert.equal(document.getText(), content);
  return document;
}
