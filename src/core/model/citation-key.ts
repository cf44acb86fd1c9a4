/** Citation keys for new papers: first author, year, first significant word of the title; ASCII, lower case. */
import { yearOf } from './dates.js';
import { shortName, toPerson } from './person.js';
import type { PaperFields } from './schema.js';
import { fold } from './text.js';

/** Words that say nothing of a paper when they stand first in its title. */
const insignificant = new Set(
  'a about across after against all an and are as at be been being between by can could do does for from get gets getting give gives has have having how in into is it its let lets make makes making may might more most need needs no not of off on one only or our out over should so some such than that the their them then there these they this those through to toward towards under up use using via was we were what when where whether which who why will with within without you your'.split(' '),
);

/** The key that a paper asks for; `taken` says which keys are in use. Collisions take the next words of the title, then letters. */
export function citationKey(fields: Partial<PaperFields>, taken: (key: string) => boolean): string {
  const first = fields.authors?.[0];
  const author = plain(first === undefined ? 'anonymous' : (shortName(toPerson(first)).split(/\s/u)[0] ?? '')) || 'anonymous';
  const surname = first === undefined || typeof first === 'object' && 'literal' in first ? author : plain(shortName(toPerson(first))) || author;
  const year = String(yearOf(fields.issued ?? fields.submitted) ?? '');
  const words = (fields.title ?? '').split(/[\s/]+/u).map(plain).filter((word) => word !== '' && !insignificant.has(word));
  const base = `${surname}${year}`;
  for (let count = 1; count <= Math.max(1, words.length); count += 1) {
    const key = base + words.slice(0, count).join('');
    if (!taken(key)) return key;
  }
  const stem = base + (words[0] ?? '');
  for (let suffix = 2; ; suffix += 1) if (!taken(`${stem}${suffix}`)) return `${stem}${suffix}`;
}

function plain(text: string): string {
  return fold(text).replace(/[^a-z0-9]/gu, '');
}
