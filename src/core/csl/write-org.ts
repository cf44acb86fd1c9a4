/** Runs → Org. Where it has an entity for a sign that one is written; else a zero width space, Org's own way to keep signs from being marks. */
import { cutLinks } from './links.js';
import { apart, type Run } from './runs.js';

const zeroWidth = '\u200b';
const entities: Readonly<Record<string, string>> = { '\\': '\\bsol{}', $: '\\dollar{}', _: '\\under{}', '^': '\\asciicirc{}', '*': '\\ast{}', '~': '\\tilde{}' };

/** Text as Org that prints exactly it. */
export function escapeOrg(text: string): string {
  return text
    .replace(/[\\$_^*~]/gu, (sign) => entities[sign] ?? sign)
    .replace(/(?<=^|[\s\-('"{[])[/=+](?=\S)|(?<=[[<{@])[[<{@]|(?<=\[)(?=fn:|cite[:/]|\d)|-(?=-)|\.(?=\.\.)|(?<=\b(?:https?|file|doi|mailto)):|(?<=\b(?:src|call))_/giu, (sign) => (sign === '-' || sign === '.' ? sign + zeroWidth : zeroWidth + sign));
}

export function writeOrg(runs: readonly Run[], links: readonly string[]): string {
  const line = runs.map((run, index) => {
    const text = cutLinks(run.text, links).map((piece) => (piece.link ? `[[${piece.text.replace(/[[\]]/gu, encodeURIComponent)}]]` : escapeOrg(piece.text))).join('');
    return wrap(run, text, runs[index - 1]?.text.at(-1), runs[index + 1]?.text[0]);
  }).join('');
  // lists, keywords, tables, drawers
  return line.replace(/^(?=(?:\w{1,9}[.)]|[-+])(?:\s|$)|[#|:%[])/u, zeroWidth);
}

function wrap({ italic, bold, underline, shift }: Run, text: string, before: string | undefined, after: string | undefined): string {
  const [lead, core, tail] = apart(text);
  if (core === '') return text;
  let org = core;
  if (shift !== undefined) org = `${before === undefined || lead !== '' ? zeroWidth : ''}${shift === 'sup' ? '^' : '_'}{${org}}`;
  const marks = [underline === true ? '_' : '', italic === true ? '/' : '', bold === true ? '*' : ''].join('');
  if (marks === '') return lead + org + tail;
  org = marks + org + Array.from(marks).reverse().join('');
  // beside a letter a mark is none
  const open = lead !== '' || before === undefined || /[\s\-('"{]/u.test(before) ? '' : zeroWidth;
  const close = tail !== '' || after === undefined || /[\s\-.,:;!?'")}[]/u.test(after) ? '' : zeroWidth;
  return lead + open + org + close + tail;
}
