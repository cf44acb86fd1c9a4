/** .bib files of any size for measurements: the generated papers as a person's file has them, with TeX, comments and @string. */
import { toBibtex } from '../../src/core/bibtex/write.js';
import { toPaper } from '../../src/core/model/paper.js';
import { generatePaper } from '../generate.js';

/** One entry of so many has a fault, if the file has any. */
export const faultEvery = 1000;
/** Which entry of these it is. */
const faulty = 500;

/** The same size gives the same bytes. Titles hold the entry's number, by which {@link recovered} knows it again. */
export function generateBib(entries: number, withFaults: boolean): string {
  const texts = Array.from({ length: entries }, (_, index) => {
    const text = entry(index);
    return withFaults && index % faultEvery === faulty ? spoil(text, Math.floor(index / faultEvery)) : text;
  });
  return `% made for measurements\n@string{pub = {Example Press}}\n\n${texts.join('\n')}`;
}

export function keyOf(index: number): string {
  return generatePaper(index).id;
}

/** Every fifth as older programs write it: TeX accents, quotes, a macro. */
function entry(index: number): string {
  const text = toBibtex(toPaper(generatePaper(index)));
  if (index % 5 !== 0) return text;
  return text.replace(/^(\s*author\s*=\s*)\{(.*)\}(,?)$/mu, '$1"$2 and M{\\"u}ller, J{\\\'o}zef"$3').replace(/^(\s*publisher\s*=\s*)\{.*\}(,?)$/mu, '$1pub # { Inc.}$2');
}

/** What goes wrong when people type: four kinds in turn. */
function spoil(text: string, kind: number): string {
  if (kind % 4 === 0) return text.replace(/\n\}\s*$/u, '\n');
  if (kind % 4 === 1) return text.replace(/\},\n/u, '}\n');
  if (kind % 4 === 2) return text.replace(/(title\s*=\s*\{)/u, '$1{');
  return text.replace(/ = \{/u, ' {');
}

/** An entry as a program gave it back. */
export interface Given {
  readonly key: string;
  readonly title: string;
}

/** How many entries were read: with their own key and their own title. */
export function recovered(given: Iterable<Given>, entries: number): number {
  const expected = new Map(Array.from({ length: entries }, (_, index) => [keyOf(index), `-${index}:`]));
  const found = new Set<string>();
  for (const { key, title } of given) if (title.includes(expected.get(key) ?? '\0')) found.add(key);
  return found.size;
}
