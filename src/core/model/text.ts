/** Folding: what makes two spellings the same for search, sorting and identity. */

/** Letters that Unicode does not take apart into a base letter and an accent. */
const letters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', ŋ: 'n', ħ: 'h' };
const strange = /[ßæœøđðþłıŋħ]/gu;
const ascii = /^[\x20-\x7e]*$/;
/** Words that need nothing but lower case. */
const tidy = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** Lower case without accents; length may change, offsets do not carry over. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ascii.test(lower)) return lower;
  return lower.normalize('NFKD').replace(/\p{M}+/gu, '').replace(strange, (letter) => letters[letter] ?? letter);
}

/** Words only: folded, everything that is not a letter or digit turned into single spaces. */
export function foldWords(text: string): string {
  const lower = text.toLowerCase();
  if (tidy.test(lower)) return lower;
  const folded = fold(lower);
  return folded.replace(isAscii(folded) ? /[^a-z0-9]+/g : /[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Whether a text is printable ASCII: what knows nothing of Unicode is several times as fast, and right for most of what is read. */
export function isAscii(text: string): boolean {
  return ascii.test(text);
}

/** Orders text for people: accents and case aside, numbers by value. One collator, made when first needed: making it is what costs. */
let collator: Intl.Collator | undefined;
export function compareText(a: string, b: string): number {
  return (collator ??= new Intl.Collator('en', { numeric: true, sensitivity: 'base' })).compare(a, b);
}

/** Splits lines for positions: offset of each line's first character. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
