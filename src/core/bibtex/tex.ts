/** Plain text → TeX text: what TeX would take as a command is written so that it prints as itself. */
import { encodeAccents } from './tex-accents.js';

export interface TexOptions {
  /** Keep letters outside ASCII as they are (every TeX since 2018 reads UTF-8); otherwise write them as TeX commands where there is one. */
  readonly unicode: boolean;
}

/**
 * Braces become commands and not `\{`: BibTeX counts braces without looking at the backslash before them,
 * so `\{` in a field would swallow the rest of the file. TeX prints a grave accent as a quotation mark, and its oldest
 * fonts, which are still the default, print < > | as ¡ ¿ —.
 */
const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '\\textasciigrave{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
};

/** Signs that fonts join to another one: two hyphens to a dash, two commas to a quotation mark. */
const joining = /-(?=[-–—])|[–—](?=-)|'(?=')|,(?=,)/gu;

/** Control characters, line breaks, invisible direction marks and halves of characters: nothing of this belongs in a field. */
const invisible = /[\p{Cc}\u2028\u2029]+/gu;
const marks = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu;

/** One line of visible text in Unicode's composed form, with single spaces. */
export function plainLine(text: string): string {
  return text.replace(invisible, ' ').replace(marks, '').normalize('NFC').replace(/[ \t\u00a0\u202f]+/gu, ' ').trim();
}

/** Visible text → TeX that prints it sign for sign. The result has balanced braces and no character that TeX would act on. */
export function escapeTex(line: string, { unicode }: TexOptions): string {
  const written = unicode ? line : line.replace(/[‐‑]/gu, '-');
  const escaped = written.replace(/[\\{}~^`<>|&%$#_]/gu, (character) => commands[character] ?? character).replace(joining, '$&{}');
  return unicode ? escaped : encodeAccents(escaped);
}

/** An address or identifier for a field that TeX reads verbatim: as it is, but for what would break the field itself. */
export function verbatim(address: string): string {
  return plainLine(address).replace(/[\s{}\\"<>^`|]/gu, (character) => encodeURIComponent(character));
}
