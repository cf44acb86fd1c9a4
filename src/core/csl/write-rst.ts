/** Runs → reStructuredText. It knows neither underlining nor small capitals, and no mark inside another. */
import { cutLinks } from './links.js';
import { apart, type Run } from './runs.js';

/** Text as reStructuredText that prints exactly it. */
export function escapeRst(text: string): string {
  return text.replace(/[\\*`|_<]|:(?=\/\/|[\w+.-]+:)|@(?=\w)/gu, '\\$&');
}

export function writeRst(runs: readonly Run[], links: readonly string[]): string {
  const line = runs.map((run, index) => {
    const before = runs[index - 1]?.text.at(-1);
    const after = runs[index + 1]?.text[0];
    const mark = markOf(run);
    if (mark !== undefined) return marked(run.text, mark, before, after);
    const pieces = cutLinks(run.text, links);
    return pieces.map(({ text, link }, at) => (link ? around(address(text), pieces[at - 1]?.text.at(-1) ?? before, pieces[at + 1]?.text[0] ?? after) : escapeRst(text))).join('');
  }).join('');
  // lists of every kind, options, tables, quotations: `I. Shumailov` would be one of the first
  return line.replace(/^(?:\(?(?:\w{1,9}|#)[.)](?=\s)|[-+•‣⁃>:=/[.](?!\\))/u, '\\$&');
}

type Mark = readonly [open: string, close: string];

function markOf({ italic, bold, shift }: Run): Mark | undefined {
  if (shift !== undefined) return [`:${shift}:\``, '`'];
  if (bold === true) return ['**', '**'];
  return italic === true ? ['*', '*'] : undefined;
}

function marked(text: string, [open, close]: Mark, before: string | undefined, after: string | undefined): string {
  const [lead, core, tail] = apart(text);
  if (core === '') return escapeRst(text);
  return lead + around(open + escapeRst(core) + close, lead === '' ? before : ' ', tail === '' ? after : ' ') + tail;
}

/** A mark counts only beside spaces and some punctuation; an escaped space, which prints nothing, stands for them. */
function around(inline: string, before: string | undefined, after: string | undefined): string {
  const open = before === undefined || /[\s"'([{<\-/:]/u.test(before) ? '' : '\\ ';
  const close = after === undefined || /[\s"')\]}>\-/:.,;!?]/u.test(after) ? '' : '\\ ';
  return open + inline + close;
}

function address(url: string): string {
  return /^https?:\/\/[\w.~/?=&%#+-]*[a-z\d/]$/iu.test(url) && !/[_*]/u.test(url) ? url : `\`${escapeRst(url)} <${url.replace(/[\\_*`]/gu, '\\$&')}>\`__`;
}
