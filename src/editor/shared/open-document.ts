/** Documents that are open, and whether they are what the disk holds. */
import * as vscode from 'vscode';

/** How long VS Code may take to load a file again that changed on disk, in milliseconds. */
const patience = 500;

export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const id = uri.toString();
  return vscode.workspace.textDocuments.find((one) => one.uri.toString() === id && !one.isClosed);
}

/**
 * An open document that may be changed: its editor shows what the file holds, or what a person has made of it. Undefined when there is
 * none: a document whose file is another by now, which VS Code has not noticed, is left to VS Code, and the file counts.
 */
export async function settled(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const end = Date.now() + patience;
  for (;;) {
    const document = openDocument(uri);
    if (!document || document.isDirty || document.isUntitled || (await onDisk(uri)) === unified(document.getText())) return document;
    if (Date.now() > end) return undefined;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function onDisk(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return unified(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
  } catch {
    return undefined;
  }
}

/** VS Code gives every line of a document the same end. */
function unified(text: string): string {
  return text.replace(/\r\n?/gu, '\n');
}
