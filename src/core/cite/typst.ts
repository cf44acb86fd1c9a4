/** Typst: `@key[p. 3]`, `#cite(<key>, form: "prose")`, and `#cite(label("…"))` for what is no legal label. Citations side by side are one group. */
import type { Splice } from '../yaml/splice.js';
import { insertion, makeMarkup, noteOf, type Reading } from './build.js';
import { leaveList } from './list.js';
import { blank, hasBlankLine, isMasked } from './mask.js';
import { labelSigns, scanTypst, typstModeAt, type TypstItem } from './typst-scan.js';
import type { Citation, CitedKey, CiteEdit, CompletionPlace, Markup, Work } from './types.js';

const legalLabel = new RegExp(`^${labelSigns}+$`, 'u');
const legalRef = new RegExp(String.raw`^${labelSigns}*[\p{XID_Continue}_\-]$`, 'u');
/** What would become a part of `@key`. */
const grows = new RegExp(String.raw`^(?:\[|[.:]*[\p{XID_Continue}_\-])`, 'u');
const forms = ['prose', 'author', 'year', 'full'];

/** Typst. References to labels that the same text defines are no citations. */
export const typst: Markup = makeMarkup({
  id: 'typst',
  languages: ['typst'],
  commands: ['ref', 'cite', ...forms],
  separator: '',
  read: (text) => {
    const { items, labels, hidden } = scanTypst(text);
    const cited = items.filter(({ form, start, end }) => form === 'cite' || !labels.has(text.slice(start, end)));
    return { text, masked: blank(text, hidden.filter(({ start, end }) => !holdsLabel(text, start, end))), citations: group(text, cited) };
  },
  isLegalKey: (key) => key !== '' && !/[\n\r]/u.test(key),
  write: (reading, offset, works, command) => writeNew(reading, offset, works, command),
  join: (reading, citation, works) => join(reading, citation, works),
  leave: (reading, citation, gone) => leave(reading, citation, gone),
  complete: (reading, offset) => complete(reading, offset),
});

/** Whether a key can stand between `<` and `>`. */
export const isTypstLabel = (key: string): boolean => legalLabel.test(key);

/** A citation of a key: `@key`, else `#cite(…)`. */
export const citeTypst = (key: string): string => item({ key }, 'ref');

/** The labels that a text defines; references to them from other files are no citations either. */
export function typstLabels(text: string): ReadonlySet<string> {
  return scanTypst(text).labels;
}

