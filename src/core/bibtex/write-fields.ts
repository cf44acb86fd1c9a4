/** The fields of a paper's entry. */
import type { Paper } from '../model/paper.js';
import type { TextRange } from '../model/problem.js';
import { toPerson } from '../model/person.js';
import { recordDate, recordUrl } from '../csl/record.js';
import { containerField, entryType, publisherField, type Dialect } from './entry-type.js';
import { writeHow } from './howpublished.js';
import { languageName } from './languages.js';
import { mathSpans } from './math.js';
import { nameList } from './names.js';
import { pageRange } from './pages.js';
import { titleParts, type Protection } from './protect.js';
import { escapeTex, plainLine, verbatim, type TexOptions } from './tex.js';

/** What decides over the fields of an entry. */
export interface FieldOptions {
  readonly dialect: Dialect;
  readonly tex: TexOptions;
  readonly protect: Protection;
  readonly abstract: boolean;
  readonly note: boolean;
}

/** Field names in the order in which they are written, with their values: TeX, without the braces around them. */
type Fields = (readonly [name: string, value: string | undefined])[];

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The fields that have something to say. */
export function entryFields(paper: Paper, options: FieldOptions): [name: string, value: string][] {
  return allFields(paper, options).flatMap(([name, value]): [string, string][] => (value === undefined || value === '' ? [] : [[name, value]]));
}

function allFields(paper: Paper, options: FieldOptions): Fields {
  const { fields, type } = paper;
  const { dialect, tex } = options;
  const text = (value: string | undefined) => (value === undefined ? undefined : escapeTex(plainLine(value), tex));
  const container = containerField(type, dialect);
  const modern = dialect === 'biblatex';
  const url = recordUrl(paper);
  return [
    ['author', nameList(paper.authors, tex)],
    ['title', titleField(paper.title, options)],
    ...(modern ? ([['shorttitle', titleField(fields['title-short'] ?? '', options)]] satisfies Fields) : []),
    ...(container === undefined ? [] : ([[container, text(containerTitle(paper, container))]] satisfies Fields)),
    ...dateFields(paper, modern),
    ['editor', nameList((fields.editors ?? []).map(toPerson), tex)],
    ['series', text(fields['collection-title'])],
    ['volume', text(fields.volume)],
    ['number', text(fields.issue)],
    ['edition', text(fields.edition)],
    ['pages', fields.page === undefined ? undefined : pageRange(fields.page, tex)],
    ...(modern && type === 'thesis' ? ([['type', 'phdthesis']] satisfies Fields) : []),
    ...(modern && type === 'report' ? ([['type', 'techreport']] satisfies Fields) : []),
    [publisherField(type, dialect), text(fields.publisher)],
    [modern ? 'location' : 'address', text(fields['publisher-place'])],
    ...appearance(paper, container !== undefined, modern, url, text),
    ['entrysubtype', subtype(paper, dialect)],
    ['isbn', fields.isbn === undefined ? undefined : verbatim(fields.isbn)],
    ['doi', fields.doi === undefined ? undefined : verbatim(fields.doi)],
    ['url', url === undefined ? undefined : verbatim(url)],
    ...eprintFields(paper, modern),
    ...noteFields(paper, modern, options.note, text),
    ...languageField(fields.language, modern),
    ['keywords', keywords(paper.tags, tex)],
    ['abstract', options.abstract && fields.abstract !== undefined ? withFormulas(plainLine(fields.abstract), tex) : undefined],
  ];
}

/** Text that may hold formulas. */
function withFormulas(line: string, tex: TexOptions): string {
  return escapeAround(line, mathSpans(line), tex);
}

/** A short venue names the year of a meeting, which belongs to the title of its proceedings but not to a journal's. */
function containerTitle({ fields, venue }: Paper, field: string): string | undefined {
  return fields['container-title'] ?? (field === 'booktitle' ? venue : venue?.replace(/[\s,]{1,3}\(?\d{4}\)?$/u, ''));
}

/**
 * Stretches side by side that are treated alike are escaped as one, so that no two hyphens meet. Formulas stay as they are, in braces
 * where styles may lower their letters.
 */
