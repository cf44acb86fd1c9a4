/** What is looked for in a haystack, prepared once per query. */
import { fold, foldWords } from '../model/text.js';
import { joinWords } from './haystack.js';
import type { TextValue } from './query.js';

/** Whether a haystack holds the value. */
export type Test = (haystack: string) => boolean;

/** Scripts that write no spaces between words: there a word may begin anywhere. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;

/**
 * Words in running text (titles, names, summaries): unquoted, they must begin words of the text, one after the other;
 * quoted, they must be whole words. A compound is found in either spelling, as one word or as several.
 */
export function wordsTest(value: TextValue): Test {
  const words = foldWords(value.text);
  if (words === '') return () => false;
  const end = value.quoted ? ' ' : '';
  const needle = `${words}${end}`;
  if (unspaced.test(words)) return (haystack) => haystack.includes(needle);
  if (!words.includes(' ') || /\s/u.test(value.text)) return (haystack) => beginsWord(haystack, needle);
  const joined = `${joinWords(words)}${end}`;
  return (haystack) => beginsWord(haystack, needle) || beginsWord(haystack, joined);
}

const space = 32;
/** `includes(' ' + needle)`, three times as fast: engines look for the first character, and spaces are everywhere. */
function beginsWord(haystack: string, needle: string): boolean {
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) if (haystack.charCodeAt(at - 1) === space) return true;
  return false;
}

/** A free word: as in {@link wordsTest}, or the beginning of a key or identifier as it is written. */
export function freeTest(value: TextValue): Test {
  const test = wordsTest(value);
  if (value.quoted || /\s/u.test(value.text) || !/[^\p{L}\p{N}-]|\d-|-\d/u.test(value.text)) return test;
  const name = fold(value.text);
  return (haystack) => test(haystack) || beginsWord(haystack, name);
}

/** Words in a label (tag, category, list, heading): unquoted as in {@link wordsTest}; quoted, the label must be exactly that. */
export function labelTest(value: TextValue): Test {
  if (!value.quoted) return wordsTest(value);
  const whole = `\n ${foldWords(value.text)} \n`;
  return (haystack) => haystack.includes(whole);
}

/** Remembers the answer for every distinct text: 10,000 papers share a few hundred tags and venues. */
export function remember(test: Test): Test {
  const answers = new Map<string, boolean>();
  return (text) => {
    let answer = answers.get(text);
    if (answer === undefined) {
      answer = test(text);
      answers.set(text, answer);
    }
    return answer;
  };
}
