/** Text as Markdown that says exactly the text. */

/**
 * Escapes everything that Markdown could read as markup: each ASCII punctuation mark gets a backslash, which CommonMark allows
 * for all of them. So no emphasis, link, image, HTML, entity or table can begin, no bare address becomes a link, and no
 * `$(icon)` an icon. Line breaks, control characters and characters that turn the direction of the text become spaces.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text).replace(/[!-/:-@[-`{-~]/gu, '\\$&');
}

/** The longest text that is shown; nobody reads a megabyte of title, in UTF-16 units. */
const longest = 2000;

/** Text as one line that looks like what it is. */
export function oneLine(text: string): string {
  const start = text.length > 4 * longest ? text.slice(0, 4 * longest) : text;
  const line = start.replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u2069\ufeff]+/gu, ' ').replace(/\s+/gu, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
