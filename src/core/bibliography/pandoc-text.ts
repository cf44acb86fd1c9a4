/** Texts of pandoc's YAML bibliographies, which are Markdown: plain text ↔ Markdown that prints as that text. */
import { mathSpans } from '../bibtex/math.js';

/** What would begin markup: emphasis, code, links, math, citations, HTML, raised and lowered text. */
const markup = /[\\`*_$@<[\]^~]/gu;
/** What would make a heading, a list, a quotation or a table of the whole text. */
const leading = /^(?:[#>|:+-]|\d+(?=[.)])|\([\da-z]+(?=\)))/iu;

const corner = 0x10ff00;

/** Plain text → Markdown. Formulas stay. */
export function toPandoc(text: string): string {
  let [out, at] = ['', 0];
  for (const { start, end } of mathSpans(text)) {
    out += text.slice(at, start).replace(markup, '\\$&') + text.slice(start, end);
    at = end;
  }
  out += text.slice(at).replace(markup, '\\$&');
  return out.replace(leading, (sign) => (/\d$|^\(/u.test(sign) ? `${sign}\\` : `\\${sign}`));
}

/** Markdown → plain text: the marks of emphasis and of protected capitals go, escapes become their signs. */
export function fromPandoc(markdown: string): string {
  if (!/[\\*_[<]/u.test(markdown)) return markdown;
  // while markup is taken out, escaped signs wait in a private corner of Unicode
  return markdown
    .replace(/\\([!-/:-@[-`{-~])/gu, (_, sign: string) => String.fromCodePoint(corner + sign.charCodeAt(0)))
    .replace(/<\/?(?:i|b|em|strong|sub|sup|span)(?:\s[^<>]*)?>/gu, '')
    .replace(/\[([^[\]]*)\]\{[.#][\w.# -]*\}/gu, '$1')
    .replace(/(?<![\w*])(\*{1,3}|_{1,3})(?=\S)([^*_]{0,500}[^*_\s])\1(?!\w)/gu, '$2')
    .replace(/[\u{10ff00}-\u{10ff7f}]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? corner) - corner));
}
