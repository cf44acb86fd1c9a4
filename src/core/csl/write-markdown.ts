/**
 * Runs → Markdown for a document that people go on writing in. Unlike `escapeMarkdown`, which is for cards and escapes every
 * mark, it escapes only what CommonMark, GFM, pandoc or MyST could read as markup, so that "Wang, Y. (2023)" stays as it is.
 */
import { cutLinks } from './links.js';
import type { Run } from './runs.js';

/** A reference or citation as one line of Markdown. The work's own addresses become links. */
export function writeMarkdown(runs: readonly Run[], links: readonly string[]): string {
  const line = runs.map((run, index) => {
    const pieces = cutLinks(run.text, run.shift === undefined ? links : []);
    const text = pieces.map((piece) => (piece.link ? `<${piece.text}>` : escapeInline(piece.text))).join('');
    return emphasise(run, text, runs[index - 1]?.text.at(-1), runs[index + 1]?.text[0]);
  }).join('');
  return escapeStart(line);
}

/** Escapes what could begin markup inside a line. */
export function escapeInline(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<#$@^~|]|&(?=#?\w+;)|-(?=-)|=(?==)|\.(?=\.\.)/gu, '\\$&')
    // a bare address or host would become a link, `:word:` a picture or a role
    .replace(/:(?=\/\/|[\w+-]+:)|(?<=\bwww)\./giu, '\\$&');
}

/** Escapes what could begin a block: a list, a heading, a quotation, a definition. */
function escapeStart(line: string): string {
  return line.replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2').replace(/^(?=[-+:%>])/u, '\\').replace(/^(\(?\w{1,9})\)(?=\s)/u, '$1\\)');
}

/** Puts the marks around the text, not around the spaces at its ends; where the marks would not be read as such, HTML does it. */
function emphasise(run: Run, text: string, before: string | undefined, after: string | undefined): string {
  const [, lead = '', core = '', tail = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (core === '') return text;
  let marked = core;
  if (run.shift !== undefined) marked = `<${run.shift}>${marked}</${run.shift}>`;
  if (run.underline === true) marked = `<u>${marked}</u>`;
  if (run.bold === true || run.italic === true) {
    const outside = (sign: string | undefined, space: string) => space !== '' || sign === undefined || /[\s\p{P}\p{S}]/u.test(sign) && sign !== '*';
    const plain = outside(before, lead) && outside(after, tail);
    const [open, close] = plain ? marks(run) : tags(run);
    marked = open + marked + close;
  }
  return lead + marked + tail;
}

function marks({ bold, italic }: Run): readonly [string, string] {
  const mark = bold === true ? (italic === true ? '***' : '**') : '*';
  return [mark, mark];
}

function tags({ bold, italic }: Run): readonly [string, string] {
  return [(italic === true ? '<i>' : '') + (bold === true ? '<b>' : ''), (bold === true ? '</b>' : '') + (italic === true ? '</i>' : '')];
}
