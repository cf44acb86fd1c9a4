/** Runs → LaTeX that compiles with any engine that reads UTF-8 and needs no package, but for \url where links are asked for. */
import { cutLinks } from './links.js';
import type { Run } from './runs.js';

const signs: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', '$': '\\$', '&': '\\&', '#': '\\#', '%': '\\%', _: '\\_', '^': '\\textasciicircum{}', '~': '\\textasciitilde{}',
  // these are other signs in the older font encoding, or begin quotation marks
  '<': '\\textless{}', '>': '\\textgreater{}', '|': '\\textbar{}', '`': '\\textasciigrave{}', '\u00a0': '~',
};

/** Text as LaTeX that prints exactly it; dashes and quotation marks are not joined. */
export function escapeLatex(text: string): string {
  return text.replace(/[\\{}$&#%_^~<>|`\u00a0]/gu, (sign) => signs[sign] ?? sign).replace(/([-,'!?])(?=\1)/gu, '$1{}');
}

export function writeLatex(runs: readonly Run[], links: readonly string[]): string {
  const line = runs.map((run) => wrap(run, cutLinks(run.text, links).map(({ text, link }) => (link && isPlain(text) ? `\\url{${text}}` : escapeLatex(text))).join(''))).join('');
  // \item would take it for its option
  return line.replace(/^\[/u, '{[}');
}

/** What \url takes as it is, also inside the argument of another command. */
function isPlain(address: string): boolean {
  return !/[%#^~{}\\]/u.test(address);
}

function wrap({ italic, bold, underline, smallCaps, shift }: Run, text: string): string {
  let latex = text;
  if (shift !== undefined) latex = `\\text${shift === 'sup' ? 'super' : 'sub'}script{${latex}}`;
  if (smallCaps === true) latex = `\\textsc{${latex}}`;
  if (underline === true) latex = `\\underline{${latex}}`;
  if (bold === true) latex = `\\textbf{${latex}}`;
  return italic === true ? `\\textit{${latex}}` : latex;
}
