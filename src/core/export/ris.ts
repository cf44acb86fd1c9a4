/** Papers → RIS, as core/adding/ris.ts and reference managers read it. */
import { risTypes } from '../adding/ris-types.js';
import { recordDate, recordUrl } from '../csl/record.js';
import { linkTo } from '../ids/index.js';
import type { Paper } from '../model/paper.js';
import { toPerson, type Person } from '../model/person.js';
import type { PaperType } from '../model/schema.js';

/** The type of reference that readers understand best: the first that our own reader takes for the type, unless a better known one is. */
const types: Readonly<Record<PaperType, string>> = {
  article: 'UNPB', 'article-journal': 'JOUR', 'article-magazine': 'MGZN', book: 'BOOK', chapter: 'CHAP', dataset: 'DATA', document: 'GEN', 'paper-conference': 'CONF',
  patent: 'PAT', 'post-weblog': 'BLOG', report: 'RPRT', review: 'REV', software: 'COMP', speech: 'SLIDE', thesis: 'THES', webpage: 'ELEC',
};

/** Lines end as the format wants it. */
const eol = '\r\n';

/** One record, with its last line's end. */
export function toRis(paper: Paper): string {
  const { fields, type } = paper;
  const lines: string[] = [];
  const say = (tag: string, value: string | undefined) => {
    const text = value?.replace(/[\p{Cc}\s\u2028\u2029]+/gu, ' ').trim() ?? '';
    if (text !== '') lines.push(`${tag}  - ${text}`);
  };
  say('TY', risTypes.get(types[type]) === type ? types[type] : 'GEN');
  say('ID', paper.id);
  say('TI', paper.title);
  say('ST', fields['title-short']);
  for (const author of paper.authors) say('AU', nameOf(author));
  for (const editor of fields.editors ?? []) say(type === 'chapter' || type === 'paper-conference' ? 'A2' : 'ED', nameOf(toPerson(editor)));
  const date = recordDate(paper);
  say('PY', date?.slice(0, 4));
  say('DA', date === undefined ? undefined : `${date.replace(/-/gu, '/')}${'/'.repeat(3 - date.split('-').length)}/`);
  const posted = type === 'article' && fields.arxiv !== undefined;
  say('T2', posted ? undefined : (fields['container-title'] ?? (type === 'paper-conference' ? undefined : fields.venue)));
  if (type === 'paper-conference') say('C3', fields.venue);
  say('T3', fields['collection-title']);
  say('VL', fields.volume);
  say('IS', fields.issue);
  const [, first, last] = /^(\S+?)[–-]+(\S+)$/u.exec(fields.page ?? '') ?? [];
  say('SP', first ?? fields.page);
  say('EP', last);
  say('ET', fields.edition);
  say('PB', fields.publisher);
  say('CY', fields['publisher-place']);
  say('SN', fields.isbn);
  say('DO', fields.doi);
  const ids = (['arxiv', 'acl', 'openreview'] as const).flatMap((scheme) => (fields[scheme] === undefined ? [] : [linkTo(scheme, fields[scheme])]));
  const address = recordUrl(paper);
  // the tag of the DOI says what its address says
  const page = fields.doi !== undefined && address?.startsWith('https://doi.org/') === true ? undefined : address;
  const links = Object.entries(paper.links).filter(([kind]) => kind !== 'pdf').map(([, link]) => link);
  for (const url of new Set([...ids, page, ...links])) say('UR', url);
  say('L1', paper.links.pdf);
  for (const tag of paper.tags) say('KW', tag);
  say('LA', fields.language);
  say('AB', fields.abstract);
  say('N1', fields.note);
  return `${[...lines, 'ER  - '].join(eol)}${eol}`;
}

/** A file: records with blank lines between them; empty for no papers. */
export function toRisFile(papers: Iterable<Paper>): string {
  return Array.from(papers, toRis).join(eol);
}

/** "Family, Given, Suffix"; an organisation stands as it is, without the commas that would take it apart. */
function nameOf({ family, given, suffix, literal }: Person): string {
  if (literal !== undefined) return literal.replace(/\s*,\s*/gu, ' ');
  const parts = [family, given, suffix].map((part) => part?.replace(/\s*,\s*/gu, ' '));
  // a comma says that the only name is a family name, and not an organisation
  return suffix === undefined ? `${parts[0] ?? ''}, ${parts[1] ?? ''}`.trim() : parts.map((part) => part ?? '').join(', ');
}
