/** The inline content of a list, flat: pieces of text with their emphasis, links, and the ends of lines. */

export interface Run {
  /** Plain text; of a link, what it is called. */
  readonly text: string;
  /** Of a link: the address as written, perhaps empty. */
  readonly url?: string;
  /** A link that shows a picture and no words; its text is what the picture is called. */
  readonly picture?: boolean;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** The end of a line; its text is a space. */
  readonly ends?: boolean;
  readonly start: number;
  readonly end: number;
}

export interface Style {
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** Web addresses in plain text; a closing bracket belongs to one only when its opening does. */
const address = /\bhttps?:\/\/[^\s<>"'`|\\^{}\u3000-\u303f\uff00-\uff0f]{3,2000}/giu;

/** Plain text as runs, with the addresses in it as links of their own. Offsets are right where the text stands as written. */
export function textRuns(text: string, start: number, style: Style): Run[] {
  const runs: Run[] = [];
  const plain = (from: number, to: number) => {
    const lines = text.slice(from, to).split(/\r\n|\n|\r/u);
    let at = from;
    for (const [index, line] of lines.entries()) {
      if (index > 0) runs.push({ text: ' ', ends: true, start: start + at - 1, end: start + at });
      if (line !== '') runs.push({ ...style, text: line, start: start + at, end: start + at + line.length });
      at += line.length + 1;
    }
  };
  let end = 0;
  if (text.includes('://')) {
    for (const match of text.matchAll(address)) {
      const url = trimmed(match[0]);
      plain(end, match.index);
      runs.push({ ...style, text: url, url, start: start + match.index, end: start + match.index + url.length });
      end = match.index + url.length;
    }
  }
  plain(end, text.length);
  return runs;
}

/** An address without the punctuation of the sentence around it. */
function trimmed(found: string): string {
  let url = found;
  for (let last = url.at(-1) ?? ''; /[.,;:!?*_~'’”)\]）】。，]/u.test(last); last = url.at(-1) ?? '') {
    const opening = last === ')' ? '(' : last === ']' ? '[' : '';
    if (opening !== '' && url.split(opening).length >= url.split(last).length) break;
    url = url.slice(0, -1);
  }
  return url;
}

/** The text of runs, spaces made single. */
export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('').replace(/\s+/gu, ' ').trim();
}

/** Runs cut at the ends of lines; empty lines are left out. */
export function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    if (run.ends === true) lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return lines.filter((line) => line.some(({ text, url }) => text.trim() !== '' || url !== undefined));
}
