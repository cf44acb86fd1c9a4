/** What LaTeX does not read as text: comments, verbatim environments, \verb and its kin, addresses. */
import { blank, matchAt } from './mask.js';
import type { Span } from './types.js';

const token = /\\(?:([a-zA-Z]+)\*?|[^a-zA-Z])|%/gu;
const environment = /[ \t]{0,20}\{([a-zA-Z]{1,40}\*?)\}/uy;
const verbatim = new Set(['verbatim', 'Verbatim', 'BVerbatim', 'LVerbatim', 'SaveVerbatim', 'verbatimtab', 'lstlisting', 'minted', 'comment', 'filecontents', 'pycode', 'luacode', 'tcblisting']);
const options = /[ \t]{0,20}\[[^\]\n]{0,500}\]/uy;
const language = /[ \t]{0,20}\{[^{}\n]{0,60}\}/uy;
/** Nobody writes more between the delimiters of \verb, or in an address. */
const lineLimit = 1000;

/** The text with comments and verbatim blank. */
export function maskLatex(text: string): string {
  const spans: Span[] = [];
  token.lastIndex = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const end = token.lastIndex;
    const skipped = match[0] === '%' ? { start: match.index, end: lineEnd(text, end) } : hidden(text, match[1] ?? '', end);
    if (!skipped) continue;
    if (skipped.end > skipped.start) spans.push(skipped);
    token.lastIndex = skipped.end;
  }
  return blank(text, spans);
}

/** What a command hides: a span to blank, or an empty one to go on behind. */
function hidden(text: string, name: string, at: number): Span | undefined {
  if (name === 'begin') {
    const match = matchAt(environment, text, at);
    const named = match?.[1];
    if (!match || named === undefined || !verbatim.has(named.replace(/\*$/u, ''))) return undefined;
    const start = at + match[0].length;
    const end = text.indexOf(`\\end{${named}}`, start);
    return { start, end: end < 0 ? text.length : end };
  }
  if (name === 'verb') return delimited(text, at);
  if (name === 'lstinline' || name === 'Verb') return delimited(text, at + (matchAt(options, text, at)?.[0].length ?? 0));
  if (name === 'mintinline') {
    const optional = at + (matchAt(options, text, at)?.[0].length ?? 0);
    return delimited(text, optional + (matchAt(language, text, optional)?.[0].length ?? 0));
  }
  if (name === 'url' || name === 'path' || name === 'nolinkurl' || name === 'href') {
    // A % in an address begins no comment.
    const address = text.charAt(at) === '{' ? delimited(text, at) : undefined;
    return address && { start: address.end, end: address.end };
  }
  return undefined;
}

/** `|…|` or `{…}`, on one line. */
function delimited(text: string, at: number): Span | undefined {
  const line = text.slice(at, at + lineLimit).split(/[\r\n]/u, 1)[0] ?? '';
  const open = line.charAt(0);
  if (open === '' || open === ' ') return undefined;
  if (open !== '{') {
    const close = line.indexOf(open, 1);
    return close < 0 ? undefined : { start: at, end: at + close + 1 };
  }
  let depth = 0;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '{') depth += 1;
    else if (line[i] === '}' && --depth === 0) return { start: at, end: at + i + 1 };
  }
  return undefined;
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  if (at < 0) return text.length;
  return text.charAt(at - 1) === '\r' ? at - 1 : at;
}
