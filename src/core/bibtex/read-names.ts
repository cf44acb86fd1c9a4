/** Lists of names as BibTeX and biblatex write them → people. */
import type { Person } from '../model/person.js';
import { splitAnd, splitCommas, splitWords } from './split.js';
import { texToText } from './tex-decode.js';

/** The people of an author or editor field. */
export interface Names {
  readonly people: readonly Person[];
  /** The list ends in `and others`. */
  readonly others: boolean;
  /** What is wrong, as sentences; empty when nothing is. */
  readonly faults: readonly string[];
}

/** Reads a list of names. The value is TeX, without the delimiters of the field. */
export function readNames(tex: string): Names {
  const people: Person[] = [];
  const faults: string[] = [];
  let others = false;
  if (tex.trim() === '') return { people, others, faults };
  for (const part of splitAnd(tex)) {
    const name = part.trim();
    if (name === '') {
      faults.push('There is an “and” with no name on one side: remove it.');
    } else if (/^(?:others|\{?et\.?\\?\s*al\.?\}?)$/iu.test(name)) {
      others = true;
      if (!/^others$/iu.test(name)) faults.push(`Write “and others” instead of ${name}.`);
    } else people.push(...readName(name, faults));
  }
  return { people, others, faults };
}

function readName(name: string, faults: string[]): Person[] {
  const whole = literal(name);
  if (whole !== undefined) return [{ literal: whole }];
  const parts = splitCommas(name);
  if (parts.every((part) => extendedPart.test(part)) && /\b(?:family|given)\s*=/iu.test(name)) return [extended(parts)];
  const [first = '', second, third] = parts;
  if (parts.length > 3) return severalInOne(name, parts, faults);
  if (second === undefined) return [firstVonLast(splitWords(first))];
  const von = vonLast(splitWords(first));
  // "Last," and "Last, , First" say that there is no such part
  const [suffix, given] = third === undefined ? [undefined, second] : [second, third];
  return [person(von, given, suffix)];
}

function person(family: string, given?: string, suffix?: string): Person {
  const [givenText, suffixText] = [texToText(given ?? ''), texToText(suffix ?? '')];
  const familyText = texToText(family);
  if (familyText === '') return givenText === '' ? { literal: suffixText } : { family: givenText };
  return { family: familyText, ...(givenText === '' ? {} : { given: givenText }), ...(suffixText === '' ? {} : { suffix: suffixText }) };
}

/** `{Name of an Organisation}`: the braces hold all of it, and are no accent. */
function literal(name: string): string | undefined {
  if (!name.startsWith('{') || !name.endsWith('}') || /^\{\\[^A-Za-z]/u.test(name)) return undefined;
  let depth = 0;
  for (let i = 0; i < name.length - 1; i++) {
    if (name[i] === '{') depth += 1;
    else if (name[i] === '}' && --depth === 0) return undefined;
  }
  const text = texToText(name);
  // {\O}, {\L}: a letter, not a name
  return /^\{\\[A-Za-z]+\}$/u.test(name) && Array.from(text).length === 1 ? undefined : text;
}

/** `First von Last`: what is in lower case before the last word, and all from there on, belongs to the family name. */
function firstVonLast(words: readonly Word[]): Person {
  const last = words.length - 1;
  let von = words.findIndex((word, index) => index < last && isLower(word.text));
  if (von < 0) von = Math.max(0, last);
  // Adamowicz-Nowak Jr: BibTeX knows the suffix only between commas, people write it like this
  const suffix = last >= 2 && von === last && /^(?:Jr|Sr)\.?$|^I{2,3}$/u.test(words[last]?.text ?? '') ? words[last]?.text : undefined;
  if (suffix !== undefined) return person(words[last - 1]?.text ?? '', join(words.slice(0, last - 1)), suffix);
  return person(join(words.slice(von)), join(words.slice(0, von)));
}

/** `von Last`: particles are part of the family name. */
function vonLast(words: readonly Word[]): string {
  return join(words);
}

interface Word {
  readonly text: string;
  /** What stood before it: a blank or a tie. */
  readonly before: string;
}

function join(words: readonly Word[]): string {
  return words.map(({ text, before }, index) => (index === 0 ? text : `${before}${text}`)).join('');
}

/** A word is a particle when its first letter outside of braces is small; commands count as the letter that they print. */
function isLower(word: string): boolean {
  // braces that are no accent hide their letters
  const visible = word.startsWith('{') && !word.startsWith('{\\') ? word.replace(/\{(?!\\)[^{}]*\}/gu, '') : word;
  const letter = /\p{L}/u.exec(visible.includes('\\') ? texToText(visible) : visible)?.[0];
  return letter !== undefined && /\p{Ll}/u.test(letter);
}

const extendedPart = /^"?\s*[a-z][a-z-]*\s*=/iu;

/** biblatex: `family=Berg, given=Martin, prefix=van der, useprefix=true`. */
function extended(parts: readonly string[]): Person {
  const named = new Map<string, string>();
  for (const part of parts) {
    const match = /^\s*"?\s*([a-z-]+)\s*=\s*([^]*?)\s*"?\s*$/iu.exec(part);
    if (match?.[1] !== undefined) named.set(match[1].toLowerCase(), match[2] ?? '');
  }
  const family = [named.get('prefix'), named.get('family')].filter((part) => part !== undefined && part !== '').join(' ');
  const given = [named.get('given'), named.get('middle')].filter((part) => part !== undefined && part !== '').join(' ');
  return person(family, given, named.get('suffix'));
}

const initials = /^(?:\p{Lu}\p{L}?\.?[\s~-]*){1,4}$/u;

/** Four parts and more are no name: `Smith, J., Doe, A.` are two that lack their “and”. */
function severalInOne(name: string, parts: readonly string[], faults: string[]): Person[] {
  faults.push(`“${texToText(name).slice(0, 60)}” has too many commas for one name. Names are separated by “and”.`);
  const pairs = parts.length % 2 === 0 && parts.every((part, index) => (index % 2 === 1) === initials.test(texToText(part)));
  if (!pairs) return [{ literal: texToText(name) }];
  return parts.flatMap((family, index) => (index % 2 === 0 ? [person(family, parts[index + 1])] : []));
}
