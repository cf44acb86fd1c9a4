/** Runs → HTML of which only our own tags are markup. */
import { cutLinks } from './links.js';
import type { Run } from './runs.js';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => signs[sign] ?? sign);
}

/** Inline HTML, without a block around it. The work's own addresses become links. */
export function writeHtml(runs: readonly Run[], links: readonly string[]): string {
  return runs.map((run) => {
    const text = cutLinks(run.text, links).map((piece) => (piece.link ? `<a href="${escapeHtml(piece.text)}">${escapeHtml(piece.text)}</a>` : escapeHtml(piece.text))).join('');
    return wrap(run, text);
  }).join('');
}

function wrap({ italic, bold, underline, smallCaps, shift }: Run, text: string): string {
  let html = text;
  if (shift !== undefined) html = `<${shift}>${html}</${shift}>`;
  if (smallCaps === true) html = `<span style="font-variant: small-caps">${html}</span>`;
  if (underline === true) html = `<u>${html}</u>`;
  if (bold === true) html = `<b>${html}</b>`;
  return italic === true ? `<i>${html}</i>` : html;
}
