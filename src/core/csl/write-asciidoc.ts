/** Runs → AsciiDoc. What could be a mark is written as a character reference: AsciiDoc's backslash only counts where there is a mark. */
import { cutLinks } from './links.js';
import { apart, type Run } from './runs.js';

/** Text as AsciiDoc that prints exactly it. */
export function escapeAsciidoc(text: string): string {
  return text
    .replace(/[*_`#^~+{}|\\<>]|&(?=#?\w+;)|\[(?=\[)|-(?=-)|\.(?=\.\.)|(?<=[-=])>|:(?=:|\/\/)|;(?=;)|@(?=\w)|\((?=(?:C|R|TM)\))/giu, reference)
    // a macro: `pass:[…]`, `image:…[…]`
    .replace(/(?<=\w):(?=\S*\[)/gu, reference)
    // two semicolons end a term
    .replace(/(?<=&#\d{1,7};);/gu, reference);
}

function reference(sign: string): string {
  return `&#${sign.codePointAt(0) ?? 0};`;
}

export function writeAsciidoc(runs: readonly Run[], links: readonly string[]): string {
  const line = runs.map((run, index) => {
    const text = cutLinks(run.text, links).map((piece) => (piece.link ? address(piece.text) : escapeAsciidoc(piece.text))).join('');
    return wrap(run, text, runs[index - 1]?.text.at(-1), runs[index + 1]?.text[0]);
  }).join('');
  // lists of every kind (`A. Smith` would be one), titles, attributes, comments, blocks
  return line.replace(/^(\w{1,9})([.)])(?=\s)/u, (_all, word: string, sign: string) => word + reference(sign)).replace(/^[-.=:/'[!>%](?!\()/u, reference);
}

function address(url: string): string {
  return /^https?:\/\/[\w.~/?=&%-]+$/u.test(url) && !/[_~]|--/u.test(url) ? `${url}[]` : `link:++${url}++[]`;
}

/** Marks beside letters are doubled. */
function wrap({ italic, bold, underline, smallCaps, shift }: Run, text: string, before: string | undefined, after: string | undefined): string {
  const [lead, core, tail] = apart(text);
  if (core === '') return text;
  let adoc = core;
  const free = (lead !== '' || !isWord(before)) && (tail !== '' || !isWord(after));
  const mark = (sign: string) => (adoc = free ? sign + adoc + sign : sign + sign + adoc + sign + sign);
  if (shift !== undefined) adoc = shift === 'sup' ? `^${adoc.replace(/ /gu, '&#32;')}^` : `~${adoc.replace(/ /gu, '&#32;')}~`;
  if (smallCaps === true) adoc = `[.small-caps]##${adoc}##`;
  if (underline === true) adoc = `[.underline]##${adoc}##`;
  if (italic === true) mark('_');
  if (bold === true) mark('*');
  return lead + adoc + tail;
}

function isWord(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}_:;]/u.test(sign);
}
