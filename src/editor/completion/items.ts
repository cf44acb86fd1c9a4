/** Works as completion items. */
import * as vscode from 'vscode';
import { internalCommandIds } from '../../contributions.js';
import type { Catalogue } from '../../core/catalogue/catalogue.js';
import type { Citable } from '../../core/cite/citables.js';
import { completedKey } from '../../core/cite/complete-key.js';
import type { CompletionRequest } from '../../core/cite/complete-place.js';
import type { Markup } from '../../core/cite/types.js';
import { makeCard, makeEntryCard } from '../../core/outline/card.js';
import { oneLine } from '../../core/outline/markdown.js';
import { paperRow } from '../../core/outline/row.js';
import { cardMarkdown } from '../shared/card-markdown.js';
import type { EnterArgument } from './enter.js';

export class WorkItem extends vscode.CompletionItem {
  constructor(readonly citable: Citable, label: vscode.CompletionItemLabel, kind: vscode.CompletionItemKind) {
    super(label, kind);
  }
}

export interface Where {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
  readonly place: CompletionRequest;
  readonly markup: Markup;
  /** The file that a paper is added to, when the document has one already. */
  readonly target: string | undefined;
}

export function toItem(citable: Citable, rank: number, { document, position, place, markup, target }: Where): WorkItem {
  const { paper, key } = citable;
  const row = paperRow(paper);
  const adds = citable.file === undefined;
  const item = new WorkItem(citable, { label: key, description: short(row.label) }, adds ? vscode.CompletionItemKind.File : vscode.CompletionItemKind.Reference);
  item.detail = oneLine([row.description, adds ? (target === undefined ? vscode.l10n.t('not in a bibliography yet') : vscode.l10n.t('adds it to {0}', target)) : citable.file].filter(Boolean).join(' · '));
  // all items match what is typed equally well, so that VS Code keeps our order; the next keystroke asks again
  item.filterText = place.typed === '' ? key : place.typed;
  item.sortText = String(rank).padStart(4, '0');
  const splice = completedKey(markup.id, charBefore(document, place.start), place, key) ?? { start: place.start, text: key };
  const start = document.positionAt(place.start);
  const end = document.positionAt(place.end);
  // nothing typed before a word: that word may be text that a new citation is put in front of
  item.range = place.typed === '' ? { inserting: new vscode.Range(start, position), replacing: new vscode.Range(start, end) } : new vscode.Range(start, end);
  if (!adds) {
    item.insertText = splice.text;
    // the sign before the key goes as well
    if (splice.start < place.start) {
      item.range = new vscode.Range(document.positionAt(splice.start), place.typed === '' ? position : end);
      item.filterText = document.getText(new vscode.Range(item.range.start, start)) + item.filterText;
    }
    return item;
  }
  // first the entry, then the text: accepting changes nothing by itself
  const typed = document.getText(new vscode.Range(start, place.typed === '' ? position : end));
  item.insertText = typed;
  item.range = new vscode.Range(start, place.typed === '' ? position : end);
  const argument: EnterArgument = { key, uri: document.uri.toString(), typed };
  item.command = { command: internalCommandIds.completed, title: vscode.l10n.t('Cite'), arguments: [argument] };
  return item;
}

/** A title that leaves room for the key before it; it stands in full in the card. */
function short(title: string): string {
  const line = oneLine(title);
  return line.length > longestTitle ? `${line.slice(0, longestTitle).trimEnd()}…` : line;
}
const longestTitle = 36;

export function charBefore(document: vscode.TextDocument, offset: number): string {
  return document.getText(new vscode.Range(document.positionAt(Math.max(0, offset - 1)), document.positionAt(offset)));
}

/** The card beside the list; it is made for the items that somebody looks at. */
export function documentationOf({ citable }: WorkItem, catalogue: Catalogue): vscode.MarkdownString {
  const shelved = citable.shelf === undefined ? undefined : catalogue.get(citable.shelf);
  return cardMarkdown(shelved ? makeCard(shelved, catalogue) : makeEntryCard(citable.paper, citable.file ?? ''));
}
