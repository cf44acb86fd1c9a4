/** A card as a plain document that reads well aloud. */
import type { Card } from './card.js';

export function cardText(card: Card): string {
  const line = (label: string, value: string | undefined) => (value === undefined || value === '' ? [] : [`${label}: ${value}`]);
  const paragraphs: string[][] = [
    [card.title],
    [...line('Authors', card.authors), ...line('Published', card.published), ...card.status.map(({ text }) => `Note: ${text}`)],
    [card.summary ?? ''],
    [card.note ?? ''],
    [...line('Bibliography', card.file), ...line('Citation key', card.key), ...card.identifiers.map(({ label, value }) => `${label}: ${value}`)],
    [...card.categories.map((category) => `Category: ${category}`), ...line('Tags', card.tags.join(', '))],
    [...line('Page', card.links.page), ...line('PDF', card.links.pdf), ...line('HTML', card.links.html), ...line('Code', card.links.code)],
  ];
  return `${paragraphs.map((lines) => lines.filter((one) => one !== '').join('\n')).filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}
