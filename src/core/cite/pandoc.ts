/** Pandoc's Markdown, and Quarto and R Markdown on top of it. */
import { sortSplices, type Splice } from '../yaml/splice.js';
import { insertion, makeMarkup, noteOf, type Grammar, type Reading } from './build.js';
import { joinList, leaveList } from './list.js';
import { maskMarkdown } from './markdown-mask.js';
import { isPandocKey, writePandocKey } from './pandoc-key.js';
import { findPandoc } from './pandoc-find.js';
import type { Citation, CitedKey, CiteEdit, CompletionPlace, FindOptions, MarkupId, Markup, Work } from './types.js';

const style = { separator: ';', gap: ' ' };

/** The citations of a masked text. Quarto's cross references and the labels of numbered examples are none, unless the bibliography has them. */
export function pandocCitations(masked: string, markup: MarkupId, options: FindOptions): Citation[] {
  const examples = new Set([...masked.matchAll(/^[ \t>]{0,20}\(@([\w-]{1,100})\)[ \t]/gmu)].map(([, label]) => label));
  const reference = /^(?:fig|tbl|lst|tip|nte|wrn|imp|cau|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|eq|sec|supp)-/iu;
  return findPandoc(masked, markup, (key) => (examples.has(key) || reference.test(key)) && options.isKey?.(key) !== true);
}

/** Writes, joins, leaves and completes pandoc's citations; MyST and notebooks share it. */
export const pandocWriting: Pick<Grammar, 'isLegalKey' | 'write' | 'join' | 'separator'> & { leave: NonNullable<Grammar['leave']>; complete: Grammar['complete'] } = {
  separator: ';',
  isLegalKey: isPandocKey,
  write: ({ text }, offset, works, command) => writePandoc(text, offset, works, command === 'text' ? writeText : writeParen),
  join: (reading, citation, works, offset) => joinPandoc(reading, citation, works, offset),
  leave: (reading, citation, gone) => leavePandoc(reading, citation, gone),
  complete: (reading, offset) => completePandoc(reading, offset),
};

/** Pandoc, Quarto, R Markdown. */
export const pandoc: Markup = makeMarkup({
  id: 'pandoc',
  languages: ['quarto', 'rmd', 'pandoc', 'mdx'],
  commands: ['paren', 'text'],
  read: (text, options) => {
    const masked = maskMarkdown(text, { myst: false });
    return { text, masked, citations: pandocCitations(masked, 'pandoc', options) };
  },
  ...pandocWriting,
});

function item(work: Work, suppress = work.suppressAuthor === true): string {
  const note = noteOf(work);
  return `${work.prefix ? `${work.prefix} ` : ''}${suppress ? '-' : ''}${writePandocKey(work.key)}${note === '' ? '' : `, ${note}`}`;
}

/** An `@` or `-@` that waits for its key. */
const begun = /(?<![\p{L}\p{N}\\@])(-?)@$/u;

/** Whether the caret stands behind an `@` that waits for its key. */
export function pandocBegun(text: string, offset: number): boolean {
  return begun.test(text.slice(Math.max(0, offset - 3), offset));
}

/** What was begun becomes a part of the citation. */
function writePandoc(text: string, offset: number, works: readonly Work[], write: (text: string, offset: number, works: readonly Work[]) => CiteEdit[]): CiteEdit[] {
  const sign = begun.exec(text.slice(Math.max(0, offset - 3), offset));
  if (!sign) return write(text, offset, works);
  const start = offset - sign[0].length;
  const meant = sign[1] === '-' ? works.map((work, at) => (at === 0 ? { ...work, suppressAuthor: true } : work)) : works;
  return write(text.slice(0, start) + text.slice(offset), start, meant).map((edit) => ({ ...edit, end: offset }));
}

