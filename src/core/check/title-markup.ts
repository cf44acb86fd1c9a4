import { withoutMarkup, withoutTex } from '../metadata/markup.js';
import type { CheckRule } from './check.js';
import { safeFix } from './fixes.js';
import { fieldPlace } from './place.js';

const marks: readonly RegExp[] = [
  // HTML and JATS: elements that mark text up, and entities
  /<\/?(?:jats:)?(?:i|b|u|em|strong|sub|sup|sc|scp|tt|p|br|span|italic|bold)(?:\s[^<>]{0,200})?\/?>|&(?:amp|lt|gt|quot|apos|nbsp|ndash|mdash|hellip|[lr][sd]quo|#\d{2,7}|#x[\da-f]{2,6});/iu,
  // Markdown: emphasis around words, code, links
  /\*\*[^\s*](?:[^*]{0,300}[^\s*])?\*\*|(?<![\w*])\*[^\s*](?:[^*]{0,300}[^\s*])?\*(?![\w*])|(?<![\w_])_{1,2}[^\s_](?:[^_]{0,300}[^\s_])?_{1,2}(?![\w_])|`[^`]{1,300}`|\[[^[\]]{1,300}\]\([^\s()]{1,500}\)/u,
  // TeX: commands, and braces that only protect capitals; formulas in $…$ are left alone
  /\\(?:emph|text[a-z]{2,8}|math[a-z]{2,8}|["'`^~=.][A-Za-z{]|[&%_#])|\{[\p{L}\p{N} :+.-]{1,80}\}/u,
];

/** A title is plain text: what other formats mark up with shows as it stands. */
export const titleMarkup: CheckRule = {
  code: 'title-markup',
  severity: 'warning',
  about: 'A title holds HTML, Markdown or TeX, which shows as it stands: titles are plain text.',
  *paper(record) {
    for (const field of ['title', 'title-short'] as const) {
      const title = record.fields[field];
      const found = title === undefined ? undefined : marked(title);
      if (title === undefined || found === undefined) continue;
      const clean = withoutMarks(title);
      const fix = clean !== '' && clean !== title && marked(clean) === undefined ? { fix: safeFix(`Write it plainly: ${clean}`, record, [[[field], clean]]) } : {};
      yield { ...fieldPlace(record, field, found), message: `\`${found}\` is markup; titles are plain text.`, ...fix };
    }
  },
};

/** Text without formulas, in which braces and commands are at home. */
function marked(title: string): string | undefined {
  const text = title.replace(/\$[^$]{1,300}\$/gu, (formula) => ' '.repeat(formula.length));
  for (const mark of marks) {
    const found = mark.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

function withoutMarks(title: string): string {
  // formulas are put aside and back: nothing in them is markup
  const parts = title.split(/(\$[^$]{1,300}\$)/u);
  const plain = parts.map((part, at) => (at % 2 === 1 ? part : withoutTex(withoutMarkdown(withoutMarkup(part)))));
  return plain.join('').replace(/\s+/gu, ' ').trim();
}

function withoutMarkdown(text: string): string {
  return text
    .replace(/\[([^[\]]{1,300})\]\([^\s()]{1,500}\)/gu, '$1')
    .replace(/\*\*([^\s*](?:[^*]{0,300}[^\s*])?)\*\*/gu, '$1')
    .replace(/(?<![\w*])\*([^\s*](?:[^*]{0,300}[^\s*])?)\*(?![\w*])/gu, '$1')
    .replace(/(?<![\w_])(_{1,2})([^\s_](?:[^_]{0,300}[^\s_])?)\1(?![\w_])/gu, '$2')
    .replace(/`([^`]{1,300})`/gu, '$1');
}
