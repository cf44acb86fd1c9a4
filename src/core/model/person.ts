/** Names of people and organisations, in CSL's terms. */
import type { PersonField } from './schema.js';

/** A name. `literal` is an organisation (or a name that must not be taken apart) and excludes the others. */
export interface Person {
  readonly family?: string | undefined;
  readonly given?: string | undefined;
  readonly suffix?: string | undefined;
  readonly literal?: string | undefined;
}

/** Particles that belong to the family name when they stand before it in lower case. */
const particle = /^(?:van|von|vom|de|der|den|des|di|da|dos|del|della|du|la|le|ter|ten|te|bin|ibn|al|el|zu|af|av)$/u;

/** Blanks that are not single spaces between words. */
const untidy = /^\s|\s$|\s\s|[^\S ]/;

/** "Given Family" or "Family, Given" or "Family, Jr, Given" taken apart. A single word is a family name. */
export function parseName(text: string): Person {
  const name = untidy.test(text) ? text.trim().replace(/\s+/g, ' ') : text;
  // most names have no comma, and looking for one is cheap
  const parts = name.includes(',') ? name.split(/\s*,\s*/) : [name];
  if (parts.length === 2) return { family: parts[0] ?? '', ...(parts[1] ? { given: parts[1] } : {}) };
  if (parts.length === 3) return { family: parts[0] ?? '', suffix: parts[1], given: parts[2] };
  const last = name.lastIndexOf(' ');
  // particles are in lower case: before most family names there is none
  if (last > 0 && !/[a-z]/.test(name.charAt(name.lastIndexOf(' ', last - 1) + 1))) return { family: name.slice(last + 1), given: name.slice(0, last) };
  const words = name.split(' ');
  let first = words.length - 1;
  while (first > 1 && particle.test(words[first - 1] ?? '')) first -= 1;
  if (first === 1 && particle.test(words[0] ?? '')) first = 0;
  if (first === 0) return { family: name };
  return { family: words.slice(first).join(' '), given: words.slice(0, first).join(' ') };
}

/** Stands last in a list that does not name everybody; BibTeX writes it `and others`. */
export const etAl: Person = { literal: 'et al.' };
const others = /^(?:(?:and )?others|et\.? ?al\.?)$/iu;

/** The person says that there are more, whom nobody names. */
export function meansOthers({ literal }: Person): boolean {
  return literal === etAl.literal;
}

/** A person as the catalogue's YAML writes it → a person; `et al.`, `others` in any spelling → {@link etAl}. */
export function toPerson(field: PersonField): Person {
  if (typeof field !== 'string') return field;
  // cheap to tell for nearly all names
  return field.length <= 12 && others.test(field.trim()) ? etAl : parseName(field);
}

/** A person → the shortest form that {@link toPerson} reads back as the same person. */
export function fromPerson(person: Person): PersonField {
  if (person.literal !== undefined) return meansOthers(person) ? person.literal : { literal: person.literal };
  const family = person.family ?? '';
  if (person.suffix === undefined && !/[,]/u.test(`${family}${person.given ?? ''}`)) {
    const plain = person.given === undefined ? family : `${person.given} ${family}`;
    const read = toPerson(plain);
    if (read.family === family && read.given === person.given) return plain;
  }
  return { family, ...(person.given === undefined ? {} : { given: person.given }), ...(person.suffix === undefined ? {} : { suffix: person.suffix }) };
}

/** "Yizhong Wang", "Martin Luther King Jr", "MetaGLM". */
export function fullName(person: Person): string {
  return person.literal ?? [person.given, person.family, person.suffix].filter(Boolean).join(' ');
}

/** What stands for a person in a short citation: the family name. */
export function shortName(person: Person): string {
  return person.literal ?? person.family ?? person.given ?? '';
}

/** "Wang", "Wang & Li", "Wang et al."; empty for no authors. */
export function shortAuthors(people: readonly Person[]): string {
  const [first, second] = people;
  if (!first) return '';
  if (!second) return shortName(first);
  if (meansOthers(second)) return `${shortName(first)} et al.`;
  return people.length === 2 ? `${shortName(first)} & ${shortName(second)}` : `${shortName(first)} et al.`;
}
