/** A paper of which only the identifier is certain, because nobody could be asked: it can be filed, and completed later. */
import { linkTo, type Identifier } from '../ids/index.js';
import { aclPattern, arxivPattern, doiPattern, openreviewPattern, webPattern } from '../model/schema.js';
import type { KnownFields } from './types.js';

/** What an identifier alone says. `title` is a hint: what a link was called. Marked as not checked. */
export function stubOf({ kind, id }: Identifier, title?: string): KnownFields {
  const known = { ...(title === undefined ? {} : { title }), unchecked: true };
  switch (kind) {
    case 'arxiv': return arxivPattern.test(id) ? { type: 'article', ...known, ...posted(id), arxiv: id } : linked(kind, id, known);
    case 'doi': return doiPattern.test(id) ? { ...known, doi: id } : linked(kind, id, known);
    case 'acl': return aclPattern.test(id) ? { type: 'paper-conference', ...known, acl: id } : linked(kind, id, known);
    case 'openreview': return openreviewPattern.test(id) ? { ...known, openreview: id } : linked(kind, id, known);
    case 'github': return { type: 'software', title: id.split('/').at(-1) ?? id, ...known, links: { code: linkTo(kind, id) } };
    case 'semantic-scholar': case 'pubmed': case 'neurips': case 'iclr': case 'pmlr': return linked(kind, id, known);
  }
}

/** New arXiv ids begin with year and month of the posting. */
function posted(id: string): KnownFields {
  const [, year, month] = /^(\d{2})(0[1-9]|1[0-2])\./u.exec(id) ?? [];
  return year === undefined || month === undefined ? {} : { issued: `20${year}-${month}` };
}

function linked(kind: Identifier['kind'], id: string, known: KnownFields): KnownFields {
  const page = linkTo(kind, id);
  return webPattern.test(page) ? { ...known, links: { page } } : known;
}

/** A key for a paper of which nobody knows author or title: `arxiv2212.10560`, `doi10.1145-3292500`. */
export function stubKey({ arxiv, doi, acl, openreview }: KnownFields): string | undefined {
  const name = arxiv !== undefined ? `arxiv${arxiv}` : doi !== undefined ? `doi${doi}` : acl !== undefined ? `acl${acl}` : openreview !== undefined ? `openreview-${openreview}` : undefined;
  return name?.replace(/[^\w.]+/gu, '-').replace(/^-+|-+$/gu, '').slice(0, 80);
}
