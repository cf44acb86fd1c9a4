/** Character classes of the .bib format, and the moves over text that they allow. */

export const at = 64;
export const braceOpen = 123;
export const braceClose = 125;
export const parenOpen = 40;
export const parenClose = 41;
export const quote = 34;
export const comma = 44;
export const equals = 61;
export const hash = 35;
export const percent = 37;

/** Blanks, line ends and controls, and what gets between fields when text is pasted: no-break spaces and a BOM. */
export function isSpace(code: number): boolean {
  return code <= 32 || (code >= 127 && (code <= 160 || code === 0xfeff || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x3000));
}

const notInNames = new Set(Array.from('"#%\'(),={}@', (sign) => sign.charCodeAt(0)));

/** Whether a character may stand in the name of a field, a type or an @string: BibTeX's rule, with letters of any script. */
export function isNameCode(code: number): boolean {
  return code > 96 && code < 123 ? true : !isSpace(code) && !notInNames.has(code);
}

const isDigit = (code: number) => code >= 48 && code <= 57;

/** The offset of the first character at or behind `from` that is no space. */
export function skipSpace(text: string, from: number): number {
  let i = from;
  while (i < text.length && isSpace(text.charCodeAt(i))) i += 1;
  return i;
}

/** The end of the name that begins at `from`; `from` itself when none does. */
export function nameEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length && isNameCode(text.charCodeAt(i))) i += 1;
  return i;
}

/** The end of the line that holds `from`, before its line break. */
export function lineEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length && text.charCodeAt(i) !== 10 && text.charCodeAt(i) !== 13) i += 1;
  return i;
}

/** The end of the last visible character before `to`, not before `from`. */
export function trimEnd(text: string, from: number, to: number): number {
  let i = to;
  while (i > from && isSpace(text.charCodeAt(i - 1))) i -= 1;
  return i;
}

/** Whether `name =` stands at an offset. */
export function isFieldAt(text: string, from: number): boolean {
  const end = nameEnd(text, from);
  return end > from && !isDigit(text.charCodeAt(from)) && text.charCodeAt(skipSpace(text, end)) === equals;
}
