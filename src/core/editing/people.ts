/** Names as a person types or pastes them into a list of authors. */
import { fromPerson, fullName, parseName, toPerson, type Person } from '../model/person.js';
import type { PersonField } from '../model/schema.js';

const suffix = /^(?:jr|sr|i{2,3}|iv)\.?$/iu;
/** `J.`, `J. A.`, `JA`, `J.-P.` */
const initials = /^(?:\p{Lu}\p{M}*\.?[\s-]?){1,4}$/u;
const others = /^(?:others|et\.?\s+al\.?)$/iu;

/**
 * Reads `A. Author and B. Author`, `Last, First; Last, First`, `Given Last, Given Last & Given Last`, `Last, F., Last, F.` or one
 * name a line. Marks of footnotes and "et al." go. Never throws; empty for a text without names.
 */
export function readPeople(text: string): PersonField[] {
  return splitPeople(text).map((name) => fromPerson(readPerson(name))).filter((field) => fullName(toPerson(field)) !== '');
}

/** The text of one name in an input, which {@link readPeople} reads back as the same person. Organisations are in braces, as in BibTeX. */
export function writePerson(field: PersonField): string {
  const person = toPerson(field);
  if (person.literal !== undefined) return `{${person.literal}}`;
  const plain = fromPerson(person);
  if (typeof plain === 'string' && !isSeveral(plain)) return plain;
  return [person.family ?? '', ...(person.suffix === undefined ? [] : [person.suffix]), person.given ?? ''].join(', ');
}

function readPerson(name: string): Person {
  const whole = /^\{([^{}]+)\}$/u.exec(name)?.[1];
  if (whole !== undefined) return { literal: whole.trim() };
  const person = parseName(name);
  return { ...(person.family ? { family: person.family } : {}), ...(person.given ? { given: person.given } : {}), ...(person.suffix ? { suffix: person.suffix } : {}) };
}

function splitPeople(text: string): string[] {
  const clean = text.replace(/[*†‡§¶∗]|[¹²³⁰-⁹]+/gu, '').replace(/\r\n?/gu, '\n');
  return topLevel(clean, /[;\n]|(?:,\s*)?(?<=[\s,])(?:and|&)(?=\s)/iu)
    .flatMap((part) => commas(part.trim().replace(/\s+/gu, ' ').replace(/^,\s*|\s*,$/gu, '')))
    .map((name) => name.replace(/,?\s+et\.?\s+al\.?$/iu, '').trim())
    .filter((name) => name !== '' && !others.test(name));
}

/** Parts between borders that are not inside braces. */
function topLevel(text: string, border: RegExp): string[] {
  const held: string[] = [];
  const marked = text.replace(/\{[^{}]*\}/gu, (group) => `\u0000${held.push(group) - 1}\u0000`);
  return marked.split(border).map((part) => part.replace(/\u0000(\d+)\u0000/gu, (_, index: string) => held[Number(index)] ?? ''));
}

/** What stands between two "and": one name, or several with commas between them. */
function commas(part: string): string[] {
  if (part.startsWith('{')) return topLevel(part, /,/u);
  const pieces = part.split(/\s*,\s*/u);
  if (pieces.length < 2 || (pieces.length === 3 && suffix.test(pieces[1] ?? ''))) return [part];
  const inverted = pieces.length % 2 === 0 && pieces.every((piece, index) => index % 2 === 0 || initials.test(piece));
  if (inverted) return pieces.flatMap((piece, index) => (index % 2 === 0 ? [`${piece}, ${pieces[index + 1] ?? ''}`] : []));
  const several = pieces.length > 2 || pieces.every((piece) => piece.includes(' ') && !/^\p{Ll}/u.test(piece));
  return several ? pieces : [part];
}

/** Whether a plain name would be read as several. */
const isSeveral = (name: string) => splitPeople(name).length !== 1;
