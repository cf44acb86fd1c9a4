/** Dates as lists write them, in every order: `03-2025`, `2024 Jul`, `[2023/05]`, `6 Jul 2023`, `(Jun., 2024)`, `'14`. */

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const year = '(?<year>(?:19[5-9]|20[0-4])\\d)';
const edge = '(?![\\p{L}\\p{N}]|[./-]\\d)';
const begin = '(?<![\\p{L}\\p{N}]|\\d[./-])';

const forms: readonly RegExp[] = [
  // 2023-05-17, 2023/05/17, 2023.5.17
  `${begin}${year}[-/.](?<month>0?[1-9]|1[0-2])[-/.](?<day>0?[1-9]|[12]\\d|3[01])${edge}`,
  // 17 May 2023, May 17, 2023
  `${begin}(?<day>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?\\s{1,2}${month},?\\s{0,2}${year}${edge}`,
  `${begin}${month}\\s{0,2}(?<day>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?,?\\s{1,2}${year}${edge}`,
  // May 2023, May, 2023, May '23
  `${begin}${month},?[\\s/-]{0,2}${year}${edge}`,
  // 2023 May, 2023-May
  `${begin}${year},?[\\s/.-]{0,2}${month}(?![\\p{L}])`,
  // 2023-05, 2023/5, 2023.05
  `${begin}${year}\\s?[-/.]\\s?(?<month>0?[1-9]|1[0-2])${edge}`,
  // 05-2023, 5/2023
  `${begin}(?<month>0?[1-9]|1[0-2])\\s?[-/.]\\s?${year}${edge}`,
  `${begin}${year}年\\s?(?<month>0?[1-9]|1[0-2])月`,
  // 2023, and glued to a venue: ICLR2023, arxiv2023.05; not the id arXiv:2003.13549
  `(?<![\\d.])${year}(?:[.](?<month>0[1-9]|1[0-2]))?(?!\\d|[.]\\d{4,5}(?!\\d))`,
  `(?<=\\p{L}\\s?)['’‘´](?<short>[0-3]\\d)(?![\\d\\p{L}])`,
].map((source) => new RegExp(source, 'iu'));

export interface FoundDate {
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** The most precise date of a short text; undefined when it has none. */
export function findDate(text: string): FoundDate | undefined {
  if (text.length > 2000 || !/\d/u.test(text)) return undefined;
  for (const form of forms) {
    const match = form.exec(text);
    if (match === null) continue;
    const groups: Partial<Record<string, string>> = match.groups ?? {};
    const full = groups['year'] ?? `20${groups['short'] ?? ''}`;
    const number = groups['name'] === undefined ? groups['month'] : String(monthNames.indexOf(groups['name'].slice(0, 3).toLowerCase()) + 1);
    const parts = [full, number?.padStart(2, '0'), number === undefined ? undefined : groups['day']?.padStart(2, '0')];
    return { date: parts.filter((part) => part !== undefined).join('-'), start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** A text that is a date and nothing else but brackets and punctuation. */
export function isDate(text: string): boolean {
  const found = findDate(text);
  return found !== undefined && !/[\p{L}\p{N}]/u.test(text.slice(0, found.start) + text.slice(found.end));
}