function titleField(title: string, { tex, protect }: FieldOptions): string {
  const line = plainLine(title);
  const formulas = mathSpans(line);
  if (protect !== 'smart') return protect === 'none' || line === '' ? escapeAround(line, formulas, tex) : `{${escapeAround(line, formulas, tex)}}`;
  let [out, at, from] = ['', 0, 0];
  let first = 0;
  const run = () => {
    const inside: TextRange[] = [];
    for (; first < formulas.length && (formulas[first]?.start ?? 0) < at; first += 1) inside.push({ start: (formulas[first]?.start ?? 0) - from, end: (formulas[first]?.end ?? 0) - from });
    return escapeAround(line.slice(from, at), inside, tex, true);
  };
  let next = 0;
  for (const { text, kept } of titleParts(line)) {
    while ((formulas[next]?.end ?? Infinity) <= at) next += 1;
    if (kept && at < (formulas[next]?.start ?? Infinity)) {
      out += `${run()}{${escapeTex(text, tex)}}`;
      from = at + text.length;
    }
    at += text.length;
  }
  return out + run();
}

/** Escapes all but the formulas. */
function escapeAround(line: string, formulas: readonly TextRange[], tex: TexOptions, braces = false): string {
  let [out, at] = ['', 0];
  for (const { start, end } of formulas) {
    const formula = line.slice(start, end);
    out += escapeTex(line.slice(at, start), tex) + (braces ? `{${formula}}` : formula);
    at = end;
  }
  return out + escapeTex(line.slice(at), tex);
}

/** Where a work appeared that stands in nothing. */
function appearance({ type, venue }: Paper, held: boolean, modern: boolean, url: string | undefined, text: (value: string | undefined) => string | undefined): Fields {
  const place = held || venue === undefined || /arxiv/i.test(venue) ? undefined : text(venue);
  // biblatex tells a talk from a manuscript by its event, a post by its subtype
  if (modern) return type === 'speech' && place !== undefined ? [['eventtitle', place]] : [['howpublished', type === 'speech' ? writeHow(type, place, undefined) : place]];
  const page = (type === 'webpage' || type === 'post-weblog') && url !== undefined ? `\\url{${verbatim(url)}}` : undefined;
  return [['howpublished', type === 'webpage' ? (page ?? place) : writeHow(type, place, page)]];
}

/** What the entry type leaves open. Styles of BibTeX pass over the field. */
function subtype({ type }: Paper, dialect: Dialect): string | undefined {
  if (type === 'article-magazine') return 'magazine';
  if (type === 'review' && entryType(type, dialect) === 'article') return 'review';
  return type === 'post-weblog' && dialect === 'biblatex' ? 'blog' : undefined;
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

/** BibTeX has no field for a version, so that it takes the place of the note, and the note that of the annotation. */
function noteFields({ fields }: Paper, modern: boolean, wanted: boolean, text: (value: string | undefined) => string | undefined): Fields {
  const note = wanted ? text(fields.note) : undefined;
  if (modern) return [['version', text(fields.version)], ['note', note]];
  return fields.version === undefined ? [['note', note]] : [['note', text(`Version ${fields.version}`)], ['annote', note]];
}

/** babel's name of the language; a language that babel has no name for keeps its tag. */
function languageField(tag: string | undefined, modern: boolean): Fields {
  if (tag === undefined) return [];
  const name = languageName(tag);
  return name === undefined ? [['language', verbatim(tag)]] : [[modern ? 'langid' : 'language', name]];
}

/** Tags between commas; when one of them has a comma itself, between semicolons. */
function keywords(tags: readonly string[], tex: TexOptions): string | undefined {
  const lines = tags.map((tag) => plainLine(tag)).filter((tag) => tag !== '');
  const commas = lines.some((tag) => tag.includes(','));
  const list = lines.map((tag) => tag.replace(/\s*;\s*/gu, commas ? ', ' : ' ')).join(commas ? '; ' : ', ');
  // a single tag with a comma needs the semicolon that tells so
  return escapeTex(commas && !list.includes(';') ? `${list};` : list, tex);
}
