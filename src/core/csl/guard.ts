/**
 * What the engine may take for markup, hidden from it. CSL-JSON allows a few tags in its texts (`<i>`, `<sub>` and so on):
 * those stay; every other `<`, `>` and `&` is a character like any other. While the engine works they are noncharacters of
 * Unicode, which no text holds, and become themselves again in what it gives back.
 */
const standIns: Readonly<Record<string, string>> = { '&': '\ufdd0', '<': '\ufdd1', '>': '\ufdd2', '%': '\ufdd3' };
const meant = new Map(Object.entries(standIns).map(([sign, standIn]) => [standIn, sign]));

/** The tags of rich text that the CSL-JSON schema names. */
const tags = /(<\/?(?:i|b|sub|sup|sc)>|<span class="nocase">|<span style="font-variant: ?small-caps;">|<\/span>)/u;
/** Spaces, control characters, noncharacters, and characters that turn the direction of the text: together one space. */
const unwanted = /[ \p{Cc}\u202a-\u202e\u2028\u2029\u2066-\u2069\ufdd0-\ufdef\ufeff]+/gu;

function guardText(text: string): string {
  const clean = text.replace(unwanted, ' ');
  // what stands at odd places was caught by the group: the tags themselves
  return clean.split(tags).map((part, index) => (index % 2 === 1 ? part : part.replace(/[&<>%]/gu, (sign) => standIns[sign] ?? sign))).join('');
}

/** A value of CSL-JSON with all its texts guarded; keys stay. */
export function guard(value: unknown): unknown {
  if (typeof value === 'string') return guardText(value);
  if (Array.isArray(value)) return value.map(guard);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, guard(inner)]));
  return value;
}

/** The engine's text as it was meant. */
export function unguard(text: string): string {
  return text.replace(/[\ufdd0-\ufdd3]/gu, (standIn) => meant.get(standIn) ?? '');
}
