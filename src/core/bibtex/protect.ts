/**
 * Which parts of a title must keep their capitals. Styles that write titles in sentence case lower every letter
 * outside braces, so acronyms and names with capitals of their own are put in braces and plain words are not.
 */

/** Which capitals of a title are protected: none, those of names and acronyms, all. */
export type Protection = 'none' | 'smart' | 'whole';

/** A stretch of a title: `kept` ones keep their case. Put together, the stretches are the title. */
export interface TitlePart {
  readonly text: string;
  readonly kept: boolean;
}

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}.'’+-]*/gu;
const capital = /^\p{Lu}/u;
/** A capital after the first character of a word, or a capital beside a digit: LLMs, iPhone, WizardLM, GPT4, T5. */
const ownCapitals = /.\p{Lu}|\p{Lu}\p{M}*\d|^\d+\p{Lu}/u;

/** Cuts a title (one line of plain text) into stretches. */
export function titleParts(title: string): TitlePart[] {
  const headlines = headlineStretches(title);
  const name = nameOf(title);
  const parts: TitlePart[] = [];
  let at = 0;
  const add = (text: string, kept: boolean) => {
    if (text !== '') parts.push({ text, kept });
  };
  for (const match of title.matchAll(word)) {
    add(title.slice(at, match.index), false);
    const named = match.index < name;
    const headline = headlines(match.index);
    const starts = match.index === 0 || /[:.?!—–-] *["“‘'(]*$/u.test(title.slice(Math.max(0, match.index - 6), match.index));
    for (const part of wordParts(match[0], { headline, named, starts })) add(part.text, part.kept);
    at = match.index + match[0].length;
  }
  add(title.slice(at), false);
  return parts;
}

interface WordPlace {
  /** The title capitalises its words, so that a capital says nothing. */
  readonly headline: boolean;
  /** The word stands in the name before the colon. */
  readonly named: boolean;
  /** The word begins the title or a part of it. */
  readonly starts: boolean;
}

function wordParts(text: string, place: WordPlace): TitlePart[] {
  let end = text.length;
  while (end > 1 && ".'’+-".includes(text.charAt(end - 1))) end -= 1;
  const [core, tail] = [text.slice(0, end), text.slice(end)];
  const rest = tail === '' ? [] : [{ text: tail, kept: false }];
  const members = core.split('-');
  if (members.length === 1) return [{ text: core, kept: keeps(core, place) }, ...rest];

  // Self-Instruct as a name keeps both capitals; Large-Scale in a headline is only written like one
  const later = members.slice(1).some((member) => capital.test(member) && !ownCapitals.test(member));
  if (later && capital.test(core) && (place.named || !place.headline)) return [{ text: core, kept: true }, ...rest];
  const parts = members.flatMap((member, index) => [
    ...(index > 0 ? [{ text: '-', kept: false }] : []),
    { text: member, kept: keepsMember(member, index, members, place) },
  ]);
  return [...parts, ...rest];
}

function keepsMember(member: string, index: number, members: readonly string[], place: WordPlace): boolean {
  if (ownCapitals.test(member)) return true;
  if (!capital.test(member)) return false;
  // non-English: nobody writes the first half small and the second large unless it is a name
  if (index > 0) return !place.headline || !capital.test(members[0] ?? '');
  // Phi-4, Llama-2: a capital before a number is a name
  return /^\d/u.test(members[1] ?? '') || keeps(member, place);
}

function keeps(text: string, { headline, starts }: WordPlace): boolean {
  if (ownCapitals.test(text)) return true;
  if (!capital.test(text)) return false;
  if (/^\p{Lu}$/u.test(text)) return text === 'I' ? true : !starts && text !== 'A';
  return !headline && !starts;
}

/**
 * Tells whether the title capitalises its words at an offset. Title and subtitle may differ ("Textbooks Are All You Need II:
 * phi-1.5 technical report"), but a few words alone say too little.
 */
function headlineStretches(title: string): (offset: number) => boolean {
  const colon = title.indexOf(': ');
  const whole = mostlyCapitals(title, 4, 1);
  if (whole || colon < 0) return () => whole;
  const [before, after] = [mostlyCapitals(title.slice(0, colon), 3, 3), mostlyCapitals(title.slice(colon), 3, 3)];
  return (offset) => (offset < colon ? before : after);
}

/** Whether at least `fewest` words of `shortest` letters begin with a capital, and more than do not. */
function mostlyCapitals(text: string, shortest: number, fewest: number): boolean {
  let [large, small] = [0, 0];
  for (const [found] of text.matchAll(word)) {
    if (found.length < shortest || ownCapitals.test(found)) continue;
    if (capital.test(found)) large += 1;
    else small += 1;
  }
  return large >= fewest && large > small;
}

/** Where the name of the work before a colon ends: at most three words; 0 when there is none. */
function nameOf(title: string): number {
  const colon = title.indexOf(':');
  if (colon < 0) return title.includes(' ') ? 0 : title.length;
  return title.slice(0, colon).trim().split(' ').length <= 3 ? colon : 0;
}
