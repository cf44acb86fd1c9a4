/** Services put JATS, HTML, entities and TeX into titles and abstracts; here they become plain text. */
import { texToText } from '../bibtex/tex-decode.js';

/** Elements that services use to mark text up. Anything else between < and > is text: "a <b, c> d", or an attack, shown as it is. */
const known = /^\/?(?:jats:|mml:|m:)|^\/?(?:i|b|u|em|strong|sub|sup|sc|scp|tt|p|br|span|italic|bold|title|sec|list|list-item|inline-formula|math|mi|mn|mo|mrow|msub|msup|mtext|mfrac|semantics|annotation)(?=[\s/>]|$)/iu;
/** These end a word; the others stand inside one. */
const breaking = /^\/?(?:jats:)?(?:p|br|title|sec|list|list-item)(?=[\s/>]|$)/iu;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…', rsquo: '’', lsquo: '‘', ldquo: '“', rdquo: '”' };

/** Marked-up text → plain text (white space not yet collapsed). Linear in the text. */
export function withoutMarkup(text: string): string {
  const bare = text.replace(/<(?:jats:)?tex-math[^<>]*>[^<]*<\/(?:jats:)?tex-math>/giu, '');
  const stripped = bare.replace(/<([^<>]*)>/gu, (whole, inside: string) => (known.test(inside) ? (breaking.test(inside) ? ' ' : '') : whole));
  return decodeEntities(stripped);
}

/** Decodes once: `&amp;lt;` becomes `&lt;` and not `<`. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/giu, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return entities[name] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : whole;
  });
}

/** TeX → plain text, only where there is TeX: a tilde or two hyphens alone are what they are. */
export function withoutTex(text: string): string {
  if (!/[\\{]/u.test(text)) return text;
  const start = /^\s*/u.exec(text)?.[0] ?? '';
  const end = /\s*$/u.exec(text)?.[0] ?? '';
  return start + texToText(text.trim()) + end;
}

/** A title as authors type it at arXiv (`Schr\"odinger`, `{BERT}`) → plain text; formulas between dollars are left alone. */
export function titleText(title: string): string {
  return title.split(/(\$[^$]{1,300}\$)/u).map((part, at) => (at % 2 === 1 ? part : withoutTex(withoutMarkup(part)))).join('');
}

/** An abstract in JATS, without the heading "Abstract". */
export function abstractText(jats: string): string {
  return withoutMarkup(jats.replace(/<jats:title>\s*abstract\s*<\/jats:title>/iu, ' ')).replace(/^\s*abstract[:.]\s+/iu, '');
}
