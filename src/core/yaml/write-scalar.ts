/** Replaces one scalar by another in the style that it has. */
import type { Scalar } from 'yaml';
import { hasCommentAfter, lineEnd, lineStart } from './layout.js';
import { printFlow, type PrintContext } from './print.js';
import { doubleQuoted, isPlain, isUnsafe, singleQuoted, type Place } from './scalar.js';
import type { Splice } from './splice.js';

/** Undefined when the new value does not fit this place in any one-line or block style that the old one suggests. */
export function replaceScalar(node: Scalar, value: unknown, source: string, place: Place, context: PrintContext): Splice | undefined {
  const [start, end] = node.range ?? [0, 0];
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') {
    const text = typeof value === 'string' ? blockText(node, value, source, context.eol) : undefined;
    return text ?? { start, end: blockEnd(source, start, end), text: printFlow(value, place, context) + headerComment(node, source) };
  }
  if (typeof value !== 'string') return { start, end, text: printFlow(value, place, context) };
  if (node.type === 'QUOTE_DOUBLE') return { start, end, text: doubleQuoted(value) };
  const single = node.type === 'QUOTE_SINGLE' ? singleQuoted(value) : undefined;
  if (single !== undefined) return { start, end, text: single };
  // a text of several lines reads better as a block, where there is room for one
  if (place === 'block' && value.includes('\n') && !isUnsafe(value) && !hasCommentAfter(source, end)) return undefined;
  const text = node.type === 'PLAIN' && context.field !== 'arxiv' && isPlain(value, place) ? value : printFlow(value, place, context);
  return { start, end, text };
}

/** The comment behind the `|` or `>` of a block scalar, with the blanks before it; else nothing. */
export function headerComment({ type, range }: Scalar, source: string): string {
  if (!range || (type !== 'BLOCK_LITERAL' && type !== 'BLOCK_FOLDED')) return '';
  return /[ \t]+#.*$/.exec(source.slice(range[0], lineEnd(source, range[0])))?.[0] ?? '';
}

/** A block scalar's end without its last line end, so that what follows stays on its own line. */
function blockEnd(source: string, start: number, end: number): number {
  return start + source.slice(start, end).trimEnd().length;
}

function blockText(node: Scalar, value: string, source: string, eol: string): Splice | undefined {
  const [start, end] = node.range ?? [0, 0];
  const headerEnd = lineEnd(source, start);
  const header = source.slice(start, headerEnd);
  if (isUnsafe(value) || /^\s/.test(value) || /[ \t]\n|[ \t]$|\n\n$/.test(value) || /^[|>][-+]?\d|^[|>]\d/.test(header) || header.includes('+')) return undefined;
  const body = source.slice(headerEnd, end).split('\n').filter((line) => line.trim() !== '');
  const indent = /^ +/.exec(body[0] ?? '')?.[0] ?? `${/^ */.exec(source.slice(lineStart(source, start)))?.[0] ?? ''}  `;
  const ends = value.endsWith('\n');
  const text = ends ? value.slice(0, -1) : value;
  const folded = node.type === 'BLOCK_FOLDED';
  if (text === '' || (folded && /\n[ \t]/.test(text))) return undefined;
  const width = Math.max(...body.map((line) => line.trimEnd().length - indent.length), 40);
  const lines = folded ? foldLines(text, body.length > 1 ? width : Infinity) : text.split('\n');
  const mark = header.slice(0, 1) + (ends ? '' : '-');
  const written = [mark + header.slice(/^[|>]-?/.exec(header)?.[0].length), ...lines.map((line) => (line === '' ? '' : indent + line))].join(eol);
  const until = blockEnd(source, start, end);
  return trimLines({ start, end: until, text: written }, source);
}

/** Lines of a folded block: a line end of the text is an empty line; long lines are broken where single spaces stand. */
function foldLines(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph, index) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(/(?<=\S) (?=\S)/)) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    if (index === 0) return [...lines, line];
    return paragraph === '' ? [''] : ['', ...lines, line];
  });
}

/** Leaves equal lines at both ends of a replacement as they are. */
function trimLines(splice: Splice, source: string): Splice {
  const old = source.slice(splice.start, splice.end);
  let head = 0;
  for (let next = old.indexOf('\n') + 1; next > 0 && old.slice(0, next) === splice.text.slice(0, next); next = old.indexOf('\n', next) + 1) head = next;
  return { start: splice.start + head, end: splice.end, text: splice.text.slice(head) };
}
