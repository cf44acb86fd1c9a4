/** Which letters the words of a text begin with, as one number: most works have no word that begins with the letter typed. */

/** Bits of the letters a to z that stand behind a space in folded text. */
export function initialsOf(text: string): number {
  let initials = 0;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) initials |= bitOf(text.charCodeAt(at + 1));
  return initials;
}

/** False when no word of a text with these initials begins with this one. */
export function mayBegin(initials: number, word: string): boolean {
  const bit = bitOf(word.charCodeAt(0));
  return bit === 0 || (initials & bit) !== 0;
}

/** None for other letters and for digits: nothing is known of them. */
function bitOf(code: number): number {
  return code > 96 && code < 123 ? 1 << (code - 97) : 0;
}
