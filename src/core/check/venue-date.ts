import { compareDates, yearOf } from '../model/dates.js';
import { arxivMonth } from './arxiv-month.js';
import type { CheckRule } from './check.js';
import { fieldPlace } from './place.js';

/** Proceedings come out up to a year after the meeting, and journals before the year on their cover; more than that is an error. */
const tolerance = 1;

export const venueDate: CheckRule = {
  code: 'venue-date',
  severity: 'warning',
  about: 'The year that the venue names and the date of publication are apart, or the paper was posted before its arXiv id was given out.',
  *paper(record) {
    const { venue, issued, submitted, arxiv } = record.paper.fields;
    const years = [...(venue ?? '').matchAll(/(?<![\d.:/-])(?:19|20)\d{2}(?![\d.:/-]\d)(?!\d)/gu)].map(([year]) => Number(year));
    const year = yearOf(issued);
    const own = record.fields;
    if (year !== undefined && years.length > 0 && years.every((one) => Math.abs(one - year) > tolerance) && (own.venue !== undefined || own.issued !== undefined)) {
      yield { ...fieldPlace(record, own.issued === undefined ? 'venue' : 'issued'), message: `The venue is ${venue ?? ''}, and the paper was issued ${issued ?? ''}: one of them is wrong.` };
    }
    const month = arxivMonth(arxiv);
    if (month !== undefined && own.submitted !== undefined && own.arxiv !== undefined && earlier(submitted ?? '', month)) {
      yield { ...fieldPlace(record, 'submitted'), message: `The arXiv id ${arxiv ?? ''} was given out in ${month}, and submitted says ${submitted ?? ''}: one of them is wrong.` };
    }
  },
};

/** By more than the month in which a posting waits for its id. */
function earlier(date: string, month: string): boolean {
  const length = Math.min(date.length, month.length);
  if (compareDates(date.slice(0, length), month.slice(0, length)) >= 0) return false;
  if (length < 7) return true;
  const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  return months(month) - months(date) > 1;
}
