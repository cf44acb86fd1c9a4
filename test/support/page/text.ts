import type { Locator } from 'playwright-core';

/** Text as a person reads it: VS Code draws no-break spaces, and lines where there are columns. */
export const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replace(/[^\S\n]+/g, ' ').trim();

/** The plain texts of all elements, on one line each. */
export const texts = async (elements: Locator): Promise<string[]> => (await elements.allInnerTexts()).map((text) => plain(text.replaceAll('\n', ' ')));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`);

/** Matches a whole text, spaces of any kind alike. */
export const exactly = (text: string): RegExp => new RegExp(String.raw`^\s*${escaped(text)}\s*$`);

/** Matches what holds the text, in capitals or not, as `hasText` does. */
export const holding = (text: string): RegExp => new RegExp(escaped(text), 'i');
