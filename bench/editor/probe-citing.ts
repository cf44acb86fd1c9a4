/** What a person does who cites, asked of VS Code as the editor asks: through all providers that answer for the document. */
import * as vscode from 'vscode';
import { median } from '../shared/stats.js';
import type { CitingFigures, CitingTask } from './questions.js';

/** How long the first list is waited for, in milliseconds. */
const limit = 30_000;
const warmRounds = 10;
const hoverRounds = 5;
/** Keys of generated papers: nothing else in an editor looks like them. */
const generatedKey = /[a-z]+\d{4}[a-z]+\d+/u;

/** Opens the document and cites in it. A figure that there is none of is left out. */
export async function cite({ file, listAt, hoverAt, typed }: CitingTask): Promise<CitingFigures> {
  const uri = vscode.Uri.file(file);
  const cpuBefore = cpu();
  const began = performance.now();
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  let found = await list(uri, document.positionAt(listAt));
  while (found.keys === 0 && performance.now() - began < limit) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    found = await list(uri, document.positionAt(listAt));
  }
  const first = performance.now() - began;
  const firstCpu = cpu() - cpuBefore;
  const hover = await hovering(uri, document.positionAt(hoverAt));
  if (found.keys === 0) return hover;
  const warm: number[] = [];
  const warmFrom = cpu();
  for (let round = 0; round < warmRounds; round += 1) {
    const from = performance.now();
    found = await list(uri, document.positionAt(listAt));
    warm.push(performance.now() - from);
  }
  const warmCpu = (cpu() - warmFrom) / warmRounds;
  const keystrokes: number[] = [];
  const typedFrom = cpu();
  let at = listAt;
  for (const letter of typed) {
    const from = performance.now();
    await editor.edit((edit) => edit.insert(document.positionAt(at), letter), { undoStopBefore: false, undoStopAfter: false });
    at += 1;
    await list(uri, document.positionAt(at));
    keystrokes.push(performance.now() - from);
  }
  const keystrokeCpu = (cpu() - typedFrom) / typed.length;
  return { first, firstCpu, warmCpu, keystrokeCpu, warm: median(warm), warmSlowest: Math.max(...warm), items: found.items, keystroke: median(keystrokes), keystrokeSlowest: Math.max(...keystrokes), ...hover };
}

async function list(uri: vscode.Uri, position: vscode.Position): Promise<{ items: number; keys: number }> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, position);
  const text = ({ label, insertText, filterText }: vscode.CompletionItem) => [typeof label === 'string' ? label : label.label, typeof insertText === 'string' ? insertText : '', filterText ?? ''].join(' ');
  return { items: items.length, keys: items.filter((item) => generatedKey.test(text(item))).length };
}

/** Time that the extension host's thread has computed, whatever else the machine does, in milliseconds; NaN in an older VS Code. */
function cpu(): number {
  const usage = (process as { threadCpuUsage?: () => NodeJS.CpuUsage }).threadCpuUsage?.();
  return usage ? (usage.user + usage.system) / 1000 : NaN;
}

async function hovering(uri: vscode.Uri, position: vscode.Position): Promise<Record<string, number>> {
  const times: number[] = [];
  const began = cpu();
  for (let round = 0; round < hoverRounds; round += 1) {
    const from = performance.now();
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
    if (hovers.length === 0) return {};
    times.push(performance.now() - from);
  }
  return { hoverFirst: times[0] ?? NaN, hover: median(times.slice(1)), hoverCpu: (cpu() - began) / hoverRounds };
}
