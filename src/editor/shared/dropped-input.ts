/** What was dropped onto the tree from elsewhere: links, text, or files of references; it is added as if it had been pasted. */
import * as vscode from 'vscode';
import { commandIds } from '../../contributions.js';

/** What a drop may carry. */
export const inputMimes = ['text/uri-list', 'text/plain', 'files'] as const;

/** Files that hold references, or lists of links. */
const readable = /\.(?:bib|ris|json|md|markdown|txt)$/iu;
/** Nobody has longer ones. Bytes. */
const longest = 5_000_000;

/** Offers to add what was dropped, into a category when it fell on one. False when there is nothing that could be read. */
export async function addDropped(transfer: vscode.DataTransfer, category: string | undefined): Promise<boolean> {
  const input = await textIn(transfer);
  if (input === undefined) return false;
  await vscode.commands.executeCommand(commandIds.addPaper, { input, ...(category === undefined ? {} : { categories: [category] }) });
  return true;
}

async function textIn(transfer: vscode.DataTransfer): Promise<string | undefined> {
  const texts: string[] = [];
  for (const [, item] of transfer) {
    // a file that was dragged in from outside the window
    const file = item.asFile();
    if (file && readable.test(file.name)) texts.push(decode(await file.data()));
  }
  if (texts.length > 0) return joined(texts);
  const list = (await transfer.get('text/uri-list')?.asString()) ?? '';
  for (const line of list.split(/[\r\n]+/u).map((one) => one.trim()).filter((one) => one !== '' && !one.startsWith('#'))) {
    if (/^https?:/iu.test(line)) texts.push(line);
    else if (readable.test(line)) texts.push(await read(line));
  }
  if (texts.length > 0) return joined(texts);
  return joined([(await transfer.get('text/plain')?.asString()) ?? '']);
}

async function read(address: string): Promise<string> {
  try {
    return decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(address, true)));
  } catch {
    return '';
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, longest));
}

function joined(texts: readonly string[]): string | undefined {
  const text = texts.join('\n');
  return text.trim() === '' ? undefined : text;
}
