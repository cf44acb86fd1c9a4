/** Field names that people write by habit of another format, or misspell. */
import { paperSchema } from '../model/schema.js';

const known = Object.keys(paperSchema.entries);
const knownSet: ReadonlySet<string> = new Set(known);

/** Names of BibTeX, CSL-JSON and the scholarly services, with ours. */
const foreign: Readonly<Record<string, string>> = {
  abbreviation: 'title-short', address: 'publisher-place', 'archive-class': 'arxiv-class', archiveprefix: 'arxiv', 'arxiv-id': 'arxiv', arxivid: 'arxiv',
  author: 'authors', bibkey: 'id', booktitle: 'container-title', category: 'categories', citekey: 'id', 'citation-key': 'id', code: 'links.code',
  conference: 'venue', 'container-title-short': 'venue', date: 'issued', description: 'summary', editor: 'editors', entrytype: 'type', eprint: 'arxiv',
  'event-title': 'venue', fulljournal: 'container-title', github: 'links.code', homepage: 'links.project', html: 'links.html', journal: 'container-title',
  journaltitle: 'container-title', key: 'id', keyword: 'tags', keywords: 'tags', label: 'tags', labels: 'tags', link: 'links', month: 'issued', name: 'title',
  number: 'issue', pages: 'page', pdf: 'links.pdf', primaryclass: 'arxiv-class', published: 'issued', repo: 'links.code', repository: 'links.code',
  series: 'collection-title', shorttitle: 'title-short', 'short-title': 'title-short', tldr: 'summary', topic: 'categories', topics: 'categories', url: 'links.page',
  website: 'links.project', year: 'issued',
};
/** Legitimate fields of others that only look like ours. */
const innocent: ReadonlySet<string> = new Set(['issn', 'note2', 'data', 'dates', 'state', 'states', 'pmid']);

/**
 * The field that an unknown field was probably meant to be; undefined for known fields and for fields of one's own.
 * A nested field comes as `links.code`.
 */
export function suggestField(field: string): string | undefined {
  if (knownSet.has(field) || field.length > 40) return undefined;
  const name = field.trim().toLowerCase().replace(/[_\s]+/g, '-');
  if (knownSet.has(name)) return name;
  const meant = Object.hasOwn(foreign, name) ? foreign[name] : undefined;
  if (meant !== undefined) return meant;
  if (innocent.has(name) || name.length < 4 || name.startsWith('x-')) return undefined;
  const allowed = name.length < 8 ? 1 : 2;
  return known.find((candidate) => candidate.length > 3 && Math.abs(candidate.length - name.length) <= allowed && distance(name, candidate) <= allowed);
}

/** Edit distance in which swapping two neighbours is one step. */
export function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
