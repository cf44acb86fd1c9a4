/** Papers → BibTeX or biblatex entries. */
import type { Paper } from '../model/paper.js';
import { toPerson } from '../model/person.js';
import { recordDate, recordUrl } from '../csl/record.js';
import { containerField, entryType, publisherField, type Dialect } from './entry-type.js';
import { nameList } from './names.js';
import { titleParts } from './protect.js';
import { escapeTex, plainLine, verbatim, type TexOptions } from './tex.js';

export interface BibtexOptions {
  /** Default `bibtex`. */
  readonly dialect?: Dialect | undefined;
  /** Keep letters outside ASCII (default); `false` writes them as TeX commands where there is one. */
  readonly unicode?: boolean | undefined;
}

/** Field names in the order in which they are written, with their values: TeX, without the braces around them. */
type Fields = [name: string, value: string | undefined][];

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Width of the longest common name, archiveprefix. */
const width = 13;

/** One entry, without a line break at its end. Always well formed, whatever the paper's texts hold. */
export function toBibtex(paper: Paper, options: BibtexOptions = {}): string {
  const dialect = options.dialect ?? 'bibtex';
  const tex: TexOptions = { unicode: options.unicode ?? true };
  const lines = fieldsOf(paper, dialect, tex)
    .filter(([, value]) => value !== undefined && value !== '')
    // a month's macro is no text and stands without braces
    .map(([name, value]) => `  ${name.padEnd(width)} = ${name === 'month' ? value ?? '' : `{${value ?? ''}}`}`);
  return `@${entryType(paper.type, dialect)}{${[entryKey(paper.id), ...lines].join(',\n')}\n}`;
}

/** A whole file: entries in the given order, separated by blank lines; empty for no papers. */
export function toBibtexFile(papers: Iterable<Paper>, options: BibtexOptions = {}): string {
  return Array.from(papers, (paper) => `${toBibtex(paper, options)}\n`).join('\n');
}

/** A key without the characters that end it in some reader; a valid citation key has none of them. */
export function entryKey(id: string): string {
  return id.replace(/[\s,{}()"'#%~\\=@\p{C}]+/gu, '') || 'untitled';
}

function fieldsOf(paper: Paper, dialect: Dialect, tex: TexOptions): Fields {
  const { fields, type } = paper;
  const text = (value: string | undefined) => (value === undefined ? undefined : escapeTex(plainLine(value), tex));
  const container = containerField(type, dialect);
  const modern = dialect === 'biblatex';
  const url = recordUrl(paper);
  const page = !modern && (type === 'webpage' || type === 'post-weblog') && url !== undefined ? `\\url{${verbatim(url)}}` : undefined;
  return [
    ['author', nameList(paper.authors, tex)],
    ['title', titleField(paper.title, tex)],
    ...(modern ? ([['shorttitle', titleField(fields['title-short'] ?? '', tex)]] satisfies Fields) : []),
    ...(container === undefined ? [] : ([[container, text(containerTitle(paper, container))]] satisfies Fields)),
    ...dateFields(paper, modern),
    ['editor', nameList((fields.editors ?? []).map(toPerson), tex)],
    ['series', text(fields['collection-title'])],
    ['volume', text(fields.volume)],
    ['number', text(fields.issue)],
    ['edition', text(fields.edition)],
    ['pages', fields.page === undefined ? undefined : pages(fields.page, tex)],
    ...(modern && type === 'thesis' ? ([['type', 'phdthesis']] satisfies Fields) : []),
    ...(modern && type === 'report' ? ([['type', 'techreport']] satisfies Fields) : []),
    [publisherField(type, dialect), text(fields.publisher)],
    [modern ? 'location' : 'address', text(fields['publisher-place'])],
    [modern ? 'version' : 'note', fields.version === undefined ? undefined : text(modern ? fields.version : `Version ${fields.version}`)],
    ['howpublished', page ?? (container === undefined && paper.venue !== undefined && !/arxiv/i.test(paper.venue) ? text(paper.venue) : undefined)],
    ['isbn', fields.isbn === undefined ? undefined : verbatim(fields.isbn)],
    ['doi', fields.doi === undefined ? undefined : verbatim(fields.doi)],
    ['url', url === undefined ? undefined : verbatim(url)],
    ...eprintFields(paper, modern),
  ];
}

/** A short venue names the year of a meeting, which belongs to the title of its proceedings but not to a journal's. */
function containerTitle({ fields, venue }: Paper, field: string): string | undefined {
  return fields['container-title'] ?? (field === 'booktitle' ? venue : venue?.replace(/[\s,]{1,3}\(?\d{4}\)?$/u, ''));
}

function titleField(title: string, tex: TexOptions): string {
  return titleParts(plainLine(title)).map(({ text, kept }) => (kept ? `{${escapeTex(text, tex)}}` : escapeTex(text, tex))).join('');
}

/** `13484–13508` → `13484--13508`. */
function pages(range: string, tex: TexOptions): string {
  return escapeTex(plainLine(range).replace(/\s*[-‐‑‒–—−]+\s*/gu, '--'), tex);
}

function dateFields(paper: Paper, modern: boolean): Fields {
  const date = recordDate(paper);
  if (date === undefined) return [];
  if (modern) return [['date', date]];
  const [year, month] = date.split('-');
  return [['year', year], ['month', month === undefined ? undefined : months[Number(month) - 1]]];
}

function eprintFields({ fields }: Paper, modern: boolean): Fields {
  if (fields.arxiv === undefined) return [];
  const value = verbatim(fields.arxiv);
  const kind = fields['arxiv-class'] === undefined ? undefined : verbatim(fields['arxiv-class']);
  return modern
    ? [['eprint', value], ['eprinttype', 'arxiv'], ['eprintclass', kind]]
    : [['eprint', value], ['archiveprefix', 'arXiv'], ['primaryclass', kind]];
}
