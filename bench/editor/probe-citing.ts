/** What a person does who cites, asked of VS Code as the editor asks: through all providers that answer for the document. */
import * as vscode from 'vscode';
import { median } from '../shared/stats.js';
import type { CitingFigures, CitingTask } from './questions.js';
import { threadTime as cpu } from './thread-time.js';

/** How long the first list is waited for, in milliseconds. */
const limit = 30_000;
const warmRounds = 10;
const hoverRounds = 5;
/** The extension host rests when it computes less than `most` in `within`; both in milliseconds. */
const resting = { most: 10, within: 250, tries: 60 };
/** Keys of generated papers: nothing else in an editor looks like them. */
const generatedKey = /[a-z]+\d{4}[a-z]+\d+/u;

/** Opens the document and cites in it. A figure that there is none of is left out. */
export async function cite({ file, listAt, hoverAt, typed }: CitingTask): Promise<CitingFigures> {
  const uri = vscode.Uri.file(file);
  const cpuBefore = cpu();
  const began = performance.now();
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  const shown = performance.now() - began;
  let found = await list(uri, document.positionAt(listAt));
  while (found.keys === 0 && performance.now() - began < limit) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    found = await list(uri, document.positionAt(listAt));
  }
  const first = performance.now() - began;
  const firstCpu = cpu() - cpuBefore;
  const [hoverFirst] = (await hovering(uri, document.positionAt(hoverAt), 1)).times;
  const second = found.keys === 0 ? NaN : await timed(async () => list(uri, document.positionAt(listAt)));
  await rest();
  const hover = await hovering(uri, document.positionAt(hoverAt), hoverRounds);
  const hovers: CitingFigures = hoverFirst === undefined ? {} : { hoverFirst, hover: median(hover.times), hoverCpu: hover.computed };
  if (found.keys === 0) return hovers;
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
  return { shown, first, firstCpu, warmCpu, keystrokeCpu, warm: median(warm), warmSlowest: Math.max(...warm), items: found.items, keystroke: median(keystrokes), keystrokeSlowest: Math.max(...keystrokes), second, ...hovers };
}

async function list(uri: vscode.Uri, position: vscode.Position): Promise<{ items: number; keys: number }> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, position);
  const text = ({ label, insertText, filterText }: vscode.CompletionItem) => [typeof label === 'string' ? label : label.label, typeof insertText === 'string' ? insertText : '', filterText ?? ''].join(' ');
  return { items: items.length, keys: items.filter((item) => generatedKey.test(text(item))).length };
}

async function hovering(uri: vscode.Uri, position: vscode.Position, rounds: number): Promise<{ times: number[]; computed: number }> {
  const times: number[] = [];
  const began = cpu();
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
    if (hovers.length === 0) break;
    times.push(performance.now() - from);
  }
  return { times, computed: (cpu() - began) / rounds };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Waits until everything that goes on in the background is done: warm is what comes then. */
async function rest(): Promise<void> {
  for (let tries = 0; tries < resting.tries; tries += 1) {
    const before = cpu();
    await new Promise((resolve) => setTimeout(resolve, resting.within));
    if (!(cpu() - before > resting.most)) return;
  }
}
