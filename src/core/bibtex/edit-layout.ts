/** Line breaks and blank lines of a .bib file. */
import { scanBibtex } from './scan.js';
import type { BibFile } from './syntax.js';
import { Votes } from './votes.js';

/** A file as text, or scanned already. */
export type BibSource = string | BibFile;

export function fileOf(source: BibSource): BibFile {
  return typeof source === 'string' ? scanBibtex(source) : source;
}

/** The line break that the file has most. */
export function lineBreak(text: string): string {
  const votes = new Votes<string>();
  for (const [found] of text.slice(0, 100_000).matchAll(/\r\n|\n|\r/gu)) votes.add(found);
  return votes.winner() ?? '\n';
}

/** Line breaks between two entries, as most neighbours have it; 2 (one blank line) when there are none. */
export function gapBetween({ text, entries }: BibFile): number {
  const votes = new Votes<number>();
  let previous: number | undefined;
  for (const { start, end } of entries.slice(-200)) {
    const between = previous === undefined ? undefined : text.slice(previous, Math.min(start, previous + 200));
    const breaks = between !== undefined && /^\s*$/u.test(between) ? (between.match(/\r\n|\n|\r/gu)?.length ?? 0) : 0;
    if (breaks > 0) votes.add(Math.min(breaks, 5));
    previous = end;
  }
  return votes.winner() ?? 2;
}

/** The start of the line above, when a line begins at `from` and the one above is whole, not blank, and not before `floor`. */
export function lineAbove(text: string, from: number, floor: number): number | undefined {
  if (from <= floor || !isBreak(text, from - 1)) return undefined;
  const end = text.startsWith('\r\n', from - 2) ? from - 2 : from - 1;
  let start = end;
  while (start > floor && !isBreak(text, start - 1)) start -= 1;
  const whole = start === 0 || isBreak(text, start - 1) || text.charAt(start - 1) === '\ufeff';
  return whole && text.slice(start, end).trim() !== '' && start < from ? start : undefined;
}

function isBreak(text: string, index: number): boolean {
  const sign = text.charAt(index);
  return sign === '\n' || sign === '\r';
}
