/** Import → publish → import: what must not be lost, for lists that stand in files and for papers that are made up. */
import assert from 'node:assert/strict';
import { headingPaths, planImport, readList, toFields, type ListPaper } from '../../../src/core/lists/index.js';
import { toPaper, type Paper } from '../../../src/core/model/paper.js';
import { fullName, toPerson } from '../../../src/core/model/person.js';
import type { CatalogueConfig, PaperFields } from '../../../src/core/model/schema.js';
import { readIdentifier } from '../../../src/core/ids/index.js';
import { publish, readOptions, wholeFile, type WrittenOptions } from '../../../src/core/publish/index.js';
import { foldWords } from '../../../src/core/model/text.js';
import { applySplices, editConfig } from '../../../src/core/yaml/index.js';
import { readConfig } from '../../../src/core/yaml/read-config.js';

export interface Moved {
  readonly config: CatalogueConfig;
  readonly papers: readonly Paper[];
}

/** A list as a catalogue of its own. */
export function moveIn(text: string): Moved {
  const list = readList(text);
  const works = list.papers.map((paper) => ({ fields: toFields(paper), section: paper.section, line: paper.line }));
  const plan = planImport({ config: { categories: [], lists: [] }, papers: [] }, works, { added: '2024-05-06', categories: true, list: { id: 'mine', title: list.title ?? 'Mine' }, headings: headingPaths(list) });
  const yaml = applySplices('title: Mine\n', editConfig('title: Mine\n', plan.config));
  return { config: readConfig(yaml, 'catalog.yaml').config, papers: [...plan.added.values()].flat().map((fields) => toPaper(fields)) };
}

export function publishAs(moved: Moved, written: WrittenOptions): string {
  const { config, papers } = moved;
  return wholeFile({ title: config.title }, publish({ ...config, papers }, readOptions(written)));
}

/** What a list says of a work, in a form in which two ways of writing it are the same. */
export interface Said {
  readonly title: string;
  readonly section: string;
  readonly authors: string;
  readonly venue: string;
  /** Of the date, else of the venue. */
  readonly year: string;
  readonly note: string;
  readonly links: readonly string[];
}

export function said(fields: Partial<PaperFields>, section: string): Said {
  const { title = '', authors = [], venue = '', note = '', links = {}, arxiv, doi, acl, openreview, issued } = fields;
  const addresses = (Object.values(links) as (string | undefined)[]).filter((url) => url !== undefined).map((url) => {
    const id = readIdentifier(url);
    return id === undefined || id.kind === 'github' ? url : `${id.kind}:${id.id.toLowerCase()}`;
  });
  const ids = Object.entries({ arxiv, doi, acl, openreview }).filter(([, id]) => id !== undefined).map(([kind, id]) => `${kind}:${String(id).toLowerCase()}`);
  return {
    title,
    section,
    authors: authors.map((one) => fullName(toPerson(one))).join(', ') + (authors.length > 0 && fields.unchecked === true ? ' et al.' : ''),
    venue: venue.replace(/,?\s*(?:\d{1,2} )?(?:[A-Z][a-z]{2} )?(?:19|20)\d\d(?:-\d\d){0,2}(?!\d)/u, '').trim(),
    year: issued?.slice(0, 4) ?? /(?:19|20)\d\d/u.exec(venue)?.[0] ?? '',
    note: note.replace(/\.$/u, ''),
    links: [...new Set([...ids, ...addresses])].sort(),
  };
}

/** Others may share code, but no identifier. */
function isId(link: string): boolean {
  return /^(?:arxiv|doi|acl|openreview):/u.test(link);
}

export function saidBy(text: string): Said[] {
  return readList(text).papers.map((paper: ListPaper) => said(toFields(paper), paper.section.join(' > ')));
}

/** Everything that one says, the other says too: a note may have grown by nothing, links may be more. */
export function assertKept(before: readonly Said[], after: readonly Said[], about: string): void {
  // two entries of one work in one section are one
  const sorted = (all: readonly Said[]) => all.filter((one, at) => !all.slice(0, at).some((other) => other.section === one.section && (foldWords(other.title) === foldWords(one.title) || other.links.some((link) => isId(link) && one.links.includes(link))))).map(({ section }) => section).sort();
  assert.deepEqual(sorted(after), sorted(before), about);
  for (const one of before) {
    // a work that stands twice is one work: it has the title, the venue and the remark of one of its entries
    const alike = (some: readonly Said[]) => before.filter((other) => some.some((known) => foldWords(known.title) === foldWords(other.title) || other.links.some((link) => isId(link) && known.links.includes(link))));
    const same = alike(alike([one]));
    const now = after.find((other) => other.section === one.section && same.some(({ title }) => title === other.title));
    assert.ok(now, `${one.section}: ${one.title} is lost\n${about}`);
    // an arXiv id tells a date that nobody wrote down
    for (const name of ['venue', 'authors', 'note', ...(one.year === '' ? [] : ['year' as const])] as const) assert.ok(same.some((other) => other[name] === now[name]), `${one.title}: ${name} ${JSON.stringify(one[name])} became ${JSON.stringify(now[name])}\n${about}`);
    assert.deepEqual(one.links.filter((link) => !now.links.includes(link)), [], `${one.title}\n${about}`);
  }
}
