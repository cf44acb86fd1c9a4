/** The version of record: the date and the address by which a work is cited. */
import type { Paper } from '../model/paper.js';

/**
 * The date of a citation: for a preprint its first posting, for everything else its publication.
 * A published work of which only the posting is known gives that year alone: the month is certainly another one.
 */
export function recordDate({ type, fields: { issued, submitted } }: Paper): string | undefined {
  if (type === 'article') return submitted ?? issued;
  return issued ?? submitted?.slice(0, 4);
}

/** The address of a citation: arXiv's for a preprint; else the page written down, the ACL Anthology's, the DOI's, OpenReview's, arXiv's, or what link there is. */
export function recordUrl(paper: Paper): string | undefined {
  const { arxiv, doi, acl, openreview } = paper.fields;
  const { links } = paper;
  const posted = arxiv === undefined ? undefined : `https://arxiv.org/abs/${arxiv}`;
  if (paper.type === 'article' && posted !== undefined) return posted;
  return (
    links.page ??
    (acl === undefined ? undefined : `https://aclanthology.org/${acl}/`) ??
    (doi === undefined ? undefined : `https://doi.org/${doi.replace(/[\s<>"{}|\\^`#?%]/gu, encodeURIComponent)}`) ??
    (openreview === undefined ? undefined : `https://openreview.net/forum?id=${openreview}`) ??
    posted ?? links.project ?? links.blog ?? links.code ?? links.html ?? links.data ?? links.pdf
  );
}
