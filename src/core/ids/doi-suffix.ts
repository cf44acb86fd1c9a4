/** Where a DOI ends. Its suffix may hold nearly anything (https://www.doi.org/doi-handbook), so this is a judgement of what people write. */
import { alphanumeric, balancedEnd, charTable, unescaped } from './syntax.js';

/** A longer run is data, not a DOI. */
const longestSuffix = 300;

/** Characters of Crossref's recommended set, and `+ [ ]`, which old DOIs hold. https://www.crossref.org/blog/dois-and-matching-regular-expressions/ */
const isPlain = charTable(`${alphanumeric}-._:()/+[]`);
/** Punctuation as a percent code: ( ) + - . / : ; < > [ ] _ and nothing else; `%20` and `%5C` end a DOI. */
const encoded = /%(?:2[89BDEF]|3[ABCE]|5[BDF])/iy;
/** Escapes of LaTeX, BibTeX and JSON. */
const escaped = /\{\\_\}|\\(?:[_/]|%(?:2[89BDEF]|3[ABCE]|5[BDF]))/iy;
/** The angle brackets of a SICI (`<693::AID-ASI4>3.0.CO;2-O`); any other `<` opens a tag. ANSI/NISO Z39.56 */
const sici = /(?:<|&lt;)[A-Za-z0-9:.-]{2,40}(?:>|&gt;)\d\.\d\.[A-Z]{2};2(?:-[A-Za-z0-9])?/y;

/** Another link, without a break before it. */
const joined = /https?(?::|%3A)(?:\\?\/|%2F){2}/i;

function stickyLength(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** How many characters the DOI has at `at`: 0 where it ends. */
function step(text: string, at: number): number {
  if (isPlain(text, at)) return 1;
  switch (text.charAt(at)) {
    // A semicolon also parts the items of a list.
    case ';': return /^;(?:10\.|https?:|doi:)/i.test(text.slice(at, at + 8)) ? 0 : 1;
    case '%': return stickyLength(encoded, text, at);
    case '\\':
    case '{': return stickyLength(escaped, text, at);
    case '<':
    case '&': return stickyLength(sici, text, at);
    default: return 0;
  }
}

/**
 * The end of the DOI's suffix that begins at `start`: balanced brackets stay, trailing punctuation goes.
 * @returns undefined when there is none, or when the run is too long to be one
 */
export function suffixEnd(text: string, start: number): number | undefined {
  let end = start;
  while (end - start <= longestSuffix) {
    const length = step(text, end);
    if (length === 0) break;
    end += length;
  }
  if (end - start > longestSuffix) return undefined;
  const next = text.slice(start, end).search(joined);
  if (next >= 0) end = start + next;
  // Characters count as what they are, however they are written; the text keeps its length, so offsets stay.
  const shown = text.slice(start, end).replace(/\{\\_\}|\\[_/]|\\?%../g, (escape) => {
    const char = unescaped(escape.replace(/^\\%/, '%'));
    return /[()[\]]/.test(char) ? char.padEnd(escape.length, 'x') : char.repeat(escape.length);
  });
  const length = balancedEnd(shown, 0, shown.length);
  return length === 0 ? undefined : start + length;
}
