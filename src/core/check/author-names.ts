/** Names of several people written as one. */

/** "et al." in any spelling, and what it stands with. */
const others = /[\s,;]*(?:\bet\.?[\s,]{0,2}al\b\.?,?|(?:^|[\s,;]+)(?:and|&)\s+(?:\d+\s+)?(?:others|colleagues|co-?workers)\b\.?)\s*$/iu;
/** Words of organisations: what holds one is not taken apart. */
const organisation = /\b(?:universit\w*|institut\w*|department|school|college|laborator\w*|labs?|cent(?:er|re)|academy|society|association|foundation|council|agency|committee|consortium|group|team|company|corporation|corp|inc|ltd|llc|gmbh|press|research|science|technology|engineering|medicine|health|office|ministry|bureau|board|network|project|collaboration|organi[sz]ation|nations?|national|federal|standards|sons|bros|johnson|procter|barnes|ernst|young)\b/iu;
/** Name suffixes, which a comma may set off. */
const suffix = /^(?:jr|sr|ph\.?\s?d|m\.?d|esq|i{1,3}|iv|v)\.?$/iu;

/** A name without "et al."; undefined when it has none. Empty when it says nothing else. */
export function withoutOthers(name: string): string | undefined {
  if (!others.test(name)) return undefined;
  return name.replace(others, '').replace(/[\s,;]+$/u, '');
}

/**
 * The people of a name that is several; undefined for the name of one, of an organisation, and where it cannot be told. Two parts with
 * one comma between them are "Family, Given": Spanish and Portuguese families have two words, too.
 */
export function severalPeople(name: string): readonly string[] | undefined {
  if (organisation.test(name)) return undefined;
  const joined = name.split(/\s*;\s*|\s*,?\s+(?:and|&|und|et|y)\s+(?=\p{Lu})|\s*&\s*/u).map((part) => part.trim()).filter(Boolean);
  const people = name.includes(';') ? joined : joined.flatMap(atCommas);
  if (people.length < 2 || !people.every(isName)) return undefined;
  // "Dolce y Gabbana", "Bell and Howell": single words are names of firms as often as of people
  if (!name.includes(';') && people.some((part) => !/[\s,]/u.test(part))) return undefined;
  return people;
}

/** "A. Able, B. Baker, C. Cole": three or more, and no "Family, Jr, Given". */
function atCommas(part: string, _: number, all: readonly string[]): string[] {
  const pieces = part.split(/\s*,\s*/u).filter(Boolean);
  const whole = pieces.every((piece) => /\S\s+\S/u.test(piece));
  if (pieces.length < 2 || pieces.some((piece) => suffix.test(piece)) || !whole) return [part];
  return pieces.length >= 3 || all.length > 1 ? pieces : [part];
}

function isName(part: string): boolean {
  return /^(?:\p{Lu}|\p{Lo}|d['’]|(?:van|von|de|der|di|da|del|la|le|el|al|bin|ibn)\s)/u.test(part) && !/[\d@:/()]/u.test(part) && part.split(/\s+/u).length <= 6;
}
