/** A formatted bibliography as it stands in a document: a list in its markup, between two comments by which it is found again. */
import type { MarkupId, Span } from '../cite/types.js';
import type { FormattedReference } from './format.js';

/** How a markup writes a line that is not printed. */
type Comment = readonly [open: string, close: string];

const html: Comment = ['<!-- ', ' -->'];
const comments: Readonly<Partial<Record<MarkupId, Comment>>> = {
  ...{ pandoc: html, markdown: html, jupyter: html, html },
  ...{ latex: ['% ', ''], myst: ['% ', ''], typst: ['// ', ''], asciidoc: ['// ', ''], org: ['# ', ''], rst: ['.. ', ''] },
};
const begin = 'litshelf:bibliography';
const end = '/litshelf:bibliography';

/** A bibliography that was inserted before; from the first character of its first comment to the last of its second. */
export interface FoundBlock extends Span {
  /** False when the comment that ends it is gone: then nobody can tell how far it reaches. */
  readonly closed: boolean;
  /** The comment that ends it. */
  readonly closing: string;
}

/** Whether a bibliography in this markup can be found again. Plain text has no comments. */
export function hasComments(markup: MarkupId): boolean {
  return comments[markup] !== undefined;
}

/** The bibliographies that were inserted into a text, in order. A comment counts when it stands alone on its line. */
export function findBlocks(text: string, markup: MarkupId): FoundBlock[] {
  const comment = comments[markup];
  if (comment === undefined) return [];
  const closing = write(comment, end);
  const blocks: FoundBlock[] = [];
  for (let from = 0; ; ) {
    const start = lineOf(text, write(comment, begin), from);
    if (start === undefined) return blocks;
    const next = lineOf(text, write(comment, begin), start.end);
    const stop = lineOf(text, closing, start.end);
    const closed = stop !== undefined && (next === undefined || stop.start < next.start);
    from = closed ? stop.end : start.end;
    blocks.push({ start: start.start, end: from, closed, closing });
  }
}

function write([open, close]: Comment, name: string): string {
  return open + name + close;
}

/** The first line from `from` on that holds nothing but the comment. */
function lineOf(text: string, comment: string, from: number): Span | undefined {
  for (let at = text.indexOf(comment, from); at >= 0; at = text.indexOf(comment, at + 1)) {
    const stop = at + comment.length;
    const lineStart = text.lastIndexOf('\n', at - 1) + 1;
    const lineEnd = text.indexOf('\n', stop);
    if ((text.slice(lineStart, at) + text.slice(stop, lineEnd < 0 ? undefined : lineEnd)).trim() === '') return { start: at, end: stop };
  }
  return undefined;
}

/** The whole block, without a line break at its end. A style that numbers its references writes its own numbers, so no list adds others. */
export function bibliographyBlock(markup: MarkupId, references: readonly FormattedReference[], eol: string): string {
  const lines = list(markup, references);
  const comment = comments[markup];
  const inside = lines.join(eol);
  if (comment === undefined) return inside;
  const gap = markup === 'html' || markup === 'latex' ? eol : eol + eol;
  return [write(comment, begin), inside, write(comment, end)].join(gap);
}

function list(markup: MarkupId, references: readonly FormattedReference[]): readonly string[] {
  const numbered = references.some(({ label }) => label !== '');
  if (markup === 'html') {
    const items = references.map(({ text }) => `  <li>${text}</li>`);
    return [numbered ? '<ul style="list-style: none">' : '<ul>', ...items, '</ul>'];
  }
  if (markup === 'latex') return latexList(references, numbered);
  const bullet = markup === 'asciidoc' ? '* ' : '- ';
  if (comments[markup] !== undefined && !numbered) return references.map(({ text }) => bullet + text);
  // paragraphs
  return references.flatMap(({ text }, index) => (index === 0 ? [text] : ['', text]));
}

/** A list without marks and with hanging lines: what LaTeX's own bibliographies look like. */
function latexList(references: readonly FormattedReference[], numbered: boolean): readonly string[] {
  const look = numbered ? '\\setlength{\\leftmargin}{2.5em}' : '\\setlength{\\leftmargin}{1.5em}\\setlength{\\itemindent}{-1.5em}';
  return [`\\begin{list}{}{${look}}`, ...references.map(({ label, body }) => (label === '' ? `  \\item ${body}` : `  \\item[{${label}}] ${body}`)), '\\end{list}'];
}
