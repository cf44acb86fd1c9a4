/**
 * What a paper offers to search, folded once per paper and kept as long as the paper is.
 *
 * A haystack is text of words between single spaces; every piece (a title, an author, a tag) is a line of its own:
 * `\n self instruct aligning \n yizhong wang \n`. So ` wan` asks for the beginning of a word, ` wang ` for a whole word,
 * `\n self instruct \n` for a whole piece, and nothing matches across two pieces.
 */
import { identifiers } from '../model/identity.js';
import type { Paper } from '../model/paper.js';
import { fullName, toPerson, type Person } from '../model/person.js';
import { fold, foldWords, isAscii } from '../model/text.js';

export interface Haystack {
  /** Title, name before its colon, and short title; lines that begin with a dot hold other spellings of their words. */
  readonly title: string;
  /** One piece per author and order of names. */
  readonly authors: string;
  /** Citation key, aliases and identifiers, as they are written but in lower case. */
  readonly names: string;
  /** All of the above and year, venue, tags, summary. */
  readonly all: string;
}

const kept = new WeakMap<Paper, Haystack>();

/** The haystack of a paper; made at the first call. */
export function haystackOf(paper: Paper): Haystack {
  let found = kept.get(paper);
  if (found === undefined) {
    found = makeHaystack(paper);
    kept.set(paper, found);
  }
  return found;
}

/** Pieces → haystack text; empty pieces are left out. */
export function linesOf(pieces: Iterable<string>): string {
  let text = '\n';
  for (const piece of pieces) if (piece !== '') text += ` ${piece} \n`;
  return text;
}

/** The same without keeping it, for those who keep what they need of it. */
export function makeHaystack(paper: Paper): Haystack {
  const { fields } = paper;
  const title = linesOf([paper.title, nameOf(paper.title), fields['title-short'] ?? ''].flatMap(spellings));
  // people are taken apart for this moment only: of ten thousand papers they would be a large part of what is kept
  const authors = linesOf((fields.authors ?? []).map(toPerson).flatMap(namesOf));
  const keys = [paper.id, ...paper.aliases];
  const names = linesOf([...keys.map(fold), ...identifiers(fields).map((id) => id.slice(id.indexOf(':') + 1).toLowerCase())]);
  const rest = [...keys.map(keyWords), paper.year === undefined ? '' : String(paper.year), ...[paper.venue ?? '', fields['container-title'] ?? '', ...paper.tags, fields.summary ?? ''].flatMap(spellings)];
  return { title, authors, names, all: title + authors.slice(1) + names.slice(1) + linesOf(rest).slice(1) };
}

/** "Orca" of "Orca: Progressive Learning from …", so that a work can be asked for by its name alone. */
function nameOf(title: string): string {
  const colon = title.indexOf(':');
  return colon < 0 || colon > 40 ? '' : title.slice(0, colon);
}

/** "Yizhong Wang" is also found as "Wang, Yizhong"; a name in two scripts, "ZhongJing(仲景)", by either. */
function namesOf(person: Person): string[] {
  if (person.literal !== undefined || person.given === undefined) return [foldWords(fullName(person))];
  const [given, family, suffix] = [foldWords(person.given), foldWords(person.family ?? ''), foldWords(person.suffix ?? '')];
  const joined = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' ');
  const [forward, backward] = [joined(given, family, suffix), joined(person.family === undefined ? given : family, given)];
  return forward === backward ? [forward] : [forward, backward];
}

/** wang2023selfinstruct → "wang 2023 selfinstruct": the parts of a key are words too. */
function keyWords(key: string): string {
  const words = foldWords(key);
  return isAscii(words) ? words.replace(/[a-z](?=[0-9])|[0-9](?=[a-z])/g, '$& ') : words.replace(/(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu, ' ');
}

/** The same three patterns for any text and for ASCII alone, where they are several times as fast. */
const unicode = {
  compound: /[\p{L}\p{N}]+(?:[^\p{L}\p{N}\s]+[\p{L}\p{N}]+)+/gu,
  innerCapital: /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})/gu,
  between: /[^\p{L}\p{N}]+/u,
};
const ascii = {
  compound: /[A-Za-z0-9]+(?:[^A-Za-z0-9\s]+[A-Za-z0-9]+)+/g,
  innerCapital: /(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=[0-9])/g,
  between: /[^A-Za-z0-9]+/,
};
/** Most texts have no word that could be spelt otherwise. */
const asciiOthers = /[A-Za-z0-9][^A-Za-z0-9\s]+[A-Za-z0-9]|[a-z][A-Z]|[A-Z][A-Z][a-z]|[A-Za-z][0-9]/;

/**
 * The folded words of a text and, as a second piece, its compound words in their other spellings:
 * "Self-Instruct" is also `selfinstruct`, "WizardLM" and "GPT4" also `wizard lm` and `gpt 4`.
 */
function spellings(text: string): string[] {
  if (text === '') return [];
  const plain = isAscii(text);
  if (plain && !asciiOthers.test(text)) return [foldWords(text)];
  const { compound, innerCapital, between } = plain ? ascii : unicode;
  const others: string[] = [];
  for (const [word] of text.matchAll(compound)) others.push(joinWords(foldWords(word)));
  for (const word of text.split(between)) {
    const parts = word.replace(innerCapital, ' ');
    if (parts !== word) others.push(foldWords(parts));
  }
  return [foldWords(text), others.length === 0 ? '' : `· ${others.join(' ')}`];
}

/** Folded words written as one: "self instruct" → "selfinstruct". */
export function joinWords(words: string): string {
  return words.replaceAll(' ', '');
}
