/** Headings, their anchors as GitHub makes them, and the table of contents. */
import { escapeText, plainLine } from './text.js';

/** Gives each heading of a document its anchor, in order. */
export class Anchors {
  readonly #used = new Map<string, number>();

  constructor(before: readonly string[] = []) {
    for (const heading of before) this.take(heading);
  }

  take(heading: string): string {
    const wish = heading.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replace(/ /gu, '-');
    let anchor = wish;
    while (this.#used.has(anchor)) {
      const count = (this.#used.get(wish) ?? 0) + 1;
      this.#used.set(wish, count);
      anchor = `${wish}-${count}`;
    }
    this.#used.set(anchor, 0);
    return anchor;
  }
}

/** A heading; its closing signs are text. */
export function heading(text: string, level: number): string {
  return `${'#'.repeat(Math.min(level, 6))} ${escapeText(text).replace(/(?<=\s|^)(#+)$/u, '\\$1')}`;
}

export interface ContentsEntry {
  readonly title: string;
  readonly anchor: string;
  readonly count: number;
  readonly entries: readonly ContentsEntry[];
}

/** Two levels: more are no overview, and awesome-lint allows no more. */
export function contentsLines(entries: readonly ContentsEntry[], counts: boolean, depth = 0): string[] {
  return entries.flatMap(({ title, anchor, count, entries: below }) => [
    `${'  '.repeat(depth)}- [${escapeText(title)}](#${anchor})${counts ? ` (${count})` : ''}`,
    ...(depth === 0 ? contentsLines(below, counts, 1) : []),
  ]);
}

/** The headings of Markdown as their anchors are made of them: without the marks that do not show. Fenced code has none. */
export function headingsOf(text: string): string[] {
  const found: string[] = [];
  let fence = '';
  for (const line of text.split(/\r\n|\n|\r/u)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1];
    if (mark !== undefined) fence = fence === '' ? mark : mark.startsWith(fence) ? '' : fence;
    const words = fence === '' ? /^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*(?:(?<=[ \t])#+[ \t]*)?$/u.exec(line)?.[1] : undefined;
    if (words !== undefined) found.push(plainLine(words.replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1').replace(/<[^>]{0,200}>|\*\*|\\(?=[!-/:-@[-`{-~])|`/gu, '')));
  }
  return found;
}
