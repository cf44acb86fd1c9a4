/** Runs → Typst markup. */
import { cutLinks } from './links.js';
import { apart, type Run } from './runs.js';

/** Text as Typst that prints exactly it. */
export function escapeTypst(text: string): string {
  return text.replace(/[\\*_#$@<>`~[\]"']|\/(?=[/*])|-(?=[-?])|\.(?=\.\.)/gu, '\\$&');
}

export function writeTypst(runs: readonly Run[], links: readonly string[]): string {
  const line = runs.map((run, index) => {
    const pieces = cutLinks(run.text, links);
    const text = pieces.map((piece, at) => (piece.link ? ended(`#link("${piece.text}")`, pieces[at + 1]?.text ?? runs[index + 1]?.text) : escapeTypst(piece.text))).join('');
    return wrap(run, text, runs[index - 1]?.text.at(-1), runs[index + 1]?.text);
  }).join('');
  // a list, a heading, a term
  return line.replace(/^(\d+)\.(?=\s|$)/u, '$1\\.').replace(/^[-+=/](?=[\s=]|$)/u, '\\$&');
}

function wrap({ italic, bold, underline, smallCaps, shift }: Run, text: string, before: string | undefined, after: string | undefined): string {
  const [lead, core, tail] = apart(text);
  if (core === '') return text;
  let typst = core;
  const call = (name: string) => (typst = `#${name}[${typst}]`);
  if (shift !== undefined) call(shift === 'sup' ? 'super' : 'sub');
  if (smallCaps === true) call('smallcaps');
  if (underline === true) call('underline');
  // a mark inside a word would be a sign like any other
  const free = (lead !== '' || !isWord(before)) && (tail !== '' || !isWord(after?.[0]));
  if (bold === true) typst = free ? `*${typst}*` : call('strong');
  if (italic === true) typst = free ? `_${typst}_` : call('emph');
  return lead + (typst.startsWith('#') && typst.endsWith(']') ? ended(typst, tail === '' ? after : tail) : typst) + tail;
}

/** A call ends before what could go on with it. */
function ended(call: string, next = ''): string {
  return /^(?:[([;]|\.\p{L})/u.test(next) ? `${call};` : call;
}

function isWord(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
}
