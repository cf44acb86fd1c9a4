/** An entry of a list → what a catalogue would say of the paper. */
import { workOf } from './link-kind.js';
import { aclPattern, arxivPattern, doiPattern, openreviewPattern, webPattern, type PaperFields, type PaperType, type PersonField } from '../model/schema.js';
import { posted } from '../model/posted.js';
import { isPreprint } from './venue.js';
import type { ListPaper } from './types.js';

/** Fields without key and filing. A paper that the list says too little of, and that can be looked up, is marked as unchecked. */
export function toFields(paper: ListPaper): Partial<PaperFields> {
  const arxiv = fitting(paper.arxiv, arxivPattern);
  const doi = fitting(paper.doi, doiPattern);
  const acl = fitting(paper.acl, aclPattern);
  const openreview = fitting(paper.openreview, openreviewPattern);
  const ids = { arxiv, doi, acl, openreview };
  const venue = paper.venue === undefined || isPreprint(paper.venue) ? undefined : paper.venue;
  const authors = paper.authors?.map(personOf);
  const issued = dateOf(paper.issued, venue === undefined ? arxiv : undefined) ?? posted(arxiv);
  const links = linksOf(paper.links, ids);
  const known = Object.values(ids).some((id) => id !== undefined);
  return {
    type: typeOf(paper, venue),
    title: paper.title,
    ...(authors === undefined || authors.length === 0 ? {} : { authors }),
    ...(issued === undefined ? {} : { issued }),
    ...(venue === undefined ? {} : { venue }),
    ...Object.fromEntries(Object.entries(ids).filter(([, id]) => id !== undefined)),
    ...(links === undefined ? {} : { links }),
    ...(paper.notes === undefined ? {} : { note: paper.notes }),
    ...(known && (authors === undefined || paper.moreAuthors === true) ? { unchecked: true } : {}),
  };
}

function fitting(id: string | undefined, pattern: RegExp): string | undefined {
  return id !== undefined && pattern.test(id) ? id : undefined;
}

/** "Del Corro L" and "Seddik M E A", as GB/T writes people, have the family name first. */
function personOf(name: string): PersonField {
  const [, family, initials] = /^(\p{L}[\p{L}\p{M}'’.-]+(?:\s\p{L}[\p{L}\p{M}'’.-]+)*)\s{1,2}(\p{Lu}(?:\s?\p{Lu}){0,2})\s?$/u.exec(name) ?? [];
  if (family !== undefined && initials !== undefined) return { family, given: initials.split(/\s+/u).map((initial) => `${initial}.`).join(' ') };
  return name;
}

/** The list's date; of a preprint, the month as well, when the year is the same. */
function dateOf(issued: string | undefined, arxiv: string | undefined): string | undefined {
  const first = posted(arxiv);
  return issued !== undefined && first !== undefined && issued === first.slice(0, 4) ? first : issued;
}

function typeOf({ arxiv, acl, openreview, doi, links }: ListPaper, venue: string | undefined): PaperType {
  if (venue !== undefined && /\b(?:journal|transactions|tmlr|jmlr|tacl|tpami|pami|ijcv|tip|tkde|tois|tnnls|nature|science|pnas|cell|iscience|jair|computing survey)/iu.test(venue)) return 'article-journal';
  if (acl !== undefined || (venue !== undefined && (arxiv !== undefined || openreview !== undefined || doi !== undefined || links.pdf !== undefined) && !/github|blog|repo|report|thesis|book/iu.test(venue))) return 'paper-conference';
  if (arxiv !== undefined) return 'article';
  const [kind] = Object.keys(links);
  if (kind === 'code' && openreview === undefined && doi === undefined) return 'software';
  if (kind === 'blog') return 'post-weblog';
  if (kind === 'data') return 'dataset';
  return 'document';
}

/** Addresses that no identifier implies. */
function linksOf(links: ListPaper['links'], ids: Readonly<Record<'arxiv' | 'doi' | 'acl' | 'openreview', string | undefined>>): PaperFields['links'] {
  const left: Record<string, string> = {};
  for (const [kind, url] of Object.entries(links) as [string, string | undefined][]) {
    if (url === undefined || !webPattern.test(url)) continue;
    const work = workOf(url);
    const implied = work !== undefined && (work.kind === 'arxiv' || work.kind === 'doi' || work.kind === 'acl' || work.kind === 'openreview') && ids[work.kind]?.toLowerCase() === work.id.toLowerCase();
    if (implied) continue;
    // what an identifier implies leaves its place to the next
    const plain = kind.replace(/-\d+$/u, '');
    let name = plain;
    for (let count = 2; name in left; count += 1) name = `${plain}-${count}`;
    left[name] = url;
  }
  return Object.keys(left).length === 0 ? undefined : left;
}
