/** A card as Markdown. Everything a paper says is escaped, so that no title can become markup. */
import * as vscode from 'vscode';
import { cardBlocks, commandIds, internalCommandIds, type CardBlock } from '../../contributions.js';
import type { Card } from '../../core/outline/card.js';
import { escapeMarkdown } from '../../core/outline/markdown.js';
import type { CardStatus } from '../../core/outline/card-status.js';

/** A command that a card offers; its arguments are checked again when it arrives. */
export interface CardAction {
  readonly command: (typeof cardCommands)[number];
  readonly icon: string;
  readonly label: string;
  readonly argument: unknown;
}

/** The only commands that a card may run. */
export const cardCommands = [
  commandIds.citePaper,
  commandIds.copyBibtex,
  commandIds.openPaper,
  commandIds.openPdf,
  commandIds.openHtml,
  commandIds.openCode,
  commandIds.revealPaper,
  commandIds.revealInYaml,
  commandIds.editPaper,
  commandIds.addPaper,
  commandIds.lookUpIdentifier,
  internalCommandIds.openEntry,
  internalCommandIds.copyEntry,
  internalCommandIds.citeEntry,
] as const;

const statusIcons: Readonly<Record<CardStatus['kind'], string>> = {
  withdrawn: 'circle-slash',
  retracted: 'circle-slash',
  unchecked: 'question',
  newer: 'arrow-up',
  published: 'verified',
  stale: 'history',
  starred: 'star-full',
  reading: 'eye',
};

/**
 * A card, with the blocks wanted and with what it offers to do. What is read first stands first, and what can be done stands
 * above the details: VS Code cuts a card at 250 pixels, and the rest has to be scrolled to.
 */
export function cardMarkdown(card: Card, blocks: readonly CardBlock[] = cardBlocks, actions: readonly CardAction[] = []): vscode.MarkdownString {
  const markdown = emptyMarkdown();
  const shown = new Set<CardBlock>(blocks);
  block(markdown, '**', card.title, '**');
  lines(markdown, [shown.has('authors') ? card.authors : '', shown.has('published') ? card.published : '']);
  if (shown.has('status')) for (const { kind, text } of card.status) block(markdown, `$(${statusIcons[kind]}) `, text);
  if (shown.has('summary') && card.summary !== undefined) block(markdown, '', card.summary);
  if (shown.has('actions')) appendActions(markdown, actions);
  const ids = [...(card.key === undefined ? [] : [card.key]), ...card.identifiers.map(({ label, value }) => `${label} ${value}`)];
  const details: readonly [string, string][] = [
    ['$(key) ', shown.has('key') ? ids.join(' · ') : ''],
    ['$(references) ', card.file ?? ''],
    ['$(folder) ', shown.has('categories') ? card.categories.join(' · ') : ''],
    ['$(tag) ', shown.has('tags') ? card.tags.join(', ') : ''],
    ['$(note) ', shown.has('summary') ? (card.note ?? '') : ''],
  ];
  const full = details.filter(([, text]) => text !== '');
  if (full.length > 0) markdown.appendMarkdown('---\n\n');
  for (const [icon, text] of full) block(markdown, icon, text);
  return markdown;
}

/** Lines of one paragraph, closer together than paragraphs are. */
function lines(markdown: vscode.MarkdownString, texts: readonly string[]): void {
  const full = texts.filter((text) => text !== '');
  for (const [at, text] of full.entries()) {
    if (at > 0) markdown.appendMarkdown('  \n');
    markdown.appendMarkdown(escapeMarkdown(text));
  }
  if (full.length > 0) markdown.appendMarkdown('\n\n');
}

export function emptyMarkdown(): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString('', true);
  markdown.isTrusted = { enabledCommands: cardCommands };
  return markdown;
}

/** A paragraph of text between two pieces of our own markup. */
export function block(markdown: vscode.MarkdownString, before: string, text: string, after = ''): void {
  markdown.appendMarkdown(before);
  markdown.appendMarkdown(escapeMarkdown(text));
  markdown.appendMarkdown(`${after}\n\n`);
}

export function appendActions(markdown: vscode.MarkdownString, actions: readonly CardAction[]): void {
  const links = actions.map(({ command, icon, label, argument }) => `[$(${icon}) ${label}](command:${command}?${encodeURIComponent(JSON.stringify([argument])).replace(/[()']/gu, (character) => `%${character.charCodeAt(0).toString(16)}`)})`);
  // hard spaces keep an action on one line, the soft ones between them let the row break
  if (links.length > 0) markdown.appendMarkdown(`${links.map((link) => link.replace(/(?<=\)) (?=\p{L})/gu, '&nbsp;')).join(' &nbsp; ')}\n\n`);
}
