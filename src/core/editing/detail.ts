/** One paper with everything that its YAML says. */
import type { PaperDetail, PaperProblem } from '../../protocol.js';
import { toPaper, type Paper } from '../model/paper.js';
import { positionAt, type TextRange } from '../model/problem.js';
import { paperSchema, type PaperFields } from '../model/schema.js';
import { lineStarts } from '../model/text.js';
import { paperLinks } from '../outline/links.js';
import type { YamlDoor } from './item.js';
import { ownProblems, type FoundProblem } from './problems.js';
import type { TableRow } from './rows.js';

/** @param text of the file that the paper stands in */
export function paperDetail({ row: { row, key }, item, paper }: TableRow, found: readonly FoundProblem[], text: string, version: number, yaml: Pick<YamlDoor, 'fieldRanges' | 'writtenFields'>): PaperDetail {
  const fields = yaml.writtenFields(item.file, item.index);
  const starts = lineStarts(text.slice(0, item.end));
  const ranges = yaml.fieldRanges(item.file, item.index);
  const fixesOf = (problem: FoundProblem) => [...problem.fixes, ...found.filter(({ known, rule, at }) => known === true && rule === problem.rule && at === problem.at).flatMap(({ fixes }) => fixes)];
  const problems = [...ownProblems(item), ...found.filter(({ known }) => known !== true)].map((problem): PaperProblem => {
    const at = item.start + Math.min(problem.at, item.source.length);
    return { field: problem.field ?? fieldAt(ranges, at), severity: problem.severity, rule: problem.rule, message: problem.message, line: positionAt(starts, at).line, fixes: fixesOf(problem) };
  });
  const start = [...ranges.values()][0]?.start ?? item.start + Math.max(0, item.source.search(/^[ \t]*[^\s#]/mu));
  return {
    version,
    row,
    key,
    fields: plain(fields),
    unknown: Object.keys(fields).filter((name) => !Object.hasOwn(paperSchema.entries, name)),
    problems,
    line: positionAt(starts, start).line,
    links: paper ? linksOf(paper) : [],
  };
}

/** The field whose text holds the offset; a problem of the paper as a whole stands at its key, and is about the key then. */
function fieldAt(ranges: ReadonlyMap<string, TextRange>, at: number): string {
  for (const [field, { start, end }] of ranges) if (start <= at && at < Math.max(end, start + 1)) return field;
  return '';
}

/** What JSON cannot carry, such as .inf, as text. */
function plain(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(fields, (_name, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value))) as Record<string, unknown>;
}

const linkNames: Readonly<Record<string, string>> = { page: 'page', pdf: 'PDF', html: 'HTML' };

/** Addresses that can be opened: those written down, and those that the identifiers lead to. */
export function linksOf(paper: Paper): PaperDetail['links'] {
  const { arxiv, doi, acl, openreview } = paper.fields;
  const links: PaperDetail['links'] = [];
  const add = (title: string, url: string | undefined): void => {
    if (url !== undefined && /^https?:\/\//iu.test(url) && !links.some((link) => link.url === url)) links.push({ title, url });
  };
  const derived = (fields: Partial<PaperFields>) => paperLinks(toPaper({ id: paper.id, ...fields })).page;
  for (const [kind, url] of Object.entries<string | undefined>(paper.links)) add(linkNames[kind] ?? kind, url);
  add('arXiv', arxiv === undefined ? undefined : derived({ arxiv }));
  add('DOI', doi === undefined ? undefined : derived({ doi }));
  add('ACL Anthology', acl === undefined ? undefined : derived({ acl }));
  add('OpenReview', openreview === undefined ? undefined : derived({ openreview }));
  const { page, pdf, html } = paperLinks(paper);
  add('page', page);
  add('PDF', pdf);
  add('HTML', html);
  return links;
}

/** Where a field stands in the file, for going there; the paper's own beginning for a field that it has not. */
export function placeOf({ item }: TableRow, field: string | undefined, yaml: Pick<YamlDoor, 'fieldRanges'>): TextRange {
  const ranges = yaml.fieldRanges(item.file, item.index);
  return (field === undefined ? undefined : ranges.get(field)) ?? { start: [...ranges.values()][0]?.start ?? item.start, end: item.end };
}
