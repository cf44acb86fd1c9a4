/** A card as Markdown. Everything a paper says is appended as text, so that no title can become markup. */
import * as vscode from 'vscode';
import type { Card } from '../../core/outline/card.js';

/** The card for a tooltip: no command links, nothing trusted. */
export function cardMarkdown(card: Card): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString('', true);
  const block = (before: string, text: string, after = '') => {
    markdown.appendMarkdown(before);
    appendWords(markdown, text);
    markdown.appendMarkdown(`${after}\n\n`);
  };
  block('**', card.title, '**');
  if (card.authors !== '') block('', card.authors);
  if (card.published !== '') block('', card.published);
  if (card.summary !== undefined) block('', card.summary);
  if (card.note !== undefined) block('$(note) ', card.note);
  markdown.appendMarkdown('---\n\n');
  for (const category of card.categories) block('$(folder) ', category);
  if (card.tags.length > 0) block('$(tag) ', card.tags.join(', '));
  block('$(key) ', [card.key, ...card.identifiers.map(({ label, value }) => `${label} ${value}`)].join(' · '));
  return markdown;
}

/** Appends text word by word: `appendText` makes every space a hard one, and the card would break its lines inside words. */
function appendWords(markdown: vscode.MarkdownString, text: string): void {
  for (const [at, word] of oneLine(text).split(' ').entries()) {
    if (at > 0) markdown.appendMarkdown(' ');
    markdown.appendText(word);
  }
}

/** Line breaks would end the block they stand in; control and direction characters would fake what is shown. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').replace(/\s+/gu, ' ').trim();
}
