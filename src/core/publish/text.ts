/** Text as Markdown that says exactly the text and stays readable: a list is edited by people, so only what would be markup is escaped. */

/** What GitHub's Markdown could read as markup in the middle of a line. */
const markup = /\\|[`*[\]]|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_|~(?=~)|(?<=~)~|<(?=[a-z/!?])|&(?=#?[a-z0-9]{1,40};)|\$(?=[^$]*\$)|(?<=\$[^$]*)\$|:(?=[a-z0-9_+-]{1,40}:)/giu;
/** What makes a block of a line that begins with it. */
const blockStart = /^(?:[#>=+-]|\d{1,9}(?=[.)](?:\s|$)))/u;

/** One line without control characters, half signs and signs that turn the direction of the text. Joiners stay: emoji and Persian need them. */
export function plainLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').replace(/[\u202a-\u202e\u2066-\u2069\ufeff]+/gu, '').replace(/\p{Surrogate}/gu, '\ufffd').trim();
}

/** Text in the middle of a line. */
export function escapeText(text: string): string {
  return plainLine(text).replace(markup, '\\$&');
}

/** Text with which a line begins. */
export function escapeStart(text: string): string {
  return escapeText(text).replace(blockStart, (start) => (/\d/u.test(start) ? start : `\\${start}`)).replace(/^(\d{1,9})(?=[.)](?:\s|$))/u, '$1\\');
}

/** An address where a link names it: brackets that do not close would end it. */
export function destination(url: string): string {
  const coded = url.replace(/[\s<>\\\p{Cc}]/gu, encodeURIComponent).replace(/[*_](?=\*|_)/gu, '\\$&').replace(/&(?=#?[a-z0-9]{1,40};)/giu, '\\&');
  return balanced(coded) ? coded : coded.replace(/[()]/gu, '\\$&');
}

export function link(text: string, url: string): string {
  return `[${text}](${destination(url)})`;
}

/** A finished piece of Markdown in a cell of a table. */
export function cell(markdown: string): string {
  return markdown.replace(/(?<!\\)((?:\\\\)*)\|/gu, '$1\\|');
}

function balanced(url: string): boolean {
  let open = 0;
  for (const sign of url) {
    if (sign === '(') open += 1;
    else if (sign === ')' && (open -= 1) < 0) return false;
  }
  return open === 0;
}
