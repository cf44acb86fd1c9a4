/** Inserts formatted references where the cursors are, in the markup of the document. */
import * as vscode from 'vscode';
import { commandIds } from '../contributions.js';
import type { MarkupId } from '../core/cite/types.js';
import { toCsl, type CslItem } from '../core/csl/json.js';
import { referenceFormats } from '../core/csl/reference-format.js';
import type { Disposable } from '../core/ports.js';
import { citationStyleFor, explainStyle } from './shared/citation-style.js';
import { eolOf, replaceIn } from './shared/insert-text.js';
import type { House } from './shared/house.js';
import { withLateProgress } from './shared/late-progress.js';
import { papersFor } from './shared/paper-arguments.js';
import { linksFor } from './shared/reference-links.js';

export function registerInsertReference(house: House): Disposable {
  return vscode.commands.registerCommand(commandIds.insertReference, async (first: unknown, rest: unknown) => {
    const title = vscode.l10n.t('Insert Formatted Reference');
    try {
      // asked for now: the picker takes the focus, and a card in a panel is not an editor
      const editor = vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0];
      const { asked, papers } = splitArguments(first);
      const items = (await papersFor(house, title, papers, rest)).map(({ paper }) => toCsl(paper));
      if (editor) await insertIn(house, editor, items, asked);
      else await putOnClipboard(house, items, asked);
    } catch (fault) {
      house.messages.show(title, fault);
    }
  });
}

/** `{ keys, style }` → the style, and what says which papers. */
function splitArguments(first: unknown): { asked: unknown; papers: unknown } {
  if (typeof first !== 'object' || first === null || !('style' in first)) return { asked: undefined, papers: first };
  return { asked: first.style, papers: 'key' in first || 'keys' in first ? first : undefined };
}

async function insertIn(house: House, editor: vscode.TextEditor, items: readonly CslItem[], asked: unknown): Promise<void> {
  const { document } = editor;
  const markup = house.cites.markup(document).id;
  const { version } = document;
  const text = await format(house, document, markup, items, asked);
  await replaceIn(editor, version, editor.selections.map(({ active }) => ({ start: document.offsetAt(active), end: document.offsetAt(active), text })));
}

async function format(house: House, document: vscode.TextDocument | undefined, markup: MarkupId, items: readonly CslItem[], asked: unknown): Promise<string> {
  const style = await citationStyleFor(document, asked);
  const formatter = await house.formatter();
  const options = { style: style.style, format: referenceFormats[markup], links: document === undefined || linksFor(document, markup) };
  try {
    const [only] = items;
    if (only && items.length === 1) return await formatter.formatReference(only, options);
    const { entries } = await withLateProgress(vscode.l10n.t('Formatting {0} references', items.length), (signal) => formatter.formatReferences(items, options, signal));
    const eol = document === undefined ? '\n' : eolOf(document);
    return entries.map(({ text }) => text).join(between(markup, eol));
  } catch (fault) {
    throw explainStyle(fault, style);
  }
}

/** What keeps references apart when there are several: a paragraph each. */
function between(markup: MarkupId, eol: string): string {
  if (markup === 'html') return `<br>${eol}`;
  return markup === 'text' || markup === 'bibtex' ? eol : eol + eol;
}

async function putOnClipboard(house: House, items: readonly CslItem[], asked: unknown): Promise<void> {
  await vscode.env.clipboard.writeText(await format(house, undefined, 'text', items, asked));
  house.messages.done(vscode.l10n.t('No editor is open: the reference is on the clipboard'));
}
