/** The box that takes anything: says while one types what it recognised. */
import * as vscode from 'vscode';
import { unfold } from '../../core/adding/pasted-lines.js';
import type { InputReading } from '../../core/adding/types.js';
import { oneLine } from '../../core/outline/markdown.js';
import { escapeIcons } from '../shared/escape-icons.js';
import { debounced } from '../shared/debounce.js';
import type { House } from '../shared/house.js';
import { loadAdding } from '../shared/load-adding.js';
import type { Input } from './adding.js';
import { sentence } from './sentence.js';
import { answerOf, newPick, type Row } from './step.js';

/** What stays when the box is opened again. */
export interface BoxMemory {
  typed: string;
  /** What was pasted, with its line breaks: the box has none. */
  pasted: string | undefined;
}

/** Something in reach that may be meant. */
export interface Offer {
  readonly label: string;
  readonly icon: string;
  readonly text: string;
}

/** Typing faster than this is one change, in milliseconds. */
const settle = 80;
/** Nobody has more in hand; reading more would hold the window up. Characters. */
const longest = 2_000_000;

/** Asks for papers in any form. @throws CancellationError when dismissed */
export async function askForInput(house: House, memory: BoxMemory, offers: readonly Offer[], title: string): Promise<Input> {
  const adding = await loadAdding();
  const read = (text: string): Input => ({ text, reading: adding.readInput(text.slice(0, longest)) });
  const offered = offers.map((offer) => ({ ...offer, input: read(offer.text) })).filter(({ input }) => input.reading.items.length > 0);
  const pick = newPick<Row<Input>>({ title, placeholder: vscode.l10n.t('arXiv id, DOI, link, title, BibTeX, RIS, CSL-JSON, or many lines of them'), canGoBack: false });
  let current = '';
  let clipboard: Awaited<ReturnType<typeof readClipboard>>;
  const draw = () => {
    current = unfold(pick.value, memory.pasted);
    const typed = current.trim() === '' ? undefined : read(current);
    const rows = [
      ...(typed ? [typedRow(typed)] : []),
      ...offered.map(({ label, icon, input }) => offerRow(label, icon, input)),
      ...(clipboard && clipboard.text !== current && isOfPapers(read(clipboard.text)) ? [offerRow(vscode.l10n.t('From the clipboard'), 'clippy', read(clipboard.text))] : []),
    ].filter((row) => row.value === undefined || row.value.reading.items.length > 0);
    pick.items = rows.length > 0 ? rows : [{ label: vscode.l10n.t('Type or paste: nothing is looked up before Enter'), iconPath: new vscode.ThemeIcon('info'), alwaysShow: true }];
    const [first] = rows;
    if (first) pick.activeItems = [first];
  };
  const settled = debounced<string>(settle, () => '', draw);
  pick.value = memory.typed;
  draw();
  /** What was pasted has lost its line breaks; the clipboard still has them. */
  const look = async () => {
    const asked = pick.value;
    clipboard = await readClipboard();
    if (pick.value !== asked) return;
    if (clipboard && /[\r\n]/u.test(clipboard.text.trim()) && unfold(asked, clipboard.text) !== asked) memory.pasted = clipboard.text;
    draw();
  };
  house.messages.run(title, look);
  pick.onDidChangeValue((value) => {
    const grown = value.length - memory.typed.length;
    memory.typed = value;
    if (value === '') memory.pasted = undefined;
    settled.call(value);
    if (grown > 5) house.messages.run(title, look);
  });
  try {
    const answer = await answerOf<Input, Row<Input>>(pick, (resolve) => {
      pick.onDidAccept(() => {
        // who types fast and presses Enter means what stands in the box
        if (unfold(pick.value, memory.pasted) !== current) draw();
        const value = pick.activeItems.find((row) => pick.items.includes(row))?.value ?? pick.items[0]?.value;
        if (value !== undefined) resolve(value);
      });
    });
    if (typeof answer === 'symbol') throw new vscode.CancellationError();
    return answer;
  } finally {
    settled.dispose();
  }
}

/** Prose reads like titles: many of them and nothing else are no papers. */
function isOfPapers({ reading: { items } }: Input): boolean {
  return items.length === 1 || items.some(({ kind }) => kind !== 'title');
}

function typedRow(input: Input): Row<Input> {
  const said = sentence(input.reading);
  const titles = input.reading.items.every(({ kind }) => kind === 'title');
  if (input.reading.items.length === 0) return { label: vscode.l10n.t('Nothing recognised yet'), description: said, iconPath: new vscode.ThemeIcon('circle-slash'), alwaysShow: true };
  return { value: input, label: said, description: titles ? vscode.l10n.t('Enter searches arXiv and Crossref') : vscode.l10n.t('Enter goes on'), ...detail(input.reading), iconPath: new vscode.ThemeIcon('arrow-right'), alwaysShow: true };
}

function offerRow(label: string, icon: string, input: Input): Row<Input> {
  return { value: input, label, description: sentence(input.reading), detail: escapeIcons(oneLine(input.text).slice(0, 120)), iconPath: new vscode.ThemeIcon(icon), alwaysShow: true };
}

function detail({ notUnderstood }: InputReading): { detail?: string } {
  const [first] = notUnderstood;
  return first === undefined ? {} : { detail: vscode.l10n.t('Not understood, line {0}: {1}', first.line, escapeIcons(oneLine(first.text))) };
}

/** It is read to offer it, and goes nowhere unless it is chosen. */
async function readClipboard(): Promise<{ readonly text: string } | undefined> {
  try {
    const text = await vscode.env.clipboard.readText();
    return text.trim() === '' || text.length > longest ? undefined : { text };
  } catch {
    // a browser may refuse
    return undefined;
  }
}