function writeParen(text: string, offset: number, works: readonly Work[]): CiteEdit[] {
  if (inOpenBracket(text, offset)) return insertion(offset, works.map((work) => item(work)).join('; '));
  // Behind these the bracket would be a link, an image, a note or plain text; before those it would become a link or a span.
  const before = /[\]!^\\]/u.test(text.charAt(offset - 1)) ? ' ' : '';
  const behind = /[([{]/u.test(text.charAt(offset)) ? ' ' : '';
  const written = `${before}[${works.map((work) => item(work)).join('; ')}]`;
  return insertion(offset, written + behind, written.length);
}

/** Whether the caret stands where a bracket waits for its key: `[|]`, `[see |]`, `[@a; |]`. */
function inOpenBracket(text: string, offset: number): boolean {
  if (!/^[ \t]{0,10}\](?![([{:])/u.test(text.slice(offset, offset + 12))) return false;
  return /(?:^|[^\]\\!^])\[(?:[^[\]\n]{0,300}[\s;])?$/u.test(text.slice(Math.max(0, offset - 302), offset));
}

function writeText(text: string, offset: number, works: readonly Work[]): CiteEdit[] {
  const before = /[\p{L}\p{N}\\-]$/u.test(text.slice(Math.max(0, offset - 2), offset)) ? ' ' : '';
  const written = works.map((work, index) => {
    const note = noteOf(work);
    const behind = index === works.length - 1 && note === '' ? text.slice(offset, offset + 3) : '';
    return `${work.prefix ? `${work.prefix} ` : ''}${work.suppressAuthor ? '-' : ''}${writePandocKey(work.key, behind)}${note === '' ? '' : ` [${note}]`}`;
  });
  return insertion(offset, before + written.join('; '));
}

function joinPandoc(reading: Reading, citation: Citation, works: readonly Work[], offset: number): CiteEdit[] {
  const [list] = citation.lists;
  const written = works.map((work) => item(work));
  if (!list) return insertion(citation.end, ` [${written.join('; ')}]`);
  const inside = citation.keys.filter(({ start }) => start >= list.start);
  return joinList(reading, list, inside, written, style, offset);
}

function leavePandoc(reading: Reading, citation: Citation, gone: (item: CitedKey) => boolean): Splice[] {
  const [list] = citation.lists;
  const [first] = citation.keys;
  if (!list || !first || citation.command !== 'text') return leaveList(reading, citation.keys, gone, ';');
  const inside = citation.keys.filter(({ start }) => start >= list.start);
  const stays = inside.find((key) => !gone(key));
  if (!gone(first)) {
    if (stays) return leaveList(reading, citation.keys, gone, ';');
    // Nothing is left in the brackets but the first key's locator, if it has one.
    return first.to > list.start ? [{ start: first.to, end: list.end, text: '' }] : [{ start: first.end + (reading.text.charAt(first.start - 1) === '{' ? 1 : 0), end: list.to, text: '' }];
  }
  // `@a [p. 3; @b]` without a is `[@b]`.
  const opening = { start: citation.start, end: stays?.from ?? list.start, text: '[' };
  const rest = stays ? leaveList(reading, inside.slice(inside.indexOf(stays)), gone, ';') : [];
  return sortSplices([opening, ...rest]);
}

const typedKey = /(?<![\p{L}\p{N}\\])@(\{?)([\p{L}\p{N}_][^\s[\]{}@;,"'()!=|\\^`*]{0,200})?$/u;

function completePandoc({ text, masked, citations }: Reading, offset: number): CompletionPlace | undefined {
  const before = masked.slice(Math.max(0, offset - 202), offset);
  const match = typedKey.exec(before);
  if (!match) return undefined;
  const start = offset - (match[2] ?? '').length;
  const known = citations.flatMap(({ keys }) => keys).find((key) => key.start === start);
  const grow = /[\p{L}\p{N}_:.#$%&\-+?<>~/]{0,200}/uy;
  grow.lastIndex = offset;
  const end = known && known.end >= offset ? known.end : offset + (grow.exec(masked)?.[0].replace(/[:.#$%&\-+?<>~/]+$/u, '').length ?? 0);
  // A bracket that is not closed yet makes no citation, but its keys are there.
  const opening = masked.slice(Math.max(0, start - 2000), start).split(/\n[ \t\r]*\n/u).at(-1) ?? '';
  const bracket = opening.lastIndexOf('[') > opening.lastIndexOf(']') ? start - opening.length + opening.lastIndexOf('[') : start - 1;
  const around = citations.filter((citation) => (citation.start <= start && start <= citation.end) || (citation.start >= bracket && citation.end <= start));
  const present = around.flatMap(({ keys }) => keys).filter((key) => key.start !== start).map(({ key }) => key);
  return { start, end, typed: text.slice(start, offset), present };
}
