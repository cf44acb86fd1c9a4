/** What Markdown does not read as text: front matter, fenced code, code spans, HTML, addresses. */
import { blank, lines, matchAt } from './mask.js';
import type { Span } from './types.js';

export interface MarkdownKind {
  /** MyST: fences with a directive hold text, and `{name}` before a code span makes it a role. */
  readonly myst: boolean;
  /** MyST's comments: lines that begin with `%`. */
  readonly comments?: boolean;
  /** The roles that cite; their spans stay. */
  readonly roles?: RegExp;
}

/** Directives of MyST whose content is no text. */
const codeDirective = /^\{(?:code|code-block|code-cell|sourcecode|literalinclude|include|math|raw|raw:[a-z]+|eval-rst|mermaid|highlight|toctree|bibliography|csv-table|jupyter-execute|prf:algorithm-source|iframe|figure-md-source)\b/u;
const fence = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})(.*)$/u;

/** The text with everything blank in which pandoc and MyST look for no citation. */
export function maskMarkdown(text: string, kind: MarkdownKind): string {
  const blocks = blank(text, [...frontMatter(text), ...fences(text, kind.myst)].sort((a, b) => a.start - b.start));
  const remarks = kind.comments === true ? [...blocks.matchAll(/^ {0,3}%[^\n\r]*/gmu)].map(({ 0: found, index }) => ({ start: index, end: index + found.length })) : [];
  const written = blank(blank(blocks, remarks), indentedCode(blocks, frontMatterOf(text)?.end ?? 0));
  return blank(written, inlineSpans(written, kind));
}

/** Where the YAML at the top of a text stands, without its `---` lines. */
export function frontMatterOf(text: string): Span | undefined {
  const open = /^\uFEFF?---[ \t]*\r?\n/u.exec(text);
  if (!open) return undefined;
  for (const line of lines(text)) if (line.start >= open[0].length && /^(?:---|\.\.\.)[ \t]*$/u.test(line.text)) return { start: open[0].length, end: line.start };
  return undefined;
}

/** The front matter but for `nocite`, which cites. */
function frontMatter(text: string): Span[] {
  const span = frontMatterOf(text);
  if (!span) return [];
  const spans: Span[] = [];
  let start = 0;
  let inNocite = false;
  for (const line of lines(text)) {
    if (line.start >= span.end) break;
    const starts = /^nocite[ \t]*:/u.test(line.text);
    const goesOn: boolean = inNocite && /^(?:[ \t]|-|$)/u.test(line.text);
    if (starts) spans.push({ start, end: line.start + 7 });
    if (starts || goesOn) start = line.next;
    inNocite = starts || goesOn;
  }
  return [...spans, { start, end: span.end }].filter((part) => part.end > part.start);
}

