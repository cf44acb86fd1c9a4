/** Papers → CSV (RFC 4180): one row a paper, for spreadsheets and scripts. */
import { recordUrl } from '../csl/record.js';
import type { Paper } from '../model/paper.js';
import { fullName } from '../model/person.js';

export interface CsvOptions {
  /** Begin with a byte order mark, by which Excel knows UTF-8; default false. */
  readonly bom?: boolean | undefined;
  /** Put `'` before what a spreadsheet would take for a formula; default true. */
  readonly guard?: boolean | undefined;
}

const joined = (texts: readonly string[]) => texts.join('; ');

/** The columns in their order. Several values in a cell are parted by "; ". */
export const csvColumns: Readonly<Record<string, (paper: Paper) => string | undefined>> = {
  key: ({ id }) => id,
  type: ({ type }) => type,
  title: ({ title }) => title,
  authors: ({ authors }) => joined(authors.map(fullName)),
  year: ({ year }) => (year === undefined ? undefined : String(year)),
  issued: ({ fields }) => fields.issued,
  submitted: ({ fields }) => fields.submitted,
  venue: ({ fields }) => fields.venue,
  container: ({ fields }) => fields['container-title'],
  volume: ({ fields }) => fields.volume,
  issue: ({ fields }) => fields.issue,
  page: ({ fields }) => fields.page,
  publisher: ({ fields }) => fields.publisher,
  arxiv: ({ fields }) => fields.arxiv,
  doi: ({ fields }) => fields.doi,
  acl: ({ fields }) => fields.acl,
  openreview: ({ fields }) => fields.openreview,
  isbn: ({ fields }) => fields.isbn,
  url: recordUrl,
  pdf: ({ links }) => links.pdf,
  code: ({ links }) => links.code,
  categories: ({ categories }) => joined(categories),
  tags: ({ tags }) => joined(tags),
  lists: ({ lists }) => joined(lists.map(({ list, section }) => (section === undefined ? list : `${list}: ${section}`))),
  summary: ({ fields }) => fields.summary,
  note: ({ fields }) => fields.note,
  added: ({ fields }) => fields.added,
};

/** A file with a row of headings; lines end with CR LF, the last one too. */
export function toCsv(papers: Iterable<Paper>, options: CsvOptions = {}): string {
  return csvHead(options) + Array.from(papers, (paper) => csvRow(paper, options)).join('');
}

/** The row of headings, with the byte order mark when it is wanted. */
export function csvHead({ bom = false }: CsvOptions): string {
  return `${bom ? '\ufeff' : ''}${Object.keys(csvColumns).join(',')}\r\n`;
}

export function csvRow(paper: Paper, { guard = true }: CsvOptions): string {
  return `${Object.values(csvColumns).map((read) => cell(read(paper) ?? '', guard)).join(',')}\r\n`;
}

/** Spreadsheets run what begins with one of these signs, also behind blanks and in full width; OWASP's list. A sign that follows a separator inside a cell is harmless: the cell is quoted. */
const formula = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

function cell(text: string, guard: boolean): string {
  const plain = text.replace(/\0/gu, '');
  const safe = guard && formula.test(plain) && !/^[+-]?\d+(?:\.\d+)?$/u.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]|^\s|\s$/u.test(safe) ? `"${safe.replace(/"/gu, '""')}"` : safe;
}
