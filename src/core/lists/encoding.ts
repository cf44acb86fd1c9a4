/**
 * Repairs text that is UTF-8 read as Windows-1252, Latin-1 or Mac Roman, once or twice over. A run is repaired only where its bytes are
 * UTF-8 and the outcome is what people write there; everything else stays as it is, character for character.
 */
import { bytesOf, type Misreading } from './encoding-tables.js';

/** A place that was repaired: `[start, end)` of the text as it came, and what stands there now. */
export interface Repair {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Repaired {
  readonly text: string;
  /** In the order of the text; none when nothing was damaged. */
  readonly repairs: readonly Repair[];
}

/** Damage on damage on damage: nobody has seen more. */
const mostRounds = 3;
const damagedRun = /[^\p{ASCII}]+/gu;

/** Repairs a text. Linear in it; text without damage comes back as it is. */
export function repairEncoding(text: string): Repaired {
  if (!/[^\p{ASCII}]/u.test(text)) return { text, repairs: [] };
  const sure = { 'windows-1252': hasProof(text, 'windows-1252'), 'mac-roman': hasProof(text, 'mac-roman') };
  const repairs: Repair[] = [];
  for (const { 0: run, index } of text.matchAll(damagedRun)) {
    const context: Context = { before: text.slice(Math.max(0, index - 2), index), after: text.slice(index + run.length, index + run.length + 2), sure };
    const better = repairRun(run, context);
    if (better !== run) repairs.push({ start: index, end: index + run.length, text: better });
  }
  if (repairs.length === 0) return { text, repairs };
  return { text: apply(text, repairs), repairs };
}

/** An offset of the repaired text, in the text as it came. */
export function originalOffset(repairs: readonly Repair[], offset: number): number {
  let shift = 0;
  for (const { start, end, text } of repairs) {
    const from = start + shift;
    if (from >= offset) break;
    if (from + text.length > offset) return start;
    shift += text.length - (end - start);
  }
  return offset - shift;
}

function apply(text: string, repairs: readonly Repair[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const repair of repairs) {
    parts.push(text.slice(at, repair.start), repair.text);
    at = repair.end;
  }
  return [...parts, text.slice(at)].join('');
}

interface Context {
  /** The ASCII that stands around the run. */
  readonly before: string;
  readonly after: string;
  /** Encodings of which the text shows damage that nothing else explains. */
  readonly sure: Readonly<Record<Misreading, boolean>>;
}

/** Dashes, quotes and pictographs, misread: three or four characters in a row that mean nothing together. */
const proof: Readonly<Record<Misreading, RegExp>> = {
  'windows-1252': /â€[\u0080-\u009f\u00a0-\u00bf™œ˜“”•šžŸ]|ðŸ[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2}|Ãƒ[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽÂ]/u,
  'mac-roman': /‚Ä[îìùôòúù¶¢†]|üì[\u0080-\uffff]|ü[öèéêîíí][\u0080-\uffff]{2}|√É¬/u,
};
function hasProof(text: string, encoding: Misreading): boolean {
  return proof[encoding].test(text);
}

function repairRun(run: string, context: Context): string {
  let best = run;
  for (let round = 0; round < mostRounds; round += 1) {
    const next = decoded(best, 'windows-1252', context) ?? decoded(best, 'mac-roman', context);
    if (next === undefined) break;
    best = next;
  }
  return unaccented(best, context.after);
}

/** One round of one encoding over a run; undefined when nothing in it was damaged that way. */
function decoded(run: string, encoding: Misreading, context: Context): string | undefined {
  const chars = Array.from(run);
  const bytes = chars.map((char) => bytesOf[encoding].get(char));
  const parts: string[] = [];
  let changed = false;
  let previous: number | undefined;
  for (let at = 0; at < chars.length; ) {
    const sequence = utf8At(bytes, at);
    const twin = sequence && utf8At(bytes, at + sequence.length);
    const before = parts.at(-1) ?? context.before;
    const after = chars[at + (sequence?.length ?? 1)] ?? context.after;
    const damage = chars.slice(at, at + (sequence?.length ?? 1)).join('');
    if (sequence !== undefined && isBetter({ damage, code: sequence.code, twin: twin?.code, previous, before, after, encoding, sure: context.sure[encoding] || changed })) {
      parts.push(String.fromCodePoint(sequence.code));
      changed = true;
      previous = sequence.code;
      at += sequence.length;
    } else {
      parts.push(chars[at] ?? '');
      previous = undefined;
      at += 1;
    }
  }
  return changed ? parts.join('') : undefined;
}

/** The code point that begins at a byte, if the bytes are well-formed UTF-8 of more than one byte. */
function utf8At(bytes: readonly (number | undefined)[], at: number): { code: number; length: number } | undefined {
  const lead = bytes[at];
  if (lead === undefined) return undefined;
  const length = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  if (length === 0) return undefined;
  let code = lead & (0x7f >> length);
  for (let next = at + 1; next < at + length; next += 1) {
    const byte = bytes[next];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  const overlong = (length === 3 && code < 0x800) || (length === 4 && (code < 0x10000 || code > 0x10ffff));
  return overlong || (code >= 0xd800 && code < 0xe000) ? undefined : { code, length };
}

interface Candidate {
  readonly damage: string;
  readonly code: number;
  /** What follows at once, read the same way. */
  readonly twin: number | undefined;
  /** What was repaired right before it. */
  readonly previous: number | undefined;
  readonly before: string;
  readonly after: string;
  readonly encoding: Misreading;
  readonly sure: boolean;
}

/** Signs that end words in clean text: behind a capital they may well be what they look like. */
const closing = /[“”‘’»«›‹…–—™•\u00a0]$/u;
/** Signs that follow √ and ƒ and ≈ in formulas. */
const formula = /[πΩ∞∑∏∫µ±≤≥≠÷°√≈∆¬]$/u;

function isBetter({ damage, code, twin, previous, before, after, encoding, sure }: Candidate): boolean {
  const letterBefore = /\p{L}$/u.test(before);
  const lowerBefore = /\p{Ll}$/u.test(before);
  const letterAfter = /^\p{L}/u.test(after);
  const lowerAfter = /^\p{Ll}/u.test(after);
  // pictographs, variation selectors, byte order marks; dashes and quotes; €, ™, arrows, signs
  if ((code >= 0x1f000 && code < 0x1fb00) || (code >= 0xfe00 && code <= 0xfe0f) || code === 0xfeff) return true;
  if ((code >= 0x2010 && code <= 0x205f) || code === 0x20ac || code === 0x2122 || (code >= 0x2190 && code < 0x2300) || (code >= 0x2600 && code < 0x2800) || (code >= 0x2b00 && code < 0x2c00)) return true;
  if (code >= 0x200b && code < 0x2010) return true;
  // letters of Vietnamese and other Latin with two marks
  if (code >= 0x1e00 && code < 0x1f00) return letterBefore || letterAfter;
  // scripts of their own come in words; a single sign may be chance
  if (script(code) !== undefined) return [twin, previous].some((other) => other !== undefined && script(other) === script(code));
  if (code >= 0x250 && !(code >= 0x300 && code < 0x370)) return false;
  const mac = encoding === 'mac-roman';
  // two damaged letters in a row are no chance
  const paired = [twin, previous].some((other) => other !== undefined && other < 0x180);
  if (paired && code < 0x180) return true;
  if (code < 0xc0) {
    // no-break spaces and signs of Latin-1: `Â ` and `¬†`
    if (mac) return sure;
    return sure || code === 0xa0 || /^Â[©®°±·µ²³¼½¾§¶£¢¥«»¡¿´¨¸]$/u.test(damage) && !/\p{Lu}$/u.test(before);
  }
  if (code >= 0x300) return /[A-Za-z]$/u.test(before) && (sure || (lowerBefore && !closing.test(damage)));
  if (!plausible(code)) return false;
  if (mac) {
    if (/\d$/u.test(before) || /^\d/u.test(after)) return false;
    return formula.test(damage) ? (sure && (letterBefore || letterAfter)) || (/\p{L}{2}$/u.test(before) && lowerAfter) : letterBefore || lowerAfter;
  }
  // "AMANHû" ends in a capital and a closing quotation mark
  if (closing.test(damage)) return lowerBefore || lowerAfter || sure;
  return sure || letterBefore || letterAfter || twin !== undefined || /^Ã[©¨¤¶¼±§¡¢³´µ¸ª«®¯¬­²¹º»¦¥°·]$/u.test(damage);
}

/** Letters of Latin-1 and of Latin Extended-A, and the two of Vietnamese; the rest of Latin is letters of phonetics and of few languages. */
function plausible(code: number): boolean {
  return (code >= 0xc0 && code < 0x180) || code === 0x1a1 || code === 0x1b0 || code === 0x1a0 || code === 0x1af || (code >= 0x218 && code <= 0x21b);
}

function script(code: number): string | undefined {
  if (code >= 0x370 && code < 0x400) return 'greek';
  if (code >= 0x400 && code < 0x530) return 'cyrillic';
  if (code >= 0x590 && code < 0x600) return 'hebrew';
  if (code >= 0x600 && code < 0x780) return 'arabic';
  if (code >= 0x900 && code < 0xe80) return 'indic';
  if ((code >= 0x3000 && code < 0xa000) || (code >= 0xff00 && code < 0xffef)) return 'cjk';
  if (code >= 0xac00 && code < 0xd7b0) return 'hangul';
  return undefined;
}

/** What text taken from a PDF does to accents: `´ı` for `í`. A dotless letter behind a free accent is no language's spelling. */
function unaccented(run: string, after: string): string {
  const marks: Readonly<Record<string, string>> = { '´': '\u0301', '`': '\u0300', '¨': '\u0308', 'ˆ': '\u0302', '˜': '\u0303' };
  return /[´¨ˆ˜]ı/u.test(run) && !/^\s*\d/u.test(after) ? run.replace(/([´¨ˆ˜])ı/gu, (_, accent: string) => `i${marks[accent] ?? ''}`.normalize('NFC')) : run;
}
