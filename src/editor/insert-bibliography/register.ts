/** Inserts all that the document cites as formatted references, or renews them where they were inserted before. */
import * as vscode from 'vscode';
import { commandIds } from '../../contributions.js';
import type { MarkupId } from '../../core/cite/types.js';
import { bibliographyBlock, findBlocks } from '../../core/csl/bibliography-block.js';
import { toCsl } from '../../core/csl/json.js';
import { referenceFormats } from '../../core/csl/reference-format.js';
import type { Disposable } from '../../core/ports.js';
import { citedWorks, namedWorks, type Works } from './works.js';
import { citationStyleFor, explainStyle } from '../shared/citation-style.js';
import { eolOf, replaceIn } from '../shared/insert-text.js';
import type { House } from '../shared/house.js';
import { withLateProgress } from '../shared/late-progress.js';
import { UserError } from '../shared/messages.js';
import { linksFor } from '../shared/reference-links.js';

export function registerInsertBibliography(house: House): Disposable {
  return vscode.commands.registerCommand(commandIds.insertBibliography, async (argument: unknown) => {
    const title = vscode.l10n.t('Insert Bibliography');
    try {
      const editor = vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0];
      if (!editor) throw new UserError(vscode.l10n.t('Open the document whose references you want, then try again.'));
      await insertIn(house, editor, readArgument(argument));
    } catch (fault) {
      house.messages.show(title, fault);
    }
  });
}

interface Argument {
  readonly keys?: readonly string[];
  readonly style?: unknown;
}

/** @throws UserError for an argument that is none */
function readArgument(argument: unknown): Argument {
  if (typeof argument !== 'object' || argument === null || argument instanceof vscode.Uri) return {};
  const { keys, style } = argument as { keys?: unknown; style?: unknown };
  if (keys === undefined) return { style };
  if (Array.isArray(keys) && keys.length > 0 && keys.every((one): one is string => typeof one === 'string')) return { keys, style };
  throw new UserError(vscode.l10n.t('This command takes {"style": "ieee", "keys": ["…"]} as its argument; both can be left out.'));
}

async function insertIn(house: House, editor: vscode.TextEditor, { keys, style: asked }: Argument): Promise<void> {
  const { document } = editor;
  const { version } = document;
  const markup = house.cites.markup(document).id;
  const place = placeOf(editor, markup);
  const works = keys === undefined ? await citedWorks(house, document) : await namedWorks(house, document, keys);
  if (works.papers.length === 0) throw new UserError(nothing(document, works));
  const style = await citationStyleFor(document, asked);
  const formatter = await house.formatter();
  const options = { style: style.style, format: referenceFormats[markup], links: linksFor(document, markup) };
  const items = works.papers.map(toCsl);
  const { entries } = await withLateProgress(vscode.l10n.t('Formatting {0} references', items.length), (signal) => formatter.formatReferences(items, options, signal)).catch((fault: unknown) => {
    throw explainStyle(fault, style);
  });
  const listed = new Set(entries.map(({ id }) => id));
  const unresolved = [...works.unresolved, ...works.papers.map(({ id }) => id).filter((id) => !listed.has(id))];
  await replaceIn(editor, version, [{ ...place, text: place.before + bibliographyBlock(markup, entries, eolOf(document)) + place.after }]);
  tell(house, entries.length, unresolved);
}

/** Where the bibliography goes: over the one that is there, else to the cursor, on lines of its own. @throws UserError when the one that is there has lost its end */
function placeOf(editor: vscode.TextEditor, markup: MarkupId): { start: number; end: number; before: string; after: string } {
  const { document } = editor;
  const text = document.getText();
  const cursor = document.offsetAt(editor.selection.active);
  const blocks = findBlocks(text, markup);
  const block = blocks.find(({ start, end }) => start <= cursor && cursor <= end) ?? blocks[0];
  if (block?.closed === false) {
    const line = document.positionAt(block.start).line + 1;
    throw new UserError(vscode.l10n.t('The bibliography that begins in line {0} has lost its last line, "{1}". Put that back behind its last reference, or delete line {0}.', line, block.closing));
  }
  if (block) return { start: block.start, end: block.end, before: '', after: '' };
  const eol = eolOf(document);
  const lineStart = document.offsetAt(editor.selection.active.with({ character: 0 }));
  const lineEnd = document.lineAt(editor.selection.active.line).range.end;
  const empty = (part: string) => part.trim() === '';
  const before = empty(text.slice(lineStart, cursor)) ? (lineStart === 0 || /(?:^|\n)[ \t]*\r?\n$/u.test(text.slice(Math.max(0, lineStart - 200), lineStart)) ? '' : eol) : eol + eol;
  const behind = document.getText(new vscode.Range(editor.selection.active, lineEnd));
  const last = lineEnd.line === document.lineCount - 1;
  const next = last ? '' : document.lineAt(lineEnd.line + 1).text;
  const after = empty(behind) ? (last ? eol : empty(next) ? '' : eol) : eol + eol;
  return { start: cursor, end: cursor, before, after };
}

function nothing(document: vscode.TextDocument, { unresolved }: Works): string {
  if (unresolved.length > 0) return vscode.l10n.t('None of the keys that this document cites is in its bibliography or in a catalogue: {0}. Nothing was inserted.', some(unresolved));
  return vscode.l10n.t('{0} cites nothing by key. Use "Litshelf: Insert Formatted Reference…" to insert references of papers that you pick.', vscode.workspace.asRelativePath(document.uri));
}

/** Keys that could not be listed are told in a message that stays until it is read. */
function tell(house: House, count: number, unresolved: readonly string[]): void {
  const done = count === 1 ? vscode.l10n.t('Inserted 1 reference') : vscode.l10n.t('Inserted {0} references', count);
  house.messages.done(done);
  if (unresolved.length === 0) return;
  void vscode.window.showWarningMessage(vscode.l10n.t('{0}. These keys are neither in the document\'s bibliography nor in a catalogue, and are not listed: {1}.', done, some(unresolved)));
}

const mostNamed = 20;

function some(keys: readonly string[]): string {
  const named = keys.slice(0, mostNamed).join(', ');
  return keys.length > mostNamed ? vscode.l10n.t('{0} and {1} more', named, keys.length - mostNamed) : named;
}
