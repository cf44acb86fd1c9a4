/** Text without a bibliography: Markdown takes a link or a footnote, HTML and plain text the formatted reference. No keys are found in any of them. */
import { insertion, makeMarkup, noteOf, type Grammar } from './build.js';
import type { CiteEdit, Markup, MarkupId, Work } from './types.js';

function keyless(id: MarkupId, languages: readonly string[], commands: readonly string[], write: Grammar['write']): Markup {
  return makeMarkup({
    id,
    languages,
    commands,
    separator: '',
    read: (text) => ({ text, masked: text, citations: [] }),
    isLegalKey: (key) => id !== 'markdown' || /^[^\s[\]^]+$/u.test(key),
    write,
    join: () => [],
    complete: () => undefined,
  });
}

/** Markdown that no bibliography goes with. Commands: `link`, `footnote`, `reference`. */
export const markdown: Markup = keyless('markdown', ['markdown'], ['link', 'footnote', 'reference'], ({ text }, offset, works, command) => {
  if (command === 'footnote') return footnotes(text, offset, works);
  return insertion(offset, works.map((work) => (command === 'reference' ? (work.reference ?? link(work)) : link(work))).join(', '));
});

/** HTML: the formatted reference, or a link. */
export const html: Markup = keyless('html', ['html', 'vue', 'svelte', 'handlebars', 'php'], ['reference', 'link'], (_reading, offset, works, command) =>
  insertion(offset, works.map((work) => (command === 'reference' ? (work.reference ?? htmlLink(work)) : htmlLink(work))).join('; ')),
);

/** Anything else: the formatted reference, or the title with its address. */
export const text: Markup = keyless('text', ['plaintext'], ['reference', 'key'], (_reading, offset, works, command) =>
  insertion(offset, works.map((work) => (command === 'key' ? work.key : (work.reference ?? plainReference(work)))).join(command === 'key' ? ', ' : '; ')),
);

function link(work: Work): string {
  const name = (work.title ?? work.key).replace(/[\\[\]`*_<>]/gu, '\\$&').replace(/\s+/gu, ' ');
  if (work.url === undefined) return name;
  const address = work.url.replace(/[\s()<>\\]/gu, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'));
  return `[${name}](${address})`;
}

function htmlLink(work: Work): string {
  const name = escapeHtml(work.title ?? work.key);
  return work.url === undefined ? `<cite>${name}</cite>` : `<a href="${escapeHtml(work.url)}"><cite>${name}</cite></a>`;
}

function escapeHtml(value: string): string {
  return value.replace(/[&<>"]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
}

function plainReference({ key, title, url }: Work): string {
  return [title ?? key, url].filter((part) => part !== undefined).join(', ');
}

/** The marks at the caret; their texts at the end of the document, where they are not there yet. */
function footnotes(document: string, offset: number, works: readonly Work[]): CiteEdit[] {
  const marks = insertion(offset, works.map(({ key }) => `[^${key}]`).join(''));
  const defined = new Set([...document.matchAll(/^\[\^([^\]\s]{1,200})\]:/gmu)].map(([, key]) => key));
  const missing = works.filter(({ key }) => !defined.has(key));
  if (missing.length === 0) return marks;
  const eol = document.includes('\r\n') ? '\r\n' : '\n';
  const body = document.trimEnd();
  const lastLine = body.slice(body.lastIndexOf('\n') + 1);
  const gap = body === '' ? '' : (document.endsWith('\n') ? '' : eol) + (/^\[\^[^\]]{1,200}\]:/u.test(lastLine) || /\n\s*\n$/u.test(document) ? '' : eol);
  const definitions = missing.map((work) => `[^${work.key}]: ${work.reference ?? link(work)}${noteOf(work) === '' ? '' : `, ${noteOf(work)}`}${eol}`).join('');
  // Before a caret at the very end the marks come first: sorting keeps the order of edits at one place.
  return [...marks, { start: document.length, end: document.length, text: gap + definitions, cursor: 0 }];
}
