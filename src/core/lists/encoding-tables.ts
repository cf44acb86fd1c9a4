/** The two encodings in which UTF-8 is read by mistake, from character to byte, for bytes from 0x80 on. */

/** Windows-1252, 0x80 to 0x9F; what it leaves undefined stays a control character, as browsers read it. https://encoding.spec.whatwg.org/#windows-1252 */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Mac OS Roman, 0x80 to 0xFF. https://www.unicode.org/Public/MAPPINGS/VENDORS/APPLE/ROMAN.TXT */
const macRoman =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

export type Misreading = 'windows-1252' | 'mac-roman';

function table(upper: string, from: number): ReadonlyMap<string, number> {
  return new Map(Array.from(upper, (char, at) => [char, from + at] as const));
}

const latin = new Map<string, number>(Array.from({ length: 0x60 }, (_, at) => [String.fromCharCode(0xa0 + at), 0xa0 + at] as const));
// Latin-1 reads 0x80 to 0x9F as control characters
for (let byte = 0x80; byte < 0xa0; byte += 1) latin.set(String.fromCharCode(byte), byte);

/** Byte of a character by the encoding it was read in; characters that the encoding does not have are left out, ASCII too. */
export const bytesOf: Readonly<Record<Misreading, ReadonlyMap<string, number>>> = {
  'windows-1252': new Map([...latin, ...table(windows, 0x80)]),
  'mac-roman': table(macRoman, 0x80),
};
