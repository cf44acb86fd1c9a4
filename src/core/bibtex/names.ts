/** People as BibTeX's name lists write them: `Wang, Yizhong and King, Jr, Martin Luther and {OpenAI}`. */
import type { Person } from '../model/person.js';
import { escapeTex, plainLine, type TexOptions } from './tex.js';

/** A comma, the word "and" or a lone "others" would be read as a border between names. */
const ambiguous = /,|(?:^|\s)and(?:\s|$)|^others$/iu;

/** The value of an author or editor field; undefined for no people. */
export function nameList(people: readonly Person[], options: TexOptions): string | undefined {
  const names = people.map((person) => bibtexName(person, options)).filter((name) => name !== '');
  return names.length === 0 ? undefined : names.join(' and ');
}

function bibtexName(person: Person, options: TexOptions): string {
  const whole = (text: string) => (text === '' ? '' : `{${escapeTex(text, options)}}`);
  const part = (text: string) => (ambiguous.test(text) ? whole(text) : escapeTex(text, options));
  const [family, given, suffix, literal] = [person.family, person.given, person.suffix, person.literal].map((text) => plainLine(text ?? ''));
  if (literal) return whole(literal);
  if (!family) return given ? whole(given) : '';
  // a name of several words without a comma would be taken apart again
  if (!given) return whole(suffix ? `${family} ${suffix}` : family.includes(' ') ? family : '') || part(family);
  return [part(family), ...(suffix ? [part(suffix)] : []), part(given)].join(', ');
}
