/** People as BibTeX's name lists write them: `Wang, Yizhong and King, Jr, Martin Luther and {OpenAI}`. */
import { meansOthers, type Person } from '../model/person.js';
import { escapeTex, plainLine, type TexOptions } from './tex.js';

/** A comma, the word "and" or a lone "others" would be read as a border between names, and `family=` as biblatex's long form. */
const ambiguous = /,|(?:^|\s)and(?:\s|$)|^others$|^"?[a-z-]+\s*=/iu;

/** The value of an author or editor field; undefined for no people. */
export function nameList(people: readonly Person[], options: TexOptions): string | undefined {
  const last = people.at(-1);
  const more = people.length > 1 && last !== undefined && meansOthers(last);
  const names = (more ? people.slice(0, -1) : people).map((person) => bibtexName(person, options)).filter((name) => name !== '');
  return names.length === 0 ? undefined : [...names, ...(more ? ['others'] : [])].join(' and ');
}

function bibtexName(person: Person, options: TexOptions): string {
  const whole = (text: string) => `{${escapeTex(text, options)}}`;
  const part = (text: string) => (ambiguous.test(text) ? whole(text) : escapeTex(text, options));
  const [family, given, suffix, literal] = [person.family, person.given, person.suffix, person.literal].map((text) => plainLine(text ?? ''));
  // {et al.} is what people write for others
  if (literal) return /^et\.? al\.?$/iu.test(literal) ? `{${whole(literal)}}` : whole(literal);
  if (!family) return given ? whole(given) : '';
  if (given) return [part(family), ...(suffix ? [part(suffix)] : []), part(given)].join(', ');
  // "King, Jr," has a comma at its end, which BibTeX complains of; an empty group is a given name that prints nothing
  if (suffix) return `${part(family)}, ${part(suffix)}, {}`;
  return onlyFamily(family, options);
}

/**
 * A family name alone. Several words would be taken apart, unless only the last is no particle: braces hold them together, and the empty
 * pair behind them tells the name from an organisation's, which braces enclose as a whole.
 */
function onlyFamily(family: string, options: TexOptions): string {
  const text = escapeTex(family, options);
  const together = family.includes(' ') ? /^\p{Ll}[\p{L}'’-]*(?: \p{Ll}[\p{L}'’-]*)* \p{Lu}[\p{L}'’-]*$/u.test(family) && !ambiguous.test(family) : !ambiguous.test(family);
  return together ? text : `{${text}}{}`;
}