/** The string in `label("…")` is a key, not to be hidden. */
function holdsLabel(text: string, start: number, end: number): boolean {
  return text.charAt(start) === '"' && end - start < 500 && /\blabel\(\s{0,20}$/u.test(text.slice(Math.max(0, start - 30), start));
}

function group(text: string, items: readonly TypstItem[]): Citation[] {
  const citations: (Citation & { readonly inCode: boolean })[] = [];
  for (const { form, from, to, start, end, inCode } of items) {
    const key: CitedKey = { key: unquoted(text.slice(start, end)), start, end, from, to };
    const last = citations.at(-1);
    const joins = last && (from < last.end || (!inCode && !last.inCode && to > last.end && /^[ \t]*\r?\n?[ \t]*$/u.test(text.slice(last.end, Math.min(from, last.end + 500)))));
    if (last && joins && from - last.end < 500) citations[citations.length - 1] = { ...last, end: Math.max(last.end, to), keys: grown(last.keys, key) };
    else citations.push({ markup: 'typst', command: form, start: from, end: to, keys: [key], lists: [], inCode });
  }
  return citations.map(({ inCode, ...citation }) => (inCode ? { ...citation, command: 'code' } : citation));
}

/** Appends in place: the list is this file's own until it is handed out, and copying it for each key would be quadratic. */
function grown(keys: readonly CitedKey[], key: CitedKey): readonly CitedKey[] {
  (keys as CitedKey[]).push(key);
  return keys;
}

const unquoted = (key: string) => (key.includes('\\') ? key.replace(/\\(["\\])/gu, '$1') : key);

function item(work: Work, command: string): string {
  const note = noteOf(work);
  const form = work.suppressAuthor ? 'year' : command;
  if (command === 'ref' && !work.suppressAuthor && legalRef.test(work.key)) return `${prefixOf(work)}@${work.key}${note === '' ? '' : `[${note}]`}`;
  return `${prefixOf(work)}#${call(work, form)}`;
}

const prefixOf = ({ prefix }: Work) => (prefix ? `${prefix} ` : '');

const labelOf = (key: string) => (legalLabel.test(key) ? `<${key}>` : `label("${key.replace(/["\\]/gu, '\\$&')}")`);

function call(work: Work, form: string): string {
  const note = noteOf(work);
  return `cite(${labelOf(work.key)}${note === '' ? '' : `, supplement: [${note}]`}${forms.includes(form) ? `, form: "${form}"` : ''})`;
}

/** An `@` or `#` that waits for what it begins. */
const begun = /(?<![\\@#])[@#]$/u;

function writeNew({ text, masked }: Reading, offset: number, works: readonly Work[], command: string): CiteEdit[] {
  if (isMasked(text, masked, offset)) return spaced(text, offset, works.map((work) => item(work, command)).join(' '));
  const [only] = works.length === 1 ? works : [];
  const label = only === undefined ? undefined : /\bcite\(\s{0,20}(<?)$/u.exec(text.slice(Math.max(0, offset - 30), offset));
  if (only && label && (label[1] === '' || legalLabel.test(only.key))) return insertion(offset, label[1] === '' ? labelOf(only.key) : only.key + (text.charAt(offset) === '>' ? '' : '>'));
  const start = begun.test(text.slice(Math.max(0, offset - 2), offset)) ? offset - 1 : offset;
  const written = works.map((work) => item(work, command)).join(' ');
  const mode = typstModeAt(text, start);
  // neither code nor a formula knows @key
  const edits = mode === 'markup' ? spaced(text.slice(0, start) + text.slice(offset), start, written) : insertion(start, `${mode === 'math' ? '#' : ''}[${written}]`);
  return edits.map((edit) => ({ ...edit, end: offset }));
}

/** A new citation, with a space behind it where the text would become a part of it. */
function spaced(text: string, offset: number, written: string): CiteEdit[] {
  const behind = text.slice(offset, offset + 8);
  const swallows = written.endsWith(')') ? /^(?:\[|\(|\.[\p{XID_Start}_])/u.test(behind) : grows.test(behind);
  const before = text.charAt(offset - 1) === '\\' ? ' ' : '';
  return insertion(offset, before + written + (swallows ? ' ' : ''), before.length + written.length);
}

function join(reading: Reading, citation: Citation, works: readonly Work[]): CiteEdit[] {
  const { text } = reading;
  const last = citation.keys.at(-1);
  if (!last) return [];
  if (citation.command === 'code') return insertion(citation.end, works.map((work) => ` + ${call(work, '')}`).join(''));
  const previous = citation.keys.at(-2);
  const shown = previous && previous.to <= last.from ? text.slice(previous.to, last.from) : ' ';
  const between = shown === '' ? ' ' : shown;
  const form = /\bform:\s{0,20}"([a-z]{1,10})"/u.exec(text.slice(last.from, Math.min(last.to, last.from + 2000)))?.[1] ?? 'ref';
  return spaced(text, citation.end, between + works.map((work) => item(work, form)).join(between));
}

function leave(reading: Reading, citation: Citation, gone: (item: CitedKey) => boolean): Splice[] {
  // Keys inside another one's supplement go with it.
  const outer = citation.keys.filter((key) => !citation.keys.some((other) => other !== key && other.from < key.from && key.to <= other.to));
  return outer.some((key) => !gone(key)) ? leaveList(reading, outer, gone, '') : [{ start: citation.start, end: citation.end, text: '' }];
}

const typedRef = new RegExp(String.raw`(?<!\\)@(${labelSigns}{0,200})$`, 'u');
const typedLabel = new RegExp(String.raw`\bcite\(\s{0,20}<(${labelSigns}{0,200})$`, 'u');
const typedString = /\bcite\(\s{0,20}label\(\s{0,20}"([^"\n\\]{0,200})$/u;

function complete({ text, masked, citations }: Reading, offset: number): CompletionPlace | undefined {
  const before = masked.slice(Math.max(0, offset - 300), offset);
  const quoted = typedString.exec(before);
  const typed = quoted ?? typedLabel.exec(before) ?? typedRef.exec(before);
  if (!typed) return undefined;
  const start = offset - (typed[1] ?? '').length;
  const rest = quoted ? /^[^"\n)]{0,200}/u : new RegExp(`^${labelSigns}{0,200}`, 'u');
  const grown = rest.exec(masked.slice(offset, offset + 200))?.[0] ?? '';
  const end = offset + (quoted ? grown : grown.replace(/[.:]+$/u, '')).length;
  const near = citations.filter((citation) => citation.start <= end && citation.end >= start - 2 && !hasBlankLine(masked, start, Math.min(citation.end, start + 200)));
  const present = near.flatMap(({ keys }) => keys).filter((key) => key.start !== start).map(({ key }) => key);
  return { start, end, typed: text.slice(start, offset), present };
}
