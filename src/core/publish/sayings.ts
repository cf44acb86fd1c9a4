/** What lists say of a paper besides its title and links, as finished Markdown in the middle of a line. */
import { yearOf } from '../model/dates.js';
import type { Paper } from '../model/paper.js';
import { fullName, meansOthers, type Person } from '../model/person.js';
import { posted } from '../model/posted.js';
import { draftOf, type Saying } from '../lists/entry.js';
import type { PublishOptions } from './options.js';
import { escapeText, plainLine } from './text.js';

/** A paper where it stands: with what the list says of it there. */
export interface Item {
  readonly paper: Paper;
  readonly remark?: string | undefined;
  /** The remark is a summary, which nobody reads back as a note. */
  readonly summary?: boolean | undefined;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** All that are to be named. "et al." also stands for authors that the catalogue is known to lack. */
export function namedAuthors(paper: Paper, { authors: most }: Pick<PublishOptions, 'authors'>): { people: readonly Person[]; more: boolean } {
  const all = paper.authors.filter((person) => !meansOthers(person));
  const people = most === undefined ? all : all.slice(0, most);
  return { people, more: people.length > 0 && (people.length < paper.authors.length || paper.fields.unchecked === true) };
}

/** "Ann Stone, Max Weber, et al."; empty for none. */
export function authorsText(paper: Paper, options: Pick<PublishOptions, 'authors'>): string {
  const { people, more } = namedAuthors(paper, options);
  return [...people.map((person) => escapeText(fullName(person))), ...(more ? ['et al.'] : [])].filter((name) => name !== '').join(', ');
}

/** A list of people as a sentence: a full stop behind an initial or "Jr" would be part of the name. */
export function namesSentence(names: string): string {
  return /[\p{L}\p{M}]{2}$/u.test(names) && !/\b(?:Jr|Sr|St)$/u.test(names) ? `${names}.` : names;
}

/** A sentence has one full stop, and none behind another mark that ends it. */
export function sentence(text: string): string {
  return text === '' || /[.!?…。]$/u.test(text) ? text : `${text}.`;
}

/** A preprint stands nowhere but on arXiv. */
export function isPosted(paper: Paper): boolean {
  return paper.venue === undefined && paper.fields.arxiv !== undefined;
}

/** The date of publication, or of the first posting. */
export function dateOf({ fields: { issued, submitted } }: Paper): string | undefined {
  return issued ?? submitted;
}

/**
 * "ACL 2024", "COLM, Jul 2024", "arXiv 2024", "2024"; empty when nothing is known. A month that the arXiv id tells already is left out.
 * @param archive how the shape spells arXiv
 */
export function venueAndDate(paper: Paper, archive: 'arXiv' | 'Arxiv' = 'arXiv'): string {
  const date = dateOf(paper);
  const year = yearOf(date);
  if (isPosted(paper)) return year === undefined ? archive : `${archive} ${year}`;
  const told = date === undefined || (date.length > 4 && date === posted(paper.fields.arxiv)) ? date?.slice(0, 4) : shortDate(date);
  if (paper.venue === undefined) return told ?? '';
  const venue = escapeText(paper.venue);
  if (hasYear(paper.venue)) return venue;
  return told === undefined ? `In ${venue}` : `${venue}, ${told}`;
}

/** "Jul 2024", "10 Jul 2024", "2024". */
export function shortDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  return [day === undefined ? undefined : String(Number(day)), month === undefined ? undefined : months[Number(month) - 1], year].filter((part) => part !== undefined).join(' ');
}

/** Whether a venue names a year, or that one. */
export function hasYear(venue: string, year?: number): boolean {
  return year === undefined ? /(?:19|20)\d\d/u.test(venue) : new RegExp(`${year}(?!\\d)`, 'u').test(venue);
}

/** The remark as it is. */
export function plainRemark({ remark }: Item): string {
  return remark === undefined ? '' : escapeText(remark);
}

/**
 * The remark behind other words. Where somebody who reads the list would not take it for a remark (it looks like people, a venue or a
 * date, or is very short) it says so itself: "Note: …". The reader of lists is asked, so that nothing is lost on the way back.
 */
export function remarkText(item: Item, options: Pick<PublishOptions, 'authors'>): string {
  const { paper, remark, summary } = item;
  const escaped = plainRemark(item);
  if (remark === undefined || escaped === '' || summary === true) return escaped;
  const wanted = plainLine(remark);
  const people: Saying[] = paper.authors.length === 0 ? [] : [{ text: authorsText(paper, options), style: 'italic' }];
  const said = sentence(venueAndDate(paper));
  const alone = draftOf(paper.title, [...people, { text: said, style: 'plain' }], []);
  const reads = (sayings: readonly Saying[]) => {
    const { notes, venue, issued, authors } = draftOf(paper.title, [...people, ...sayings], []);
    return notes === wanted && venue === alone.venue && issued === alone.issued && authors?.length === alone.authors?.length;
  };
  // behind the venue, behind links, and by itself
  const beside = [`${said} ${wanted}`, `] ${wanted}`, wanted];
  const plain = !wanted.includes('://') && beside.every((text, at) => reads([...(at === 0 ? [] : [{ text: said, style: 'plain' as const }]), { text, style: 'plain' }]));
  return plain ? escaped : `Note: ${escaped}`;
}