function fences(text: string, myst: boolean): Span[] {
  const spans: Span[] = [];
  const open: { readonly mark: string; readonly start: number; readonly code: boolean }[] = [];
  for (const line of lines(text)) {
    const match = fence.exec(line.text);
    if (!match) continue;
    const [, mark = '', info = ''] = match;
    const top = open.at(-1);
    if (top && info.trim() === '' && mark.charAt(0) === top.mark.charAt(0) && mark.length >= top.mark.length) {
      open.pop();
      spans.push({ start: top.code ? top.start : line.start, end: line.end });
    } else if (!top?.code && !(mark.startsWith('`') && info.includes('`')) && open.length < 100) {
      const code = !myst || !/^\s*\{/u.test(info) || codeDirective.test(info.trim());
      if (!code) spans.push({ start: line.start, end: line.end }); // its backticks open no code span
      open.push({ mark, start: line.start, code });
    }
  }
  const unclosed = open.find(({ code }) => code);
  return unclosed ? [...spans, { start: unclosed.start, end: text.length }] : spans;
}

/** What holds indented paragraphs: list items, footnotes, definitions, the admonitions of Python-Markdown. */
const holdsIndented = /^[ ]{0,3}(?:[-*+:~][ \t]|(?:\(?(?:\d{1,9}|[a-zA-Z]{1,6}|#)[.)]|\(@[\w-]{0,100}\))[ \t]|\[\^[^\]\s]{1,100}\]:|!!!|\?\?\?|===)/u;

/** Code that is told by its indentation alone. Inside of what holds indented paragraphs none is looked for. */
function indentedCode(text: string, from: number): Span[] {
  const spans: Span[] = [];
  let [held, wasBlank, code] = [false, true, false];
  for (const line of lines(text)) {
    if (line.start < from) continue;
    if (/^[ \t]*$/u.test(line.text)) {
      wasBlank = true;
      continue;
    }
    const indented = /^(?: {4}| {0,3}\t)/u.test(line.text);
    if (!indented) held = holdsIndented.test(line.text) || (held && !wasBlank) || (held && /^[ ]{1,3}\S/u.test(line.text));
    code = indented && !held && (wasBlank || code);
    if (code) spans.push({ start: line.start, end: line.end });
    wasBlank = false;
  }
  return spans;
}

const token = /\\[\s\S]|@\{[^\s{}]{0,500}|`+|<!--|<(?:[a-z][a-z0-9+.-]{1,30}:[^\s<>]{0,2000}|[^\s<>@]{1,100}@[^\s<>]{1,200})>|<\/?[a-z][\w:-]{0,60}(?=[\s/>])|\]\(|(?<!@)https?:\/\/[^\s<>\])]+/giu;
const attributes = /(?:\s+[a-z_:][\w:.-]{0,60}(?:\s{0,20}=\s{0,20}(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^\s"'=<>`]{1,500}))?){0,30}\s{0,100}\/?>/iuy;
const destination = /\s{0,20}(?:<[^<>\n]{0,2000}>|[^\s()]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,10})(?:\s{1,20}(?:"[^"]{0,500}"|'[^']{0,500}'))?\s{0,20}\)/uy;

function inlineSpans(text: string, { myst, roles }: MarkdownKind): Span[] {
  const spans: Span[] = [];
  const closer = codeSpans(text);
  let openComment = false;
  token.lastIndex = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [found] = match;
    let end = token.lastIndex;
    let start = match.index;
    if (found.startsWith('`')) {
      const close = closer(start, found.length);
      if (close === undefined) continue;
      end = close + found.length;
      const role = myst ? /\{([a-zA-Z0-9:_.+-]{1,60})\}$/u.exec(text.slice(Math.max(0, start - 64), start))?.[1] : undefined;
      if (role !== undefined && roles?.test(role)) start = end;
    } else if (found === '<!--') {
      const close: number = openComment ? -1 : text.indexOf('-->', end);
      openComment = close < 0; // never looked for twice
      if (close < 0) continue;
      end = close + 3;
    } else if (found === '](') {
      start += 2;
      end = start + (matchAt(destination, text, start)?.[0].length ?? 1) - 1;
    } else if (found.startsWith('<') && !found.endsWith('>')) {
      const rest = matchAt(attributes, text, end);
      if (!rest) continue;
      end += rest[0].length;
    } else if (found.startsWith('\\') || found.startsWith('@')) continue;
    if (end > start) spans.push({ start, end });
    token.lastIndex = Math.max(token.lastIndex, end);
  }
  return spans;
}

/** Finds the run of backticks that closes a code span: as long as the opening one, in the same paragraph. */
function codeSpans(text: string): (start: number, length: number) => number | undefined {
  const runs = new Map<number, { readonly starts: number[]; next: number }>();
  for (const { 0: run, index } of text.matchAll(/`+/gu)) {
    const same = runs.get(run.length);
    if (same) same.starts.push(index);
    else runs.set(run.length, { starts: [index], next: 0 });
  }
  const paragraphs = [...text.matchAll(/\n(?=[ \t\r>]*\n)/gu)].map(({ index }) => index);
  let paragraph = 0;
  return (start, length) => {
    const same = runs.get(length);
    if (!same) return undefined;
    // Asked for in the order of the text: no place is passed twice.
    while ((same.starts[same.next] ?? Infinity) <= start) same.next += 1;
    while ((paragraphs[paragraph] ?? Infinity) <= start) paragraph += 1;
    const close = same.starts[same.next];
    return close !== undefined && close < (paragraphs[paragraph] ?? Infinity) ? close : undefined;
  };
}
