/** Dates of entries → YYYY, YYYY-MM or YYYY-MM-DD. */

/** A date, and what of the entry's words it does not say. */
export interface ReadDate {
  /** Undefined when no year could be read. */
  readonly date: string | undefined;
  /** The words say more: an end, a doubt, a season, a word. */
  readonly lossy: boolean;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Months in other languages of the Latin script whose first three letters say something else, or nothing. */
const otherMonths: Readonly<Record<string, number>> = {
  mai: 5, okt: 10, dez: 12, mär: 3, maa: 3, mei: 5, fév: 2, fev: 2, avr: 4, jui: 6, aoû: 8, aou: 8, déc: 12, ene: 1, abr: 4, ago: 8, dic: 12, gen: 1, mag: 5, giu: 6, lug: 7, set: 9, ott: 10, out: 10, maj: 5,
};
const year4 = /(?<!\d)(?:1\d{3}|20\d{2}|21\d{2})(?!\d)/u;

const two = (value: number) => String(value).padStart(2, '0');

/** A real day of a real month; dates before 1000 and after 2999 are not the catalogue's. */
function written(year: string, month?: number, day?: number): string {
  if (month === undefined || month < 1 || month > 12) return year;
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return day === undefined || day < 1 || day > last ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

/** The year, month and day fields of BibTeX, as text. */
export function readYearMonth(year: string | undefined, month: string | undefined, day: string | undefined): ReadDate {
  const found = year === undefined ? undefined : year4.exec(year)?.[0];
  if (found === undefined) return { date: undefined, lossy: year !== undefined };
  const { number, days, lossy } = readMonth(month ?? '');
  const ownDay = day === undefined ? days : /^\s*(\d{1,2})\s*$/u.exec(day)?.[1];
  return { date: written(found, number, ownDay === undefined ? undefined : Number(ownDay)), lossy: lossy || year?.trim() !== found };
}

/** A month by name or number, with a day before or behind it: `July`, `7`, `4~July`, `July 4--8`. */
function readMonth(text: string): { number?: number; days?: string; lossy: boolean } {
  const value = text.trim().toLowerCase();
  if (value === '') return { lossy: false };
  if (/^\d{1,2}$/u.test(value)) return Number(value) >= 1 && Number(value) <= 12 ? { number: Number(value), lossy: false } : { lossy: true };
  const word = /\p{L}{3,}/u.exec(value)?.[0] ?? '';
  const start = word.slice(0, 3);
  // juin and juillet begin alike
  const other = word.startsWith('juil') ? 7 : otherMonths[start];
  const number = monthNames.includes(start) ? monthNames.indexOf(start) + 1 : other;
  if (number === undefined) return { lossy: true };
  const day = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.)?(?!\d)/u.exec(value)?.[1];
  const more = /\d\s*[-–—/]|[-–—/]\s*[\p{L}\d]|\d\D+\d/u.test(value);
  return { number, ...(day === undefined || more ? {} : { days: day }), lossy: more };
}

const edtf = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[\d:.Z+-]*)?([?~%]?)$/u;

/** The date field of biblatex: ISO 8601-2 (EDTF) with ranges, doubt and unknown digits. Of a range, its beginning. */
export function readDateField(text: string): ReadDate {
  const value = text.trim();
  const [first = '', ...ends] = value.split('/');
  const from = /^(?:\.\.)?$/u.test(first) ? (ends[0] ?? '') : first;
  const match = edtf.exec(from);
  if (match?.[1] === undefined) {
    // 199X, 1999-XX, y-17000, 2020年: no more than a year can be had, if that
    const year = /^\d{4}(?=-[X\d]|$)/u.exec(from)?.[0] ?? year4.exec(from)?.[0];
    return { date: year === undefined || year < '1000' ? undefined : year, lossy: true };
  }
  const [, year, month, day, doubt] = match;
  if (year < '1000' || year > '2999') return { date: undefined, lossy: true };
  const season = Number(month) > 12;
  return { date: written(year, month === undefined ? undefined : Number(month), day === undefined ? undefined : Number(day)), lossy: season || doubt !== '' || ends.length > 0 || from.includes('T') };
}
